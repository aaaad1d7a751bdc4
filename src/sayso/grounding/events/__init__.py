"""Events of one document: mentions that tell the same event are joined, with who, where, when and how sure.

Takes a ``Reading`` with its event mentions and the document's actors, places and times; gives an ``Event`` for each
(type, actors, recipients, place, day). Touches nothing else. The order of work stands in ``link.py``.
"""
