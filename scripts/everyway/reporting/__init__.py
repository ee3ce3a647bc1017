"""Findings to people: one module for each report."""
