"""The kinds of part a pack may have: where their files lie and which texts each part is given.

The structure of a kind is in ``<folder>/<name>.toml``, its words in ``<folder>/text/<language>/<name>.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass

from cahier.guide import parts

LEVEL = "level"
"""Stands in ``texts`` for one text per anchor of the scale: ``level_1``, ``level_3`` ..."""


@dataclass(frozen=True)
class Kind:
    """One kind of part. ``texts`` are the ones required unless the pack declares others.

    ``if_true``: texts required of the parts in which the field of the same name is true, and of no other.
    """

    name: str
    cls: type[parts.Part]
    texts: tuple[str, ...]
    folder: str = "framework"
    if_true: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Where the structure of this kind lies in a pack."""
        return f"{self.folder}/{self.name}.toml"

    def text_file(self, language: str) -> str:
        """Where the words of this kind lie in a pack."""
        return f"{self.folder}/text/{language}/{self.name}.toml"


KINDS: tuple[Kind, ...] = (
    Kind("variables", parts.Variable, ("name", "about")),
    Kind("sections", parts.Section, ("name",)),
    Kind("items", parts.Item, ("name", "question", "why", LEVEL, "evidence")),
    Kind("functions", parts.Function, ("name", "about", "proof")),
    Kind("types", parts.OrganisationType, ("name", "about", "start")),
    Kind("causes", parts.Cause, ("name", "question", "sign", "answer", "no_answer")),
    Kind("responses", parts.Response, ("name", "about", "example")),
    Kind("roles", parts.Role, ("name", "able")),
    Kind("proofs", parts.Proof, ("name",)),
    Kind("groups", parts.Group, ("name", "about")),
    Kind("grades", parts.Grade, ("name", "about")),
    Kind("levels", parts.Level, ("name",)),
    Kind(
        "modules",
        parts.Module,
        ("title", "outcome", "activities", "check_30", "check_90", "materials"),
        folder="modules",
        if_true=("practical_task",),
    ),
)
BY_NAME = {kind.name: kind for kind in KINDS}
