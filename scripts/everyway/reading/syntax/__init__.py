"""Rules that our dialect adds to CommonMark: one a file."""
