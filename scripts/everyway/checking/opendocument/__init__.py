"""OpenDocument texts, read back as XML: the package, all of the text, and what would shut a reader out.

`package` reads the file, `account` what it tells, `rules` what it must not do, `check` are the checks of the gate.
"""
