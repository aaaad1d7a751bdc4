"""Errors a caller may catch.

SaysoError
├── InputError      an input cannot be read (path, format, encoding); exit code 2
├── LedgerError     a ledger cannot be opened, read or written; exit code 2
│   └── LedgerBusyError     another process writes to it
├── ModelError      the weights are missing, damaged or do not fit this version
└── UsageError      a request that cannot be carried out as asked

Each message says what is wrong, where, and what to do about it, in one line.
A bad document among good ones does not raise: it becomes a ``Rejection``.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of every error that Sayso raises on purpose."""


class InputError(SaysoError):
    """An input cannot be read."""


class LedgerError(SaysoError):
    """A ledger is missing, damaged, in use, of another version, or no ledger at all."""


class LedgerBusyError(LedgerError):
    """Another process is writing to a ledger."""


class ModelError(SaysoError):
    """The model's files are missing, damaged or of another version."""


class UsageError(SaysoError):
    """The request contradicts itself or names something unknown."""
