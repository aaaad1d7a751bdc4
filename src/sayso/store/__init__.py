"""STORE: the ledger, one SQLite file that keeps what was taken in and what was read from it.

Takes documents, rejections and reports; gives them back, and lists of what they hold; may touch the one ledger file it
is handed, its write-ahead log and its lock. All SQL of Sayso stands in this room. ``find_...`` functions take a
``Reader``, ``save_...`` functions a ``Writer``; only the engine opens a writer.
"""
