"""Awa has her members in a spreadsheet, and wants them in the book. Everybody here is made up."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest

from cahier.journal import rebuild
from cahier.journal.models import JournalEntry, Refusal
from cahier.kernel.refusals import Refused
from cahier.registry.models import Membership, MembershipEvent, Person
from cahier.surfaces import importing, passes
from cahier.surfaces.models import ImportRun
from helpers.cast import Cast
from surfaces.importing import checked, csv_bytes, imported, taken

HEAD = "Matricule;Nom;Prénoms;Sexe;Date;Superficie (ha)"
MEMBERS = csv_bytes(
    HEAD,
    "M-01;Kolibé;Awa;F;12/03/2024;1,25",
    "M-02;Danso;Benito;Homme;13/03/2024;2",
    "M-03;Téko;Esi;femme;14/03/2024;0,5",
)
BAD = csv_bytes(
    HEAD,
    "M-01;Kolibé;Awa;F;12/03/2024;1,25",
    "M-02;Danso;Benito;perhaps;13/03/2024;2",
    "M-03;Téko;Esi;femme;14/13/2024;zero",
)


def many(count: int) -> bytes:
    return csv_bytes(HEAD, *[f"M-{n:04};Kolibé;Awa {n};F;12/03/2024;1,25" for n in range(count)])


def refused_table(run: ImportRun) -> openpyxl.Workbook:
    stream = io.BytesIO()
    importing.refused_rows(run, stream)
    return openpyxl.load_workbook(stream)


def test_a_member_list_becomes_people(cast: Cast) -> None:
    run = imported(cast.a, "registry.person", MEMBERS, cast.awa)
    assert run.status == ImportRun.DONE
    assert run.counts == {"rows": 3, "written": 3, "there": 0, "refused": 0}
    awa = Person.objects.get(code="M-01")
    assert (awa.family_name, awa.given_names, awa.sex, awa.area_m2) == ("Kolibé", "Awa", "f", 12_500)
    assert awa.day == dt.date(2024, 3, 12)
    assert JournalEntry.objects.filter(book=cast.a, batch=run.id).count() == 3


def test_nothing_is_written_by_the_dry_run(cast: Cast) -> None:
    run = checked(cast.a, "registry.person", MEMBERS, cast.awa)
    assert run.report["new"] == 3
    assert not Person.objects.exists()


def test_the_preview_shows_what_will_be_understood(cast: Cast) -> None:
    rows = importing.preview(taken(cast.a, "registry.person", BAD, cast.awa), 2)
    assert [row.number for row in rows] == [2, 3]
    assert rows[0].values["area_m2"] == 12_500
    assert [trouble.header for trouble in rows[1].troubles] == ["Sexe"]


def test_the_same_file_sent_twice_writes_once(cast: Cast) -> None:
    imported(cast.a, "registry.person", MEMBERS, cast.awa)
    again = imported(cast.a, "registry.person", MEMBERS, cast.awa, name="members (1).csv")
    assert again.counts == {"rows": 3, "written": 0, "there": 3, "refused": 0}
    renamed = imported(cast.a, "registry.person", MEMBERS, cast.awa, name="something else.csv")
    assert renamed.counts["there"] == 3
    assert Person.objects.count() == 3


def test_the_order_of_columns_and_the_habits_of_numbers_do_not_make_another_row(cast: Cast) -> None:
    imported(cast.a, "registry.person", MEMBERS, cast.awa)
    other = csv_bytes("Superficie (ha),Date,Sexe,Prénoms,Nom,Matricule", "1.250,2024-03-12,f,Awa,Kolibé,M-01")
    answers = {"Superficie (ha)": {"decimal": "."}}
    run = taken(cast.a, "registry.person", other, cast.awa, answers=answers)
    assert importing.check(run).there == 1


def test_two_truly_equal_rows_stay_two(cast: Cast) -> None:
    row = "M-01;Kolibé;Awa;F;12/03/2024;1,25"
    run = imported(cast.a, "registry.person", csv_bytes(HEAD, row, row), cast.awa)
    assert run.counts["written"] == 2
    again = imported(cast.a, "registry.person", csv_bytes(HEAD, row, row, row), cast.awa)
    assert (again.counts["written"], again.counts["there"]) == (1, 2)


def test_each_refused_cell_is_named_with_its_row_column_value_and_remedy(cast: Cast) -> None:
    run = checked(cast.a, "registry.person", BAD, cast.awa)
    assert (run.report["new"], run.report["refused"]) == (1, 2)
    found = [(one["row"], one["header"], one["value"]) for one in run.report["samples"]]
    assert found == [
        (3, "Sexe", "perhaps"),
        (4, "Date", "14/13/2024"),
        (4, "Superficie (ha)", "zero"),
    ]


def test_refused_rows_are_kept_mended_and_sent_again(cast: Cast) -> None:
    run = imported(cast.a, "registry.person", BAD, cast.awa)
    assert run.counts == {"rows": 3, "written": 1, "there": 0, "refused": 2}
    assert Refusal.objects.filter(book=cast.a, settled="").count() == 2
    book = refused_table(run)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][:6] == HEAD.split(";")
    assert "perhaps" in str(sheet.cell(2, 9).value)
    sheet.cell(2, 4).value, sheet.cell(3, 5).value, sheet.cell(3, 6).value = "m", "14/12/2024", "0,5"
    stream = io.BytesIO()
    book.save(stream)
    mended = imported(cast.a, "registry.person", stream.getvalue(), cast.awa, name="refused.xlsx")
    assert mended.counts == {"rows": 2, "written": 2, "there": 0, "refused": 0}
    assert not Refusal.objects.filter(book=cast.a, settled="").exists()
    twice = imported(cast.a, "registry.person", stream.getvalue(), cast.awa, name="refused.xlsx")
    assert twice.counts["there"] == 2
    assert sorted(Person.objects.values_list("code", flat=True)) == ["M-01", "M-02", "M-03"]


def test_the_same_bad_file_twice_fills_the_inbox_once(cast: Cast) -> None:
    imported(cast.a, "registry.person", BAD, cast.awa)
    imported(cast.a, "registry.person", BAD, cast.awa)
    assert Refusal.objects.filter(book=cast.a).count() == 2


class Cut(RuntimeError):
    """The plug was pulled."""


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cut_in_the_middle_and_gone_on_with(cast: Cast, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setattr(passes, "FIRST_BATCH", 10)
    monkeypatch.setattr(passes, "BATCH", 10)
    monkeypatch.setattr(passes, "SMALLEST", 10)
    run = checked(cast.a, "registry.person", many(47), cast.awa)
    real, calls = passes.write, []

    def cutting(*arguments: Any, **options: Any) -> Any:
        calls.append(1)
        done = real(*arguments, **options)
        if len(calls) > after:
            raise Cut
        return done

    monkeypatch.setattr(passes, "write", cutting)
    with pytest.raises(Cut):
        importing.carry_out(run, actor=cast.awa)
    assert Person.objects.count() == after * 10
    monkeypatch.setattr(passes, "write", real)
    run = ImportRun.objects.get(id=run.id)
    importing.carry_out(run, actor=cast.awa)
    assert run.counts == {"rows": 47, "written": 47, "there": 0, "refused": 0}
    assert Person.objects.count() == 47


def test_a_bad_workbook_twice_cut_at_a_row_count_the_rows(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second import of the same bad file is cut too; every row is there once or in the inbox."""
    monkeypatch.setattr(passes, "FIRST_BATCH", 10)
    monkeypatch.setattr(passes, "BATCH", 10)
    monkeypatch.setattr(passes, "SMALLEST", 10)
    lines = many(60).decode().splitlines()
    lines[25] = lines[25].replace("12/03/2024", "12/33/2024")
    lines[40] = lines[40].replace(";F;", ";?;")
    content = csv_bytes(*lines)
    for _ in range(2):
        run = checked(cast.a, "registry.person", content, cast.awa)
        real = passes.write
        steps = iter([False, False, False, True])

        def cutting(*arguments: Any, real: Any = real, steps: Any = steps, **options: Any) -> Any:
            if next(steps):
                raise Cut
            return real(*arguments, **options)

        monkeypatch.setattr(passes, "write", cutting)
        with pytest.raises(Cut):
            importing.carry_out(run, actor=cast.awa)
        monkeypatch.setattr(passes, "write", real)
        importing.carry_out(run, actor=cast.awa)
        assert run.counts["written"] + run.counts["there"] + run.counts["refused"] == 60
    assert Person.objects.count() == 59
    assert Refusal.objects.filter(book=cast.a, settled="").count() == 1


