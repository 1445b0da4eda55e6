"""State tables: fact rows that an entry made, and fold rows that sum up one subject.

Nothing is updated in place. A fact row is inserted under the id of the entry that made it and deleted
when that entry is voided; a fold row is thrown away and computed anew. Both are written set-wise with
plain SQL, because a million deliveries through objects would take the afternoon.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

from django.db import connections, models

from cahier.journal import lookups, scope
from cahier.kernel import days

if TYPE_CHECKING:
    from cahier.journal.entry import Stamp

    _Set = TypeVar("_Set")
    _Get = TypeVar("_Get")

    _TextBase = models.CharField[str, str]
else:
    _TextBase = models.CharField

_T = TypeVar("_T")
_M_co = TypeVar("_M_co", bound=models.Model, covariant=True)
_CHUNK = 5_000


class Fact(NamedTuple):
    """One row to insert: the table, and its values in the order of the table's columns."""

    model: type[StateModel]
    values: tuple[Any, ...]


class _DayColumn:
    """A day, stored as its number since 1970-01-01, so that it compares alike on every database."""

    def from_db_value(self, value: int | None, *_: object) -> dt.date | None:
        """Return the date of a stored number."""
        return None if value is None else days.date(value)

    def to_python(self, value: Any) -> Any:
        """Return a date."""
        return days.date(value) if isinstance(value, int) else value

    def get_prep_value(self, value: Any) -> Any:
        """Return the number of a date."""
        return days.number(value) if isinstance(value, dt.date) else value


if TYPE_CHECKING:

    class DayField(models.DateField[_Set, _Get]):  # what readers see is a date
        """A day, stored as its number since 1970-01-01, so that it compares alike on every database."""
else:

    class DayField(_DayColumn, models.IntegerField):
        """A day, stored as its number since 1970-01-01, so that it compares alike on every database."""


class IdField(_TextBase):
    """An identifier in its 36-character spelling."""

    def __init__(self, **options: Any) -> None:
        options["max_length"] = 36
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """Leave out the fixed length."""
        name, path, arguments, options = super().deconstruct()
        del options["max_length"]
        return name, path, arguments, options


class ScopedManager(models.Manager[_M_co]):
    """The default manager: only rows of the books in scope, and an error where there is no scope."""

    def get_queryset(self) -> models.QuerySet[_M_co]:
        """Return the rows of the open books."""
        books = scope.open_books(self.model.__name__)
        if len(books) == 1:
            return super().get_queryset().filter(book=next(iter(books)))
        return super().get_queryset().filter(book__in=books)


class StateModel(models.Model):
    """Base of all state tables. Each row carries its book; ids are unique per book."""

    COLUMNS: ClassVar[tuple[str, ...]]

    book = IdField()
    id = IdField()

    objects = ScopedManager()
    every = models.Manager()

    class Meta:
        abstract = True
        default_manager_name = "objects"
        base_manager_name = "every"

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Return the names of the columns, in table order."""
        if "COLUMNS" not in cls.__dict__:
            cls.COLUMNS = tuple(f.attname for f in cls._meta.concrete_fields)
        return cls.COLUMNS

    @classmethod
    def row(cls, **values: Any) -> tuple[Any, ...]:
        """Return the values in column order; every column must be given. Days as dates or day numbers."""
        names = cls.columns()
        if len(values) != len(names):
            raise TypeError(f"{cls.__name__}: given {sorted(values)}, wanted {sorted(names)}")
        return tuple([values[name] for name in names])


class FactModel(StateModel):
    """Base of fact tables. ``id`` is the entry's; ``line`` counts the rows of one entry from 0."""

    pk = models.CompositePrimaryKey("book", "id", "line")
    line = models.SmallIntegerField(default=0)

    class Meta(StateModel.Meta):
        abstract = True

    @classmethod
    def fact(cls, at: Stamp, line: int = 0, **values: Any) -> Fact:
        """Return the row that the entry of this stamp makes."""
        return Fact(cls, cls.row(book=at.book, id=at.id, line=line, **values))


class FoldModel(StateModel):
    """Base of fold tables: one row a subject, ``id`` is the subject's."""

    pk = models.CompositePrimaryKey("book", "id")

    class Meta(StateModel.Meta):
        abstract = True


def insert(model: type[models.Model], rows: Iterable[Sequence[Any]], columns: Sequence[str] = ()) -> None:
    """Insert rows given in column order, in one statement prepared once."""
    names = columns or [f.attname for f in model._meta.concrete_fields]
    connection = connections[scope.database()]
    quote = connection.ops.quote_name
    listed = ", ".join(quote(name) for name in names)
    places = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({listed}) VALUES ({places})", list(rows)
        )


def refresh_statistics() -> None:
    """Let PostgreSQL look at tables that were just filled; until it does, it plans as if they were empty.

    SQLite needs nothing: its planner reads the indexes.
    """
    connection = connections[scope.database()]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def delete(model: type[StateModel], book: str, ids: Iterable[str], column: str = "id") -> None:
    """Delete the rows of these ids in one book."""
    connection = connections[scope.database()]
    table, name = connection.ops.quote_name(model._meta.db_table), connection.ops.quote_name(column)
    condition, listed = lookups.among(connection.vendor, name, sorted(set(ids)))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE book = %s AND {condition}", [book, listed])


def chunks(items: Sequence[_T], size: int = _CHUNK) -> Iterable[Sequence[_T]]:
    """Yield the items in runs short enough for one SQL statement."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
