"""The workshop as the room meets it: page by page, pressed twice, interrupted, on paper, by the wrong person."""

import json
import re

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from assessment_rounds import agree_all, open_round, present
from cahier import terminal
from cahier.assessment import evidence, models, queries
from cahier.assessment.commands import as_data, as_lines
from cahier.assessment.contradictions import Band
from cahier.assessment.entries import ItemAgreed
from cahier.assessment.wording import Wording
from cahier.assessment.workbench import counting
from cahier.assessment.workbench.models import OpenCount
from cahier.cli import main
from cahier.journal import files
from cahier.journal.models import JournalEntry
from cahier.journal.write import write
from helpers.samples import DAY

ASKED = {"asked_by": "The board", "purpose": "Sell together", "decided_by": "Assembly", "sharing": "po",
         "day.d": "2", "day.m": "3", "day.y": "2026"}  # fmt: skip


@pytest.fixture
def room(cast, acting, book_a):
    """Awa's browser, and a function that gives an address in her book."""
    browser = acting(cast.awa)
    return browser, lambda name, *parts: reverse(name, args=[book_a.slug, *parts])


def text(response):
    return response.content.decode()


def filled(response):
    """Return the address of the one filled button that is a link."""
    links = re.findall(r'<a class="btn(?: big)?" href="([^"]+)"', text(response))
    assert links, "a page without a way on"
    return links[0]


def hidden(response, name):
    return re.search(rf'name="{name}" value="([^"]+)"', text(response))[1]


def put_in(browser, address, *answers):
    for answer in answers:
        slip = hidden(browser.get(address), "slip")
        assert browser.post(address, {"slip": slip, "put": str(answer)}).status_code == 302


def test_from_the_demand_to_the_profile_by_the_filled_button_alone(room, cast):
    browser, at = room
    response = browser.get(filled(browser.get(at("diagnosis"))))
    response = browser.post(at("assessment-entry"), {**ASKED, "_id": hidden(response, "_id")}, follow=True)
    seats = {
        "_id": hidden(response, "_id"),
        "g.leaders": "6",
        "g.women": "5",
        "own.1": "Herders",
        "own.1.n": "3",
    }
    response = browser.post(at("round-open"), seats, follow=True)
    assert "Herders" in text(response)
    counts = {"_id": hidden(response, "_id"), "leaders.m": "6", "women.f": "5", "own1.m": "3"}
    response = browser.post(at("round-present", 1), counts, follow=True)
    address = filled(response)
    assert address == at("item", 1, "T1")
    for group, answers in (("leaders", "445543"), ("women", "11221"), ("own1", "335")):
        assert at("vote", 1, "T1", group) == filled(browser.get(address))
        put_in(browser, at("vote", 1, "T1", group), *answers)
    response = browser.post(at("reveal", 1, "T1"), follow=True)
    assert "We do not see this alike." in text(response)
    assert "Small groups together" in text(response)
    assert "Herders" not in text(response)  # three people: they are in the panel
    sent = {
        "_id": hidden(response, "_id"),
        "agreed": "5",
        "discussed": "yes",
        "rationale": "Half of us",
        "grade": "PF1",
    }
    response = browser.post(at("agree", 1, "T1"), sent)
    assert response.url == at("item", 1, "T2")
    round_id = queries.round_by_number(1).id
    row = queries.results(round_id)["T1"]
    assert (row.agreed, row.grade, row.rationale, row.discussed) == (5, "PF1", "Half of us", True)
    for item in queries.grid_of(round_id).instrument.items[1:]:
        response = browser.post(at("agree", 1, item), {"agreed": "6", "grade": "PF1"})
    assert response.url == at("round", 1)
    address = filled(browser.get(at("round", 1)))
    response = browser.post(address, {"_id": hidden(browser.get(address), "_id")}, follow=True)
    assert "Weakest link: Technical capacities and services" in text(response)
    assert browser.get(filled(response)).status_code == 200


