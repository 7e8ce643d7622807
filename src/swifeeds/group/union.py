"""Disjoint sets: what is joined, directly or over others, is one group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class _Sortable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Node = TypeVar("Node", bound=_Sortable)


class Union(Generic[Node]):
    """Union-find with path halving. A group is named by its least node, whatever the order."""

    def __init__(self) -> None:
        self._parents: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The least node of the node's group."""
        parents = self._parents
        while (parent := parents.setdefault(node, node)) != node:
            parents[node] = parents[parent]
            node = parents[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        """Make the two groups one."""
        first, second = self.root(one), self.root(other)
        if first != second:
            least, more = (first, second) if first < second else (second, first)
            self._parents[more] = least

    def groups(self, nodes: Iterable[Node]) -> list[list[Node]]:
        """The groups of these nodes, each in the order given."""
        found: dict[Node, list[Node]] = {}
        for node in nodes:
            found.setdefault(self.root(node), []).append(node)
        return list(found.values())
