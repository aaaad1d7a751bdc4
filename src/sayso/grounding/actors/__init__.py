"""Who acts in a text: mentions of persons, offices, organisations, states and groups, joined to actors.

Takes a ``Reading`` (its text, names, attributions and events); gives a tuple of ``Actor``. Touches its own lists in
``data/``, once. The order of work stands in ``find.py``; ``keys.py`` compares names across documents.
"""
