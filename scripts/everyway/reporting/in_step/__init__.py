"""Plan and Easy Read kept in step, for people: `outstanding.py` for a console, `page.py` for the report."""
