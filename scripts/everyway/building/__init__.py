"""Which jobs, in what order."""
