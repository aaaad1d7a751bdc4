"""FETCH: from one web address to its bytes.

Takes an address that the caller names, and what is known of an earlier visit; gives ``Fetched``, ``NotModified``, or a
``Rejection`` with its reason; may touch the public internet, one request at a time, and nothing within the caller's own
network. It reads a clock only to keep limits and pauses; no result holds a time. Nothing is fetched unasked: no other
room calls this one, and no address that an answer names is visited, except where the server redirects.
"""

from sayso.fetch.fetcher import fetch
from sayso.fetch.records import Fetched, FetchSettings, NotModified, Validators
from sayso.fetch.visits import Visits

__all__ = ["FetchSettings", "Fetched", "NotModified", "Validators", "Visits", "fetch"]
