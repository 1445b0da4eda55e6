"""What a pack is made of. Ids are permanent: a change of meaning needs a new id, never a new text.

``grade`` says how well a part is founded (``S`` read in a source, ``K`` held by practitioners, ``D``
proposed by the pack, ``?`` to be verified) and ``source`` names the source where there is one.
A field whose metadata says ``of`` holds ids of that kind of part.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields

Ids = tuple[str, ...]
Numbers = tuple[int, ...]
Choices = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """Anything in a pack that has a permanent id. ``order`` is its place among its kind, from 1."""

    id: str
    order: int = 0
    grade: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Variable(Part):
    """A side of the organisation that gets its own score."""


@dataclass(frozen=True, kw_only=True)
class Section(Part):
    """A heading between variable and item, where a questionnaire has one; it gets no score."""

    variable: str = field(default="", metadata={"of": "variables"})


@dataclass(frozen=True, kw_only=True)
class Item(Part):
    """One thing the group agrees a level for.

    ``functions``: the item applies where the organisation carries one of them; none named: always.
    ``indicators``: codes of computed figures that inform it and never set it.
    ``modules`` and ``proofs``: what serves it and what shows it.
    """

    variable: str = field(default="", metadata={"of": "variables"})
    section: str = field(default="", metadata={"of": "sections"})
    functions: Ids = field(default=(), metadata={"of": "functions"})
    indicators: Ids = ()
    modules: Ids = field(default=(), metadata={"of": "modules"})
    proofs: Ids = field(default=(), metadata={"of": "proofs"})

    def applies(self, functions: frozenset[str] | set[str]) -> bool:
        """Tell whether the item concerns an organisation that carries these functions."""
        return not self.functions or not functions.isdisjoint(self.functions)


@dataclass(frozen=True, kw_only=True)
class Function(Part):
    """Something an organisation does for its members; ``proofs`` show that it really does."""

    proofs: Ids = field(default=(), metadata={"of": "proofs"})


@dataclass(frozen=True, kw_only=True)
class OrganisationType(Part):
    """A degree of maturity, which decides where a programme starts.

    ``modules_allowed`` is false where no training is offered before members have a purpose of their own.
    """

    modules_allowed: bool = True


@dataclass(frozen=True, kw_only=True)
class Response(Part):
    """One kind of answer to a gap. ``by_modules`` is true where modules carry it out."""

    by_modules: bool = False


@dataclass(frozen=True, kw_only=True)
class Cause(Part):
    """Why a capacity is weak: which responses fit it, and which are known to miss it (``unfit``)."""

    responses: Ids = field(default=(), metadata={"of": "responses"})
    unfit: Ids = field(default=(), metadata={"of": "responses"})


@dataclass(frozen=True, kw_only=True)
class Role(Part):
    """A seat or task in the organisation. ``seat`` is true where the holder is elected."""

    seat: bool = False


@dataclass(frozen=True, kw_only=True)
class Proof(Part):
    """A kind of document or object that shows a level.

    ``expires_months``: months after its date when it no longer counts; 0: it does not grow old.
    ``ends``: true where the document bears its own last day of validity.
    """

    expires_months: int = 0
    ends: bool = False


@dataclass(frozen=True, kw_only=True)
class Group(Part):
    """A group that votes apart in the workshop."""


@dataclass(frozen=True, kw_only=True)
class Grade(Part):
    """How well a level is shown, from said to computed; ``order`` ranks them from the weakest."""


@dataclass(frozen=True, kw_only=True)
class Level(Part):
    """A level that bears a name. ``value`` is the level on the scale."""

    value: int = 0


@dataclass(frozen=True, kw_only=True)
class Module(Part):
    """A piece of training. Times are minutes; tasks between meetings are not counted in them.

    ``hours_min``: length of the whole course. ``half_days``: room slots it fills. ``meetings``: how often
    the group is called together, between ``min_meetings`` and ``max_meetings`` where that is open, and
    ``minutes_per_meeting`` how long each lasts. ``weeks``: from first to last day at the usual pace.
    ``roles``: for whom. ``group_min`` to ``group_max``: persons. ``needs``: modules that come first, all
    of them. ``needs_any``: of each list one comes first. ``entry_test``: an oral test may replace them.
    ``needs_theme``: its theme is chosen when it is planned. ``serves``: the items it works on, or any
    (``serves_any``). ``window``: when in the year it belongs, "" for any time.
    """

    hours_min: int = 0
    half_days: int = 0
    meetings: int = 1
    min_meetings: int = 0
    max_meetings: int = 0
    minutes_per_meeting: Numbers = ()
    weeks: int = 1
    roles: Ids = field(default=(), metadata={"of": "roles"})
    group_min: int = 0
    group_max: int = 0
    needs: Ids = field(default=(), metadata={"of": "modules"})
    needs_any: Choices = field(default=(), metadata={"of": "modules"})
    entry_test: bool = False
    needs_theme: bool = False
    serves: Ids = field(default=(), metadata={"of": "items"})
    serves_any: bool = False
    practical_task: bool = False
    women_separate_first: bool = False
    method: str = ""
    window: str = ""
    cost_drivers: Ids = ()


def references(cls: type[Part]) -> dict[str, str]:
    """Return the fields of a kind of part that hold ids, with the kind of part they point to."""
    return {entry.name: entry.metadata["of"] for entry in fields(cls) if "of" in entry.metadata}


def targets(part: Part, key: str) -> tuple[str, ...]:
    """Return the ids that a field of a part holds, however they are grouped; blanks are left out."""
    value: str | Ids | Choices = getattr(part, key)
    listed = (value,) if isinstance(value, str) else value
    flat = [id_ for entry in listed for id_ in ((entry,) if isinstance(entry, str) else entry)]
    return tuple(id_ for id_ in flat if id_)
