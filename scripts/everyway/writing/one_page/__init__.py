"""HTML in one file: an edition with its pictures and its look inside, for archives, e-mail and reading offline."""
