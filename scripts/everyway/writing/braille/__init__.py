"""Braille files: for embossers and displays (BRF, PEF), for reading systems (eBraille), and a preview for editors."""