def test_all_or_nothing_writes_nothing_while_one_row_is_refused(cast: Cast) -> None:
    run = checked(cast.a, "registry.person", BAD, cast.awa)
    run.whole = True
    with pytest.raises(Refused, match="all or nothing"):
        importing.carry_out(run, actor=cast.awa)
    assert not Person.objects.exists()
    assert not Refusal.objects.exists()
    good = checked(cast.a, "registry.person", MEMBERS, cast.awa)
    good.whole = True
    assert importing.carry_out(good, actor=cast.awa).new == 3


def test_an_import_is_taken_back_as_one_and_can_be_made_again(cast: Cast) -> None:
    run = imported(cast.a, "registry.person", MEMBERS, cast.awa)
    importing.withdraw(run, why="wrong list", actor=cast.awa)
    assert not Person.objects.exists()
    again = imported(cast.a, "registry.person", MEMBERS, cast.awa)
    assert again.counts["written"] == 3
    assert Person.objects.count() == 3
    assert imported(cast.a, "registry.person", MEMBERS, cast.awa).counts["there"] == 3


def test_what_was_confirmed_is_remembered_for_the_next_file(cast: Cast) -> None:
    odd = csv_bytes("K;Nom;Quand;Terre", "M-01;Kolibé;03/04/2024;1,5")
    chosen = {"K": "code", "Quand": "day", "Terre": "area_m2"}
    answers = {"Quand": {"order": "mdy"}, "Terre": {"unit": "ha"}}
    run = taken(cast.a, "registry.person", odd, cast.awa, columns=chosen, answers=answers)
    importing.check(run)
    later = csv_bytes("K;Nom;Quand;Terre", "M-02;Danso;05/04/2024;2")
    plan = importing.understand(taken(cast.a, "registry.person", later, cast.awa))
    assert [column.key for column in plan.columns] == ["code", "family_name", "day", "area_m2"]
    assert plan.columns[2].habit.order == "mdy"
    assert not plan.questions


