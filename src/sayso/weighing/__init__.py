"""Takes what many articles assert and gives what is claimed across them: on whose word, and how many origins that is.

May touch nothing: no file, no clock, no model, no ledger. Whoever calls hands in assertions and what is known of how
their texts derive from each other.
"""
