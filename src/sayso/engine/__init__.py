"""ENGINE: walks documents through the rooms.

Takes what intake gives, a reader and a grounding; gives reports and rejections in the same order; touches nothing
itself.
"""
