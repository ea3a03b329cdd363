"""YAML as we need it: a field that stands twice is a fault, and a fault has a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_STR, _MAP, _SEQ = (f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))


class StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml when there
    """YAML in which a field that stands twice is a fault; plain YAML would quietly take the last.

    Merge keys and aliases that hold themselves, which PyYAML builds in two rounds at twice the time, are
    faults as well: no question needs them.
    """

    def construct_document(self, node: yaml.Node) -> Any:
        return self._build(node, ())

    def _build(self, node: yaml.Node, within: tuple[yaml.Node, ...]) -> Any:
        if node in within:
            raise yaml.constructor.ConstructorError(
                problem="an alias holds itself", problem_mark=node.start_mark
            )
        if node.tag == _STR and isinstance(node, yaml.ScalarNode):
            return node.value
        if node.tag == _SEQ and isinstance(node, yaml.SequenceNode):
            return [self._build(child, (*within, node)) for child in node.value]
        if node.tag == _MAP and isinstance(node, yaml.MappingNode):
            return self._build_mapping(node, (*within, node))
        try:
            return self.construct_object(node, deep=True)
        except (AttributeError, TypeError) as error:  # a tag its value does not fit, as !!timestamp 2
            raise yaml.constructor.ConstructorError(
                problem=f"the value does not fit {node.tag}", problem_mark=node.start_mark
            ) from error

    def _build_mapping(self, node: yaml.MappingNode, within: tuple[yaml.Node, ...]) -> dict[Any, Any]:
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    problem="a field name is no text", problem_mark=key_node.start_mark
                )
            key = self._build(key_node, within)
            if key in mapping:
                raise yaml.constructor.ConstructorError(
                    problem=f"the field {key!r} stands twice", problem_mark=key_node.start_mark
                )
            mapping[key] = self._build(value_node, within)
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
