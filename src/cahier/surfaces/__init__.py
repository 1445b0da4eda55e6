"""Surfaces: what a person writes in, and what a person gets back.

The first part reads files. Any spreadsheet becomes a table of text cells (``files``, ``containers``,
``plain``), its header row is found (``header``), the habits of each column are learnt and stated
(``habits``, ``dates``), silent damage is pointed at (``damage``), columns are matched to fields
(``matching``), and tables are written back without danger for the next reader (``safe``). Nothing here
stores anything: a person confirms what was understood before the first entry is written.
"""
