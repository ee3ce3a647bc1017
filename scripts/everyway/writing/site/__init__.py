"""The web site: pages rendered from the model, handed to MkDocs by a thin adapter (`plugin.py`)."""
