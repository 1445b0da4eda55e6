"""Floor 1: books, entries, and the one door by which anything is written.

An entry says what happened or was decided. It is checked, appended to a hash chain and applied to the
state tables in one transaction; nobody edits it. State can be thrown away and rebuilt from the entries.
"""