def test_one_screen_is_pressed_twice_and_nothing_of_the_choice_is_left_to_see(room, cast):
    browser, at = room
    round_id = open_round(cast)
    address = at("vote", 1, "G2", "women")
    response = browser.get(address)
    assert "no-store" in response.headers["Cache-Control"]
    slip = hidden(response, "slip")
    chosen = browser.post(address, {"slip": slip, "v": "4"})
    assert "I put my vote in: 4" in text(chosen)
    assert not OpenCount.objects.exists()  # touching is not voting
    for _ in range(2):
        after = browser.post(address, {"slip": slip, "put": "4"}, follow=True)
    assert counting.put_in(round_id, "G2") == {"women": 1}
    for page in (text(after), text(browser.get(address)), text(browser.get(at("item", 1, "G2")))):
        assert 'aria-pressed="true"' not in page
    assert "4" not in after.redirect_chain[0][0].rsplit("/diagnosis/", 1)[1]


def test_a_vote_that_is_none_is_told(room, cast):
    browser, at = room
    open_round(cast)
    address = at("vote", 1, "G2", "women")
    response = browser.post(address, {"slip": hidden(browser.get(address), "slip"), "put": "7"})
    assert response.status_code == 422
    assert "A vote says 7" in text(response)
    assert browser.get(at("vote", 1, "G2", "elders")).status_code == 404
    assert browser.get(at("item", 1, "Z9")).status_code == 404
    assert browser.get(at("round", 9)).status_code == 404


def test_what_cannot_be_agreed_is_told_and_what_was_typed_stays(room, cast):
    browser, at = room
    open_round(cast)
    address = at("agree", 1, "G2")
    sent = {
        "_id": hidden(browser.get(address), "_id"),
        "agreed": "7",
        "grade": "PF1",
        "rationale": "We hold it yearly",
    }
    response = browser.post(address, sent)
    assert response.status_code == 422
    said = text(response)
    assert "A level above 3 needs a document or records." in said
    assert "A half point is agreed only after discussion." in said
    assert "We hold it yearly" in said
    assert 'value="7" checked' in said
    assert hidden(response, "_id") == sent["_id"]
    browser.post(address, {**sent, "agreed": "6", "wished": "7"})
    (row,) = models.ItemResult.objects.all()
    assert (row.agreed, row.wished) == (6, 7)


def test_writing_twice_writes_once_and_writing_anew_corrects(room, cast):
    browser, at = room
    open_round(cast)
    address = at("agree", 1, "G2")
    sent = {"_id": hidden(browser.get(address), "_id"), "agreed": "6"}
    for _ in range(2):
        assert browser.post(address, sent).status_code == 302
    assert JournalEntry.objects.filter(kind__in=["assessment.agreed", "journal.replace"]).count() == 1
    again = browser.get(address)
    assert 'value="6" checked' in text(again)
    browser.post(address, {"_id": hidden(again, "_id"), "applies": "no", "rationale": "We have none"})
    (row,) = models.ItemResult.objects.all()
    assert (row.applicable, row.agreed, row.rationale) == (False, None, "We have none")
    assert "does not apply" in text(browser.get(at("round", 1)))


def test_after_an_interruption_the_next_open_item_is_one_press_away(room, cast, acting):
    browser, at = room
    round_id = open_round(cast)
    present(cast, round_id, leaders=6)
    browser.post(at("agree", 1, "T1"), {"agreed": "6"})
    put_in(browser, at("vote", 1, "T2", "women"), 3, 3)
    another = acting(cast.awa)
    address = filled(another.get(at("diagnosis")))
    assert address == at("item", 1, "T2")
    assert "2 of 6 have voted" in text(another.get(address)) or "2 have voted" in text(another.get(address))


def test_a_paper_tally_is_keyed_in_and_revealed(room, cast):
    browser, at = room
    round_id = open_round(cast)
    wrong = browser.post(at("tally", 1, "G2"), {"n.women.3": "four"})
    assert wrong.status_code == 422
    assert "four is not a number of people" in text(wrong)
    counts = {"n.women.3": "4", "n.women.?": "1", "n.women.blank": "1", "n.leaders.5": "6"}
    browser.post(at("tally", 1, "G2"), counts)
    assert counting.put_in(round_id, "G2") == {"women": 6, "leaders": 6}
    response = browser.post(at("reveal", 1, "G2"), follow=True)
    assert "1 don’t know" in text(response)
    assert queries.votes_of(round_id, "G2")["women"].blank == 1
    assert queries.votes_of(round_id, "G2")["women"].dont_know == 1


def test_the_paper_twin_holds_every_item(room, cast):
    browser, at = room
    open_round(cast)
    page = text(browser.get(at("round-paper", 1)))
    assert page.count('<td class="write">') == 34 * 4 * 6


