"""The shell: what every feature's pages stand on. Layout, forms, tables, formats, books in addresses.

It knows no feature. A feature brings ``pages.py`` and ``urls.py``, and registers its tabs and steps in
``menu.py``; the shell finds these rooms by name.
"""
