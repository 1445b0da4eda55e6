"""The people of every test, in two books. All made up."""

from __future__ import annotations

from collections.abc import Callable


class Cast:
    """Two organisations and the people around them. All made up."""

    def __init__(self, a: str, b: str) -> None:
        from cahier.journal.actor import Actor

        def only(*books: str, verbs: tuple[str, ...] = ("read", "write")) -> Callable[[str, str, str], bool]:
            return lambda verb, book, thing: book in books and verb in verbs

        self.a, self.b = a, b
        self.awa = Actor("account:awa", "Awa", only(a))
        self.benito = Actor(
            "account:benito", "Benito", lambda verb, book, thing: book == a and thing == "supply.delivery"
        )
        self.chloe = Actor("account:chloe", "Chloe", only(b))
        self.diego = Actor("account:diego", "Diego", only(a, verbs=("read",)))
        self.esi = Actor("account:esi", "Esi", lambda verb, book, thing: False)
