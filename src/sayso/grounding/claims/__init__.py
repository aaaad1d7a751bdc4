"""CLAIMS: one line in plain words for each event, condition or opinion, as each voice of a document has it.

Takes a reading, its actors and its events; gives claims in reading order, worded with the document's own words, each
with the article's own stance and the words that show it. Touches its own word list in ``data/`` and nothing else.
"""
