"""TEXT: strings and offsets.

Takes a text; gives its lines, paragraphs, sentences and quotations as exact spans; touches nothing else.
"""
