"""One command, one file; the tuple of all stands in ``sayso.cli.main``."""
