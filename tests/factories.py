"""Questions for tests, with only the fields a test is about passed in."""

from __future__ import annotations

from typing import Any


def fill_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a fill-in with two blanks that may be exchanged."""
    return {
        "id": "test-fill-1",
        "type": "fill",
        "chapter": "05",
        "stem": "满意度取决于 ____ 与 ____ 的比较。",
        "blanks": [{"accept": ["感知价值", "顾客感知价值"]}, {"accept": ["期望值", "期望"]}],
        "interchangeable": [[1, 2]],
        "explanation": "两者相比才有满意与否。",
    } | changes


def single_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a single choice whose right option is B."""
    return {
        "id": "test-single-1",
        "type": "single",
        "chapter": "05",
        "stem": "C = b/a 中的 a 是什么？",
        "options": [
            {"text": "体验", "why": "体验是 b。"},
            {"text": "期望", "correct": True, "why": "分母是期望。"},
            {"text": "价格", "why": "公式里没有价格。"},
        ],
        "explanation": "体验除以期望。",
    } | changes


def multiple_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a multiple choice whose right options are A and C."""
    return {
        "id": "test-multiple-1",
        "type": "multiple",
        "chapter": "05",
        "stem": "下列哪些属于顾客总价值？",
        "options": [
            {"text": "产品价值", "correct": True, "why": "四项价值之一。"},
            {"text": "货币成本", "why": "这是成本。"},
            {"text": "形象价值", "correct": True, "why": "四项价值之一。"},
        ],
        "explanation": "价值与成本各有四项。",
    } | changes


def true_false_fields(**changes: Any) -> dict[str, Any]:
    """Return the fields of a false statement."""
    return {
        "id": "test-true-false-1",
        "type": "true_false",
        "chapter": "05",
        "stem": "C 大于 1 表示不满意。",
        "correct": False,
        "correction": "C 大于 1 表示很满意。",
        "why_true": "把分子分母看反了。",
        "why_false": "体验超过了期望。",
        "explanation": "比值大于 1，体验超过期望。",
    } | changes
