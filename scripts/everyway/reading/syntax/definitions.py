"""Definition lists: a term, then `: ` and its meaning. A line that begins with `~` is plain words, as in CommonMark."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin


def definition_rule(md: MarkdownIt) -> None:
    """Add the rule of mdit-py-plugins, but not the second sign that it takes for a meaning."""
    deflist_plugin(md)
    [deflist] = [rule for rule in md.block.ruler.getRules("") if rule.__name__ == "deflist"]

    def definitions(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        line = start_line + (0 if silent else 1)
        if line < end_line and not silent and state.isEmpty(line):
            line += 1
        if line >= end_line or state.src.startswith("~", state.bMarks[line] + state.tShift[line]):
            return False
        return deflist(state, start_line, end_line, silent)

    md.block.ruler.at("deflist", definitions, {"alt": ["paragraph", "reference", "blockquote"]})