def test_a_photo_of_a_proof_is_kept(room, cast):
    browser, at = room
    open_round(cast)
    address = at("item-proof", 1, "G2")
    form = browser.get(address + "?kind=assembly_minutes")
    photo = SimpleUploadedFile("minutes.jpg", b"a photo", "image/jpeg")
    sent = {"_id": hidden(form, "_id"), "title": "Minutes of March", "visibility": "po", "file": photo,
            "day.d": "2", "day.m": "3", "day.y": "2026"}  # fmt: skip
    response = browser.post(address + "?kind=assembly_minutes", sent, follow=True)
    assert "Minutes of March" in text(response)
    (proof,) = models.Proof.objects.all()
    assert files.path(proof.sha256).read_bytes() == b"a photo"
    assert (proof.proof_kind, proof.visibility, proof.author) == ("assembly_minutes", "po", "account:awa")


def test_heads_counted_again_correct_the_first_count(room, cast):
    browser, at = room
    open_round(cast)
    assert browser.post(at("round-present", 1), {}).status_code == 422
    for women in ("6", "7"):
        browser.post(at("round-present", 1), {"women.f": women})
    assert queries.round_by_number(1).people == 7


def test_a_round_needs_people_and_something_agreed(room):
    browser, at = room
    empty = browser.post(at("round-open"), {"g.leaders": ""})
    assert empty.status_code == 422
    assert "No group has anybody in it" in text(empty)
    browser.post(at("round-open"), {"g.leaders": "6"})
    refused = browser.post(at("round-close", 1))
    assert refused.status_code == 409
    assert "No item is agreed yet" in text(refused)
    assert browser.get(at("profile", 1)).status_code == 200


def test_chloe_and_esi_find_nothing_and_diego_reads_but_does_not_write(cast, acting, book_a):
    open_round(cast)
    address = reverse("item", args=[book_a.slug, 1, "G2"])
    for stranger in (cast.chloe, cast.esi):
        assert acting(stranger).get(address).status_code == 404
    diego = acting(cast.diego)
    assert diego.get(address).status_code == 200
    vote = reverse("vote", args=[book_a.slug, 1, "G2", "women"])
    told = diego.post(vote, {"slip": hidden(diego.get(vote), "slip"), "put": "3"})
    assert told.status_code == 422
    assert "may not write" in text(told)
    assert not OpenCount.objects.exists()
    assert diego.post(reverse("agree", args=[book_a.slug, 1, "G2"]), {"agreed": "6"}).status_code == 422
    assert not models.Agreement.objects.exists()


@pytest.fixture
def two_rounds(cast):
    first = open_round(cast)
    agree_all(cast, first, 3, then=None)
    second = open_round(cast, 2)
    items = queries.grid_of(second).instrument.items[:-1]
    agreed = [
        ItemAgreed(day=DAY, round=second, item=item, agreed=6 if item[0] != "G" else 4, self_score=8, facilitator=5,
                   then=4, grade="PF2") for item in items
    ]  # fmt: skip
    write(cast.a, agreed, actor=cast.awa)
    return first, second


def test_the_profile_tells_weakest_change_and_the_view_from_today(room, two_rounds):
    browser, at = room
    page = text(browser.get(at("profile", 2)))
    assert "Weakest link: Democratic functioning and governance, 25" in page
    assert "33 of 34 items common to both" in page
    assert "Looking back, the group puts its former level lower." in page
    assert "<svg" in page
    assert "IRI" not in page
    assert "CBI" not in page
    assert page.index("<svg") < page.index("mean of 6 of 6 variables")  # the profile before the index


def test_the_books_ask_and_the_answer_stands_in_the_profile(room, two_rounds, monkeypatch):
    browser, at = room
    link = next(one for one in queries.links("cahier/2026") if one.item == "G2")
    monkeypatch.setattr(evidence, "bands", lambda book, on=None: {link.indicator: Band.GREEN})
    page = browser.get(at("profile", 2))
    assert "Are you better than you think?" in text(page)
    address = at("contradiction", 2, "G2", link.indicator)
    assert address in text(page)
    form = browser.get(address)
    browser.post(address, {"_id": hidden(form, "_id"), "answer": "Only the last one was good"})
    assert "Only the last one was good" in text(browser.get(at("profile", 2)))
    assert queries.results(two_rounds[1])["G2"].agreed == 4
    assert browser.get(at("contradiction", 2, "G2", "KZ-99")).status_code == 404


