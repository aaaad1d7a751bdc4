"""Names of places in a text become locations.

Takes the text, the spans of the names, and what is known about the outlet; gives a ``Place`` for each span. Touches the
gazetteer in ``data/``, once. ``find.py`` marks names by rule, for a text whose names nobody has marked. The order of
work stands in ``resolve.py``.
"""
