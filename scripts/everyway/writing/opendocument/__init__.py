"""OpenDocument text (ODF 1.3): an edition for LibreOffice and all programs that read it.

Pandoc's writer of this format loses alternative texts and languages inside languages, so it is written here: `text`
says what each paragraph is and in which items of which lists it stands, `lists` builds the tree of lists from that.
"""
