"""Content to model: the only rooms that know Markdown and YAML."""
