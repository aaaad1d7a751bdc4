"""LINEAGE: says which texts derive from which.

Takes ``Document``s, two or a family of them; gives what they share (``Alignment``), which is the parent (``Derivation``,
``Family``) and what changed. Touches nothing: candidates are handed in by the caller, who keeps the sketches.
"""
