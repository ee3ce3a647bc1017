"""What a copy editor looks for: words, links, pictures, headings, tables and signs, read once as one `Copy`."""
