"""Floor 1: long work outside the page that asked for it, with progress, in one child process.

The port is ``cahier.kernel.jobs``. ``queue`` keeps jobs in a table of the same database, ``inline`` does them
at once, ``worker`` is the child process that ``serve`` starts.
"""
