"""Lists: a real table with its count, filters in the address, pages, and an export of exactly what is shown."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cahier.web import formats

SIZE = 50
Apply = Callable[[Any, str], Any]


@dataclass(frozen=True)
class Column:
    """One column. ``show(row)`` returns its text; ``plain(row)`` the value for spreadsheets, if another.

    The first column is the row's header: ``href`` its link, ``under`` a second, smaller line. ``tone(row)``
    makes the cell a tag (``""``, ``ok``, ``red``, ``now``); ``long`` takes the full width on a phone.
    """

    label: Any
    show: Callable[[Any], Any]
    plain: Callable[[Any], Any] | None = None
    numeric: bool = False
    href: Callable[[Any], str] | None = None
    under: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    long: bool = False

    def cell(self, row: Any) -> dict[str, Any]:
        """Return what the template shows of one row."""
        return {
            "label": self.label, "text": self.show(row), "numeric": self.numeric, "long": self.long,
            "href": self.href(row) if self.href else "", "under": self.under(row) if self.under else "",
            "tone": self.tone(row) if self.tone else None, "day": isinstance(self.value(row), dt.date),
        }  # fmt: skip

    def value(self, row: Any) -> Any:
        """Return what a spreadsheet gets of one row."""
        found = self.plain(row) if self.plain else self.show(row)
        plain = found is None or isinstance(found, str | int | dt.date) or hasattr(found, "quantize")
        return found if plain else str(found)


@dataclass(frozen=True)
class Filter:
    """One filter. ``apply(rows, value)`` narrows the rows; ``choices`` (code, word) make it a list."""

    name: str
    label: Any
    apply: Apply
    choices: Sequence[tuple[str, Any]] = ()
    type: str = "search"

    def bound(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the template shows, with the value that stands in the address."""
        value = request.GET.get(self.name, "").strip()
        return {
            "name": self.name,
            "label": self.label,
            "choices": self.choices,
            "type": self.type,
            "value": value,
        }


class Names(dict[str, str]):
    """How the ids in some columns are called: ``Names(Person, "supplier")``, given to a table as ``prepare``.

    It asks once for all rows of a page; ``names[row.supplier]`` is empty for an id that is not there.
    """

    def __init__(self, model: Any, *columns: str) -> None:
        super().__init__()
        self.model, self.columns = model, columns

    def __missing__(self, key: str) -> str:
        return ""

    def __call__(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Look up what the rows name, and return the rows."""
        wanted = {getattr(row, column) for row in rows for column in self.columns} - {"", None} - set(self)
        if wanted:
            found = self.model.objects.filter(id__in=wanted)
            self.update((one.id, str(one)) for one in found.order_by("-line"))
        return rows


def all_of(*steps: Callable[[Sequence[Any]], Iterable[Any]]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Return one ``prepare`` that does several, one after the other."""

    def prepare(rows: Sequence[Any]) -> Sequence[Any]:
        for step in steps:
            rows = list(step(rows))
        return rows

    return prepare


class Table:
    """A list as a page shows it. ``rows`` is a queryset or a sequence, in order.

    A page that has a table returns ``table.export()`` first, if ``table.wanted`` says ``csv`` or ``xlsx``.
    ``prepare`` gets the rows of one page at once, for what would otherwise be a query per row.
    """

    def __init__(
        self,
        request: HttpRequest,
        rows: Any,
        columns: Sequence[Column],
        *,
        filters: Sequence[Filter] = (),
        name: str = "list",
        empty: Any = "",
        size: int = SIZE,
        prepare: Callable[[Sequence[Any]], Iterable[Any]] = list,
    ) -> None:
        self.columns, self.name, self.empty, self.prepare = (
            columns,
            name,
            empty or _("Nothing here yet."),
            prepare,
        )
        self.filters = [one.bound(request) for one in filters]
        for one, bound in zip(filters, self.filters, strict=True):
            rows = one.apply(rows, bound["value"]) if bound["value"] else rows
        self.everything = rows
        self.page: Page[Any] = Paginator(rows, size).get_page(request.GET.get("page"))
        self.count = self.page.paginator.count
        self.wanted = {"csv": "csv", "xlsx": "xlsx"}.get(request.GET.get("export", ""), "")

    @property
    def count_shown(self) -> str:
        """The count in the reader's habits."""
        return formats.number(self.count)

    @property
    def counted(self) -> str:
        """The line above the list: ``1 to 50 of 340``."""
        if not self.page.has_other_pages():
            text = ngettext("{n} row", "{n} rows", self.count)
            return text.format(n=self.count_shown)
        first, last = formats.number(self.page.start_index()), formats.number(self.page.end_index())
        return _("{first} to {last} of {all}").format(first=first, last=last, all=self.count_shown)

    @property
    def rows(self) -> Iterator[list[dict[str, Any]]]:
        """The cells of this page."""
        for row in self.prepare(list(self.page.object_list)):
            yield [column.cell(row) for column in self.columns]

    def export(self) -> HttpResponse:
        """Return everything the filters let through as a spreadsheet in which no cell can run a formula."""
        from cahier.surfaces import safe

        stream = io.BytesIO()
        heads = [safe.Column(str(column.label)) for column in self.columns]
        safe.write_table(stream, self.wanted, heads, self._values(), sheet=_("Data"), meanings=_("Columns"))
        types = {
            "csv": "text/csv; charset=utf-8",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
        response = HttpResponse(stream.getvalue(), content_type=types[self.wanted])
        response["Content-Disposition"] = f'attachment; filename="{self.name}.{self.wanted}"'
        return response

    def _values(self) -> Iterator[list[Any]]:
        pages = Paginator(self.everything, 1000)
        for number in pages.page_range:
            for row in self.prepare(list(pages.page(number).object_list)):
                yield [column.value(row) for column in self.columns]
