"""WEIGHING: says what is claimed across articles, on whose word, and how many independent origins that makes.

Takes ``Assertion``s of many articles and what lineage found to be carried over; gives ``Match``es, clusters and
``Weighed``. Touches nothing: candidates are handed in by the caller, who keeps the blocks.
"""
