"""Charts as SVG text made on the server from plain numbers: no Django, no script, no library.

Colours come by class from the one stylesheet, so dark, contrast and print need no second drawing. Tones
also differ by texture or shape, so nothing is said by colour alone. Each chart carries its title, a
description that states its message, its key and its table twin; ``standalone`` dresses one for a document.

Words and the sentence of the message are given translated; numbers are written by a ``show`` of the
caller. The same input gives the same bytes.
"""
