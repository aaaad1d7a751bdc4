"""CLI: the face at the terminal.

Takes arguments and standard input; gives data on standard output, notes on standard error, an exit
code; may touch the terminal and the file named by ``--output``. A command parses, calls, prints.
"""
