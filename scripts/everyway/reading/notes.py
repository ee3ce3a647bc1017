"""Footnotes: what is defined in which file, and the number each gets when it is first called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from everyway.model import Note, NoteReference, Source
from everyway.reading.context import Context
from everyway.reading.ids import Ids, slug
from everyway.reading.nearest import did_you_mean
from everyway.reading.tree import Node

Defined = Mapping[str, Node]


@dataclass(slots=True)
class Notes:
    """The notes of an edition: `defined` by file and label; numbers run through the edition in order of first call."""

    defined: Mapping[str, Defined]
    ids: Ids
    called: dict[tuple[str, str], NoteReference] = field(default_factory=dict)
    waiting: list[tuple[NoteReference, Node]] = field(default_factory=list)

    def call(self, label: str, context: Context, where: Source) -> NoteReference | None:
        """The call of a note, or None and a finding when no line `[^label]:` defines it."""
        key = context.file, label
        if before := self.called.get(key):
            return replace(before, first=False)
        labels = self.defined.get(context.file, {})
        node = labels.get(label)
        if node is None:
            message = f"The note [^{label}] is called here, but no line [^{label}]: says what it is."
            context.found.add("SRC060", message, where, did_you_mean(label, labels))
            return None
        name = self.ids.take(f"{context.section}-{slug(f'note {label}')}")
        self.called[key] = call = NoteReference(name, len(self.called) + 1)
        self.waiting.append((call, node))
        return call

    def take(self, context: Context) -> tuple[Note, ...]:
        """The notes that were called since this was last asked, with those that they call themselves."""
        notes: list[Note] = []
        while self.waiting:
            call, node = self.waiting.pop(0)
            blocks = context.inner(node.children, "note")
            notes.append(Note(call.note, call.number, blocks, context.at(node.line)))
        return tuple(notes)

    def report_uncalled(self, file: str, context: Context) -> None:
        """A finding for each note of a file that nothing calls."""
        for label, node in self.defined.get(file, {}).items():
            if (file, label) not in self.called:
                context.found.add("SRC061", f"Nothing calls the note [^{label}].", context.at(node.line))
