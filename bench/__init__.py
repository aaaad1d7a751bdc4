"""BENCH: measures the shipped package on public corpora and on the project's own conflict set. Imports sayso only."""
