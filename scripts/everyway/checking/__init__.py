"""Files to findings: one module for each thing that is checked. Nothing here shares code with what wrote the files.

The fidelity of every format is measured in one way: both the model and the file become an `account` of what a reader is
told, in order, and the two are compared.

- `account`: words, pictures and calls of notes with what surrounds them; `expected` makes one from the model
- `difference`, `fidelity`: where two accounts differ, and what that means to a reader
- `pdf`, `pdf_account`, `pdf_navigation`: a PDF by its tags, bookmarks, contents and links
- `ebook`: an e-book, its words, its ways, its voice and what it says of itself
- `site`, `html_account`, `site_pages`, `site_links`: the site page by page
- `page_validation`, `verapdf`, `web`: judgements of others, each behind a seam
- `source`, `easy_read`, `covers`, `pronunciations`, `waivers`: the text itself
- `gate`: the table of what every build checks; `deep`: what `everyway check` adds
- `rules/`: every rule as data: what it asks, why, how to mend a breach, and who can
"""
