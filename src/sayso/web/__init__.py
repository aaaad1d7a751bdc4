"""The web app: a ledger in a browser, on the analyst's own machine.

Takes: requests over HTTP, and the path of a ledger. Gives: pages made on the server, and the same as JSON and CSV.
May touch: the ledger for reading; for writing only through ``sayso.engine``; one listening socket.
"""
