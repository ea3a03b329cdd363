"""YAML as we need it: a field that stands twice is a fault, and a fault has a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml when there
    """YAML in which a field that stands twice is a fault; plain YAML would quietly take the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue  # a list as a field name: refused below
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    problem=f"the field {key.value!r} stands twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


def find_line(path: Path, entry: int, field: str) -> int | None:
    """Return the line (from 1) of the dotted ``field`` in the ``entry``-th item (from 1).

    A field that is not there gives the line of its nearest parent; None when the file is not a list.
    """
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.SequenceNode) or entry > len(root.value):
        return None
    node: yaml.Node = root.value[entry - 1]
    line = node.start_mark.line + 1
    for step in field.split("."):
        child = _child(node, step)
        if child is None:
            break
        line, node = child
    return line


def _child(node: yaml.Node, step: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and step.isdigit() and 0 < int(step) <= len(node.value):
        item = node.value[int(step) - 1]
        return item.start_mark.line + 1, item
    return None
