"""What the formats on paper share: the press (WeasyPrint behind types), what it may read and what it complains of.

- `local.LocalFiles`: the only files that printing may read; everything else is refused.
- `press.Press`: a theme's style sheets and typefaces, read once a process; prints HTML to a tagged PDF.
- `complaints`: what the print engine complained of, in plain words and with the line of the sources.
- `pages.too_wide`: words that do not fit on their page.
- `front`: the title page, contents and back page as values for the templates.
"""
