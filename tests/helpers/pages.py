"""Looking at pages as the people of the cast: who gets which, with how many queries, and what is exported."""

from __future__ import annotations

import csv
import datetime as dt
import io

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cahier.access import roles
from cahier.access.actors import granted_actor, role_actor
from cahier.access.entries import Grant
from cahier.journal.actor import Actor
from cahier.journal.write import Mode, write
from cahier.web.clock import today


def played_by(cast, name):
    """Return somebody of the cast with the rights that her or his role really gives."""
    if name == "diego":
        return granted_actor("account:diego", "Diego", cast.a, today())
    if name == "esi":
        return Actor("account:esi", "Esi", lambda verb, book, thing: False)
    role, book = {
        "awa": (roles.MANAGER, cast.a),
        "benito": (roles.COLLECTOR, cast.a),
        "chloe": (roles.MANAGER, cast.b),
    }[name]
    return role_actor(f"account:{name}", name.title(), role, book)


def grant_diego(cast, what="named", last_day=None):
    """Let Diego read what a grant of this kind opens, until a day."""
    given = Grant(
        day=dt.date(2026, 3, 2), holder_type="account", holder="account:diego", what=what, role="adviser",
        first_day=dt.date(2026, 3, 2), last_day=last_day, purpose="Accompanies the programme",
    )  # fmt: skip
    write(cast.a, [given], actor=cast.awa, mode=Mode.FACT)


def status(acting, cast, book, who, pages):
    """Return the status of each page for one person of the cast."""
    browser = acting(played_by(cast, who))
    return {name: browser.get(address(book, name)).status_code for name in pages}


def address(book, page):
    """Return the address of a page given as its name, or as name and parts."""
    name, *parts = (page,) if isinstance(page, str) else page
    return reverse(name, args=[book.slug, *parts])


def cost(browser, url):
    """Return how many queries a page needs."""
    browser.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(url).status_code == 200
    return len(seen)


def exported(browser, url):
    """Return the rows of the CSV export of a list, without its head."""
    answer = browser.get(f"{url}{'&' if '?' in url else '?'}export=csv")
    assert answer.status_code == 200
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), csv.Sniffer().sniff(text.splitlines()[0])))
    return [row for row in rows[1:] if row]


def speaks(browser, url, language):
    """Return a page in a language."""
    answer = browser.get(url, headers={"accept-language": language})
    assert answer.status_code == 200, url
    return answer.content.decode()


def text_of(answer):
    """Return the text of a page with every kind of blank made plain."""
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")
