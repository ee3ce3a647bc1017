"""everyway: one Markdown source, every way of reading it."""

__version__ = "0.1.0"
