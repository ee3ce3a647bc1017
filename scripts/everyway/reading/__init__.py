"""Content to model: the only rooms that know Markdown and YAML.

The way of a publication, in order:

1. `publication.py` reads `content/publication.yml` (`yaml_files.py`: values with their lines; `schema.py`: what is
   wrong with them, in an editor's words), the words (`glossary.py`) and the pictures (`pictures.py`, `svg.py`,
   `sets.py`).
2. `editions.py` drafts each edition: `parts.py` reads its files (`files.py`, `front_matter.py`), `markdown.py` parses
   them by CommonMark and the rules of our dialect (`syntax/`), and `outline.py` gives every heading its id. Now every
   place that a link can lead to is known (`places.py`).
3. `sections.py` reads the text: `blocks.py` has the table of readers, one for each kind of block; `inlines.py` makes
   the words of a block a flat row of `pieces.py`, which `sentences.py` cuts into sentences.
4. `word_list.py` adds the list of the words that were used.

Whatever is wrong becomes a finding (`found.py`) with its line; nothing here stops at the first, prints or raises.
"""
