"""WEB: the ledger in a browser. A face, beside the command line.

Takes requests over HTTP, and the path of a ledger. Gives pages made on the server, and the same as JSON and CSV.
May touch the ledger for reading, and for writing through ``sayso.engine`` only; a listening socket is handed to it.
"""
