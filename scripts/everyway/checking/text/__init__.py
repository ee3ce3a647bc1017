"""Plain text, held against the model: `expected` says sign by sign what the file must hold, `check` looks."""