def test_the_last_level_is_shown_and_asked_again_from_round_two(room, two_rounds):
    browser, at = room
    assert 'name="then"' not in text(browser.get(at("agree", 1, "G2")))
    page = text(browser.get(at("agree", 2, "G2")))
    assert "round 1: level 3, Document" in page
    assert 'name="then"' in page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_speaks_the_readers_language(room, two_rounds, language):
    browser, at = room
    pages = [at("diagnosis"), at("assessment-entry"), at("round-open"), at("round-paper", 2)]
    pages += [at(name, 2) for name in ("round", "round-present", "round-close", "profile")]
    pages += [at(name, 2, "E7") for name in ("item", "tally", "agree", "item-proof")]
    pages += [at("vote", 2, "E7", "women"), at("voted", 2, "E7", "women")]
    for address in pages:
        response = browser.get(address, headers={"accept-language": language})
        assert response.status_code == 200, address
        assert f'<html lang="{language}"' in text(response)
        assert not re.search(r"\bIRI\b|\bCBI\b", text(response)), address
        if language != "en":
            assert not re.search(r">(Vote again|Round|Agreed|Proof|Write|Board)\b", text(response)), address


def test_the_profile_from_a_terminal(two_rounds):
    with translation.override("en"):
        told_in_english()


def told_in_english():
    one = queries.round_by_number(2)
    found, words = queries.profile_of(one.id), Wording.of(one, queries.grid_of(one.id))
    told = as_data("po-a", one, found, words)
    assert (told["round"], told["agreed"], told["items"], told["weakest_points"]) == (2, 33, 34, 25)
    assert told["variables"][0] == {
        "code": told["variables"][0]["code"], "name": "Technical capacities and services", "points": 50, "level": 3.0,
        "items": 5, "scored": 5, "on_proof": 5, "gap": 1.5,
    }  # fmt: skip
    assert json.loads(json.dumps(told)) == told
    lines = as_lines("PO A", one, found, words)
    assert lines[0] == "PO A, round 2: 33 of 34 items are agreed"
    assert lines[-2] == "  25  weakest: Democratic functioning and governance"


def test_the_command_has_help_with_an_example():
    shown = CliRunner().invoke(main, ["profile", "--help"])
    assert shown.exit_code == 0
    assert "cahier profile --book coop-binkadi --round 2 --json" in shown.output


def test_in_the_list_of_entries_a_level_reads_as_a_level(room, cast):
    browser, at = room
    open_round(cast)
    browser.post(at("agree", 1, "G2"), {"agreed": "5", "discussed": "yes"})
    page = text(browser.get(at("entries")))
    assert "G2 · 2.5" in page
    assert models.OpenedRound.objects.get().digest not in page


def test_votes_that_would_be_thrown_away_are_told_first(room, cast):
    browser, at = room
    round_id = open_round(cast)
    put_in(browser, at("vote", 1, "G2", "women"), 3, 3)
    assert "2 votes are put in and not revealed" in text(browser.get(at("agree", 1, "G2")))
    browser.post(at("agree", 1, "G2"), {"agreed": "6"})
    assert counting.put_in(round_id, "G2") == {}
    assert "not revealed" not in text(browser.get(at("agree", 1, "G2")))


def test_the_command_prints_what_the_page_shows(two_rounds, cast, book_a, monkeypatch):
    monkeypatch.setattr(terminal, "start", lambda example=False: None)
    shown = CliRunner().invoke(main, ["profile", "--book", book_a.slug, "--json"])
    assert shown.exit_code == 0, shown.output
    assert json.loads(shown.stdout)["weakest_points"] == 25
    french = CliRunner().invoke(main, ["profile", "--book", book_a.slug, "--round", "1", "--lang", "fr"])
    assert "diagnostic 1 : 34 points sur 34 sont convenus" in french.stdout.replace("\u00a0", " ")
    none = CliRunner().invoke(main, ["profile", "--book", book_a.slug, "--round", "9"])
    assert none.exit_code == 1
    assert "This book has no round 9" in none.output
    assert CliRunner().invoke(main, ["profile", "--book", "nobody"]).exit_code == 2
