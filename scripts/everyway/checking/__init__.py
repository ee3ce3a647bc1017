"""Files to findings: one module for each thing checked. Nothing here imports a writer."""
