"""HEADS of the one encoder: label lists and decoding. Training takes its labels from here."""
