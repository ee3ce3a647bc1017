"""Braille files, read back as a reader would: what is on the pages, and what it says when it is put into print again.

Nothing here is shared with what made them but liblouis: cells, letters and marks are told anew.
"""
