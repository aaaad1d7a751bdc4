"""GROUNDING: what a document's words stand for in the world. Takes a document's text, its date and what reading found
in it; gives calendar intervals for its time expressions and places for its place names, each with the rule that
found it, or the reason why it is unknown. Touches its own tables in ``data/`` folders and nothing else: no clock,
no network, no memory of other documents."""
