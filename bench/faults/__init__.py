"""What becomes of a ledger when the process that writes it is killed, or the disk fails: ``python -m bench.faults``."""
