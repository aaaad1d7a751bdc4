"""VOICES: the rules on top of the model. Takes a document, its sentences, the model's mentions and raw
attributions; gives finer mentions, attributions with voice, parent, chain and root, and the share of the text
that rests on each voice. Touches its own word lists in ``data/`` and nothing else; runs no model."""
