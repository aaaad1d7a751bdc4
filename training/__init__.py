"""TRAINING: makes the weights that ``sayso.reading`` ships. Needs the extra ``train``; not in the wheel."""
