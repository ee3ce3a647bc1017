"""Model to files: one module for each format, listed in `formats.py`."""