def test_an_open_question_stops_the_check(cast: Cast) -> None:
    unclear = csv_bytes("Matricule;Nom;Date", "M-01;Kolibé;03/04/2024")
    run = taken(cast.a, "registry.person", unclear, cast.awa)
    with pytest.raises(Refused, match="Date"):
        importing.check(run)
    plan = importing.understand(run, answers={"date": {"order": "dmy"}})
    assert not plan.questions
    assert importing.check(run).new == 1


def test_a_needed_column_that_is_missing_can_be_given_for_all_rows(cast: Cast) -> None:
    dayless = csv_bytes("Matricule;Nom", "M-01;Kolibé")
    run = taken(cast.a, "registry.person", dayless, cast.awa)
    with pytest.raises(Refused, match="No column fills"):
        importing.check(run)
    importing.understand(run, constants={"day": "2024-03-12"})
    importing.check(run)
    importing.carry_out(run, actor=cast.awa)
    assert Person.objects.get().day == dt.date(2024, 3, 12)


def test_references_are_found_by_code_then_by_name_and_listed_if_several_fit(cast: Cast) -> None:
    twins = csv_bytes(
        HEAD,
        "M-01;Kolibé;Awa;F;12/03/2024;1",
        "M-02;Danso;Benito;M;12/03/2024;1",
        "M-03;Danso;Benito;M;12/03/2024;1",
    )
    imported(cast.a, "registry.person", twins, cast.awa)
    joined = csv_bytes(
        "Jour;Membre",
        "01/04/2024;M-02",
        "13/04/2024;kolibe awa",
        "13/04/2024;Danso Benito",
        "13/04/2024;M-77",
    )
    run = imported(cast.a, "registry.joined", joined, cast.awa, name="entries.csv")
    assert run.counts == {"rows": 4, "written": 2, "there": 0, "refused": 2}
    sentences = [kind.told() for kind in importing.Report.from_json(run.report).kinds.values()]
    assert any("M-02, M-03" in sentence for sentence in sentences)
    assert any("M-77" in sentence for sentence in sentences)
    assert Membership.objects.count() == 2


