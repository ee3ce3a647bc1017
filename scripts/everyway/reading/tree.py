"""markdown-it's flat list of tokens as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """A token, or a pair of opening and closing tokens, with what stands between them. `line` counts from 1."""

    type: str
    token: Token
    line: int
    children: list[Node] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The line after the node's last one."""
        return self.token.map[1] + 1 if self.token.map else self.line

    @property
    def inline(self) -> list[Token]:
        """The inline tokens of the node itself or of its first child, such as a paragraph's."""
        if self.type == "inline":
            return self.token.children or []
        return self.children[0].inline if self.children and self.children[0].type == "inline" else []

    def walk(self) -> Iterator[Node]:
        """The node and every node inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree_of(tokens: Iterable[Token]) -> list[Node]:
    """Tokens in, the nodes that stand on no other out."""
    root: list[Node] = []
    open_nodes: list[Node] = []
    line = 1
    for token in tokens:
        if token.nesting < 0:
            if open_nodes:
                open_nodes.pop()
            continue
        if token.map:
            line = token.map[0] + 1
        node = Node(token.type.removesuffix("_open"), token, line)
        (open_nodes[-1].children if open_nodes else root).append(node)
        if token.nesting > 0:
            open_nodes.append(node)
    return root
