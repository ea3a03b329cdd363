"""Where in a YAML list a field stands, found only when there is a fault to report."""

from __future__ import annotations

from pathlib import Path

import yaml


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
