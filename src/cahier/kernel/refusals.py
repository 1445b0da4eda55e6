"""One catalogue of everything the program may refuse, with a code that never changes.

A reason is declared once, beside the rule it belongs to, with a sentence that says what is wrong and
how to mend it. Sentences are written in English and translated when they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

CATALOGUE: dict[str, Reason] = {}


@dataclass(frozen=True)
class Reason:
    """Why something is refused or questioned: a permanent code and a sentence with ``{places}``.

    ``amounts`` names the places that hold minor units of the book's currency, ``masses`` those in grams.
    """

    code: str
    sentence: str
    amounts: tuple[str, ...] = ()
    masses: tuple[str, ...] = ()

    def __call__(self, **details: Any) -> Problem:
        """Return the problem: this reason with the details that fill its sentence."""
        return Problem(self, details)


@dataclass(frozen=True)
class Problem:
    """One reason met in one case. ``where`` names the field, row or file, in the words of the surface."""

    reason: Reason
    details: Mapping[str, Any] = field(default_factory=dict)
    where: str = ""

    @property
    def code(self) -> str:
        """The permanent code of the reason."""
        return self.reason.code

    def at(self, where: str) -> Problem:
        """Return the same problem with the place where it was met."""
        return Problem(self.reason, self.details, where)

    def say(
        self,
        translate: Callable[[str], str] = str,
        show: Callable[[Any], str] = str,
    ) -> str:
        """Return the sentence in the reader's language, details shown in the reader's habits.

        A detail may itself be a problem (why something is so); it is said in the same language.
        """
        shown = {
            name: value.say(translate, show) if isinstance(value, Problem) else show(value)
            for name, value in self.details.items()
        }
        return translate(self.reason.sentence).format(**shown)

    def __str__(self) -> str:
        return self.say()


class Refused(Exception):
    """Something is not accepted; nothing of it was written.

    ``problems`` says why, each with its place. The caller shows them; they are never swallowed.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def reason(
    code: str, sentence: str, *, amounts: tuple[str, ...] = (), masses: tuple[str, ...] = ()
) -> Reason:
    """Declare a reason. ``code`` is ``feature.what``, unique, and stays when the sentence is bettered.

    Raises ``ValueError`` if the code is taken by another sentence.
    """
    made = Reason(code, sentence, amounts, masses)
    if CATALOGUE.setdefault(code, made) != made:
        raise ValueError(f"refusal {code} is declared twice")
    return made
