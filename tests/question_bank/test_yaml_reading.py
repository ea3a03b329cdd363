"""A fault is shown at its line."""

from pathlib import Path

import pytest

from question_bank.yaml_reading import find_line

LIST = """\
# a comment is a line too
- id: first
  stem: >-
    两行的
    题干
  blanks:
    - accept: [甲, 乙]
    - accept:
        - 丙
        - 丁

- {id: second, stem: 短}
- 3
"""


@pytest.mark.parametrize(
    ("entry", "field", "line"),
    [
        (1, "id", 2),
        (1, "stem", 3),  # where the field begins, not where its text does
        (1, "blanks", 6),
        (1, "blanks.1", 7),
        (1, "blanks.1.accept", 7),
        (1, "blanks.2.accept.2", 10),
        (1, "blanks.2.accept.9", 8),  # a missing entry: where its list begins
        (1, "blanks.2.why", 8),  # a missing field: where its nearest parent begins
        (1, "explanation", 2),  # or the question itself
        (1, "stem.0", 3),  # deeper than the file goes
        (1, "blanks.0", 6),  # entries are counted from 1
        (1, "-", 2),
        (2, "stem", 12),  # all on one line
        (3, "-", 13),
    ],
)
def test_field_is_found_at_its_line(tmp_path: Path, entry: int, field: str, line: int):
    path = tmp_path / "topic.yaml"
    path.write_text(LIST, encoding="utf-8")
    assert find_line(path, entry, field) == line


@pytest.mark.parametrize(("text", "entry"), [("a: 1\n", 1), ("", 1), ("- a: 1\n", 2)])
def test_place_that_does_not_exist_has_no_line(tmp_path: Path, text: str, entry: int):
    path = tmp_path / "topic.yaml"
    path.write_text(text, encoding="utf-8")
    assert find_line(path, entry, "a") is None
