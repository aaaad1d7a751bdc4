"""ENGINE: walks documents through the rooms.

Takes what intake gives and a reader; gives readings and rejections in the same order; touches nothing itself.
"""
