"""TYPES: the nouns of Sayso. Frozen dataclasses only; touches nothing, imports nothing above."""
