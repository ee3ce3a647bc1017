"""HTML in one file, read back as a browser builds it: all the text, and a page that is sound and needs nothing else."""
