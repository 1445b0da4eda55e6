"""Awa has her members in a spreadsheet, and wants them in the book."""

from __future__ import annotations

import datetime as dt

from tests.conftest import Cast

from cahier.journal.models import JournalEntry
from cahier.registry.models import Person
from cahier.surfaces.models import ImportRun
from surfaces.importing import csv_bytes, imported

MEMBERS = csv_bytes(
    "Matricule;Nom;Prénoms;Sexe;Date;Superficie (ha)",
    "M-01;Kolibé;Awa;F;12/03/2024;1,25",
    "M-02;Danso;Benito;Homme;13/03/2024;2",
    "M-03;Téko;Esi;femme;14/03/2024;0,5",
)


def test_a_member_list_becomes_people(cast: Cast) -> None:
    run = imported(cast.a, "registry.person", MEMBERS, cast.awa)
    assert run.status == ImportRun.DONE
    assert run.counts == {"rows": 3, "written": 3, "there": 0, "refused": 0}
    awa = Person.objects.get(code="M-01")
    assert (awa.family_name, awa.given_names, awa.sex, awa.area_m2) == ("Kolibé", "Awa", "f", 12_500)
    assert awa.day == dt.date(2024, 3, 12)
    assert JournalEntry.objects.filter(book=cast.a, batch=run.id).count() == 3
