"""YAML in, plain values and the line of each of them out. Content is data: no tags, no anchors, no surprises.

Scalars follow YAML 1.2: only `true` and `false` are yes and no, so `language: no` is Norwegian, and a number with a
leading zero, as in a telephone number, stays text.
"""

import datetime
import re
from dataclasses import dataclass, field

import yaml

from everyway.model.source import Source
from everyway.reading.found import Found

Value = None | bool | int | float | str | datetime.date | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]
DEEPEST = 20
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
)
"""Those that plain values have of themselves."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Settings:
    """A YAML file's value; `lines` has the place of each value and key, `raw` the very words of each plain scalar."""

    file: str
    value: Value
    lines: dict[Path, Source] = field(default_factory=dict)
    raw: dict[Path, str] = field(default_factory=dict)

    def where(self, path: Path) -> Source:
        """The place of a value, or of the nearest one around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, Source(self.file))


def read_yaml(text: str, file: str, found: Found, first_line: int = 1) -> Settings | None:
    """The settings in a text, or None with a finding that says in which line it goes wrong and why."""
    settings = Settings(file, None)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            return settings
        settings.value = _Reader(settings, found, first_line).value(node, ())
    except yaml.YAMLError as error:
        _broken(error, text, file, found, first_line)
        return None
    except RecursionError:
        found.add("PUB001", "This is nested too deeply to be read.", Source(file, first_line))
        return None
    return settings


class _Reader:
    def __init__(self, settings: Settings, found: Found, first_line: int) -> None:
        self.settings = settings
        self.found = found
        self.first_line = first_line
        self.seen: set[int] = set()

    def where(self, node: yaml.Node) -> Source:
        mark = node.start_mark
        return Source(self.settings.file, mark.line + self.first_line, mark.column + 1)

    def value(self, node: yaml.Node, path: Path) -> Value:
        where = self.where(node)
        self.settings.lines.setdefault(path, where)
        if id(node) in self.seen:  # the same node again is an alias; following it is how a small file grows without end
            place = self.settings.lines[path]
            self.found.add("PUB011", "An alias (*name) repeats another part of the file.", place)
            return None
        self.seen.add(id(node))
        if len(path) > DEEPEST:
            self.found.add("PUB001", f"This is nested more than {DEEPEST} levels deep.", where)
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        if node.tag not in _TAGS:
            self.found.add("PUB011", f"The tag {node.tag} is not used here.", where)
        words = _CONTROL.sub("", node.value)
        if isinstance(node, yaml.ScalarNode) and node.style is None:
            self.settings.raw[path] = words
            return scalar(words)
        return words

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            where = self.where(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.found.add("PUB001", "A key is a single word here, not a list or a mapping.", where)
                continue
            key = _CONTROL.sub("", key_node.value)
            if key == "<<":
                self.found.add("PUB011", "Merging with “<<” is not used here.", where)
                continue
            if key in values:
                first = self.settings.lines[(*path, key)].line
                self.found.add(
                    "PUB005", f"“{key}” stands here a second time; it was already given in line {first}.", where
                )
                continue
            self.settings.lines[(*path, key)] = where
            values[key] = self.value(value_node, (*path, key))
        return values


def scalar(words: str) -> Value:
    """A plain scalar's value: nothing, yes or no, a number, a date, or just its words."""
    if words in {"", "~", "null"}:
        return None
    if words in {"true", "false"}:
        return words == "true"
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", words):
        return int(words)
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}", words):
        return float(words)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        try:
            return datetime.date.fromisoformat(words)
        except ValueError:
            return words
    return words


_QUOTES = "Put the value in double quotes."
_CAUSES = (
    (
        "mapping values are not allowed",
        "There is a colon inside the words of a value.",
        'Put the whole value in double quotes: key: "words: more words".',
    ),
    (r"'\\t'|tab", "The line is indented with a tab.", "Use spaces, not tabs, to indent."),
    (
        "quoted scalar|document separator",
        "A quotation mark is opened and never closed, or closed too early.",
        "Close the quotation, or put the value in the other kind of quotation marks.",
    ),
    (
        "could not find expected ':'",
        "A key stands here without a colon after it.",
        "Write a colon and a space after the key: key: value.",
    ),
    (
        "flow mapping|flow sequence|',' or",
        "A bracket or brace is opened and never closed, or a comma is missing.",
        "Close every { with } and every [ with ], with commas between the values.",
    ),
    (
        "block end|block mapping|block collection|block sequence",
        "The indentation does not line up with the lines above.",
        "Begin keys that belong together in the same column, with spaces only.",
    ),
    (
        "undefined alias|alphabetic or numeric|scanning an (alias|anchor)",
        "A value begins with * or &, which mean something else here.",
        _QUOTES,
    ),
    (
        "cannot start any token|'%'|directive",
        "A value begins with a sign that means something else here, such as @, ` or %.",
        _QUOTES,
    ),
    ("tag", "A value begins with !, which means something else here.", _QUOTES),
    (
        "special characters|unacceptable",
        "There is a character here that nobody can see.",
        "Delete the line and type it again.",
    ),
)


def _broken(error: yaml.YAMLError, text: str, file: str, found: Found, first_line: int) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}" if mark else str(error)
    if mark and re.search("quoted scalar|flow|expected ':'", problem):
        # The cause stands where the quotation or bracket opens, or where the key without a colon begins.
        mark = getattr(error, "context_mark", None) or mark
    where = Source(file, mark.line + first_line, mark.column + 1) if mark else Source(file, first_line)
    if mark and "mapping values" in problem and re.fullmatch(r"\s+[^\s:]+", text.split("\n")[mark.line][: mark.column]):
        problem = "block mapping"  # the line's first colon: not the value is at fault, but where the line begins
    for pattern, cause, fix in _CAUSES:
        if re.search(pattern, problem):
            found.add("PUB001", cause, where, fix)
            return
    found.add("PUB001", f"This line cannot be read: {problem.strip()}.", where)
