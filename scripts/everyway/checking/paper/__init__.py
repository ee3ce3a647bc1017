"""What a reader of paper meets: the checks of a rendered PDF, from the letters on its sheets and not from CSS.

- `pdfium`: every sheet as it is drawn, as `drawn.Sheet`s.
- `copy.Copy`: a printed copy to look at: its sheets joined with its structure tree, and what is asked of it.
- One rule a file, or a few that look at the same thing; each gives findings for a `Copy`.
- `check`: which rules hold for which format, as a table, and the gate's check.
"""