def test_another_organisations_member_is_nobody_here(cast: Cast) -> None:
    from cahier.journal import scope

    with scope.reading(cast.b):
        imported(cast.b, "registry.person", MEMBERS, cast.chloe)
    run = checked(cast.a, "registry.joined", csv_bytes("Jour;Membre", "13/04/2024;M-01"), cast.awa)
    assert run.report["refused"] == 1
    assert not MembershipEvent.objects.exists()


def test_who_may_not_write_may_not_import(cast: Cast) -> None:
    for stranger in (cast.chloe, cast.diego, cast.esi):
        with pytest.raises(Refused):
            taken(cast.a, "registry.person", MEMBERS, stranger)
    run = checked(cast.a, "registry.person", MEMBERS, cast.awa)
    with pytest.raises(Refused):
        importing.carry_out(run, actor=cast.chloe)
    assert not Person.objects.exists()


def test_quantities_too_large_are_told_in_the_unit_of_the_column(cast: Cast) -> None:
    text = csv_bytes(HEAD, "M-01;Kolibé;Awa;F;12/03/2024;-3")
    run = checked(cast.a, "registry.person", text, cast.awa)
    told = importing.Report.from_json(run.report).samples[0].told()
    assert "-3 ha" in told


def test_a_file_that_changed_an_entry_already_written_is_refused_there(cast: Cast) -> None:
    stream = io.BytesIO()
    run = imported(cast.a, "registry.person", BAD, cast.awa)
    importing.refused_rows(run, stream)
    book = openpyxl.load_workbook(stream)
    sheet = book.worksheets[0]
    for sex in ("m", "f"):
        sheet.cell(2, 4).value = sex
        sent = io.BytesIO()
        book.save(sent)
        last = imported(cast.a, "registry.person", sent.getvalue(), cast.awa, name="refused.xlsx")
    assert last.counts["refused"] == 2
    assert "journal.same-id" in {one["code"] for one in last.report["samples"]}
    assert Person.objects.get(code="M-02").sex == "m"


def test_an_imported_book_rebuilds_to_the_same_bytes(cast: Cast) -> None:
    imported(cast.a, "registry.person", many(30), cast.awa)
    before = rebuild.fingerprint(cast.a)
    rebuild.rebuild(cast.a)
    assert rebuild.fingerprint(cast.a) == before


def test_money_of_another_currency_is_not_taken_for_ours(cast: Cast) -> None:
    text = csv_bytes("Jour;Nom;Montant (USD)", "13/04/2024;Caisse;10")
    run = taken(cast.a, "money.account", text, cast.awa, columns={"Montant (USD)": "overdraft"})
    with pytest.raises(Refused, match="USD"):
        importing.check(run)


def test_a_kind_that_does_not_fit_a_table_says_so(cast: Cast) -> None:
    with pytest.raises(Refused, match="no kind"):
        taken(cast.a, "journal.void", MEMBERS, cast.awa)
