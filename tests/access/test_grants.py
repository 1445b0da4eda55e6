"""Diego's grant: between two days, for reading, until Awa takes it back. Esi's consent."""

import datetime as dt

import pytest

from cahier.access import queries
from cahier.access import roles as r
from cahier.access.actors import granted_actor, local_actor, role_actor
from cahier.access.entries import Consent, Grant, Revoke
from cahier.access.models import ConsentStatus, GrantStatus
from cahier.journal.correct import void
from cahier.journal.entries import Erase
from cahier.journal.models import Finding
from cahier.journal.write import Mode, write
from cahier.kernel.refusals import Refused
from cahier.registry.entries import Person
from helpers.samples import DAY

MAY, JUNE, JULY = dt.date(2026, 5, 1), dt.date(2026, 6, 30), dt.date(2026, 7, 1)


def grant(cast, what="pages", role="adviser", last_day=JUNE, first_day=MAY):
    entry = Grant(
        day=DAY, holder_type="account", holder="account:diego", what=what, role=role,
        first_day=first_day, last_day=last_day, purpose="Programme 2026",
    )  # fmt: skip
    return write(cast.a, [entry], actor=cast.awa).ids[0]


def diego(cast, day, book=None):
    return granted_actor("account:diego", "Diego", book or cast.a, day)


def test_it_works(cast):
    grant(cast)
    assert diego(cast, MAY).may("read", cast.a, "diagnosis")


@pytest.mark.parametrize(
    ("day", "opens"),
    [(MAY - dt.timedelta(days=1), False), (MAY, True), (JUNE, True), (JULY, False)],
)
def test_only_from_the_first_to_the_last_day(cast, day, opens):
    grant(cast)
    assert diego(cast, day).may("read", cast.a, "programme") is opens


def test_for_reading_alone(cast):
    grant(cast, what="named")
    assert not diego(cast, MAY).may("write", cast.a, "programme.plan")
    with pytest.raises(Refused):
        write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=diego(cast, MAY))


def test_a_grant_opens_no_other_book(cast):
    grant(cast)
    assert not diego(cast, MAY).may("read", cast.b, "today")
    assert not diego(cast, MAY, cast.b).may("read", cast.b, "today")
    assert not diego(cast, MAY, cast.b).may("read", cast.a, "today")


def test_aggregates_show_no_names_and_named_no_complaints(cast):
    grant(cast, what="aggregates")
    assert diego(cast, MAY).may("read", cast.a, "figures")
    assert not diego(cast, MAY).may("read", cast.a, "members")
    grant(cast, what="named")
    assert diego(cast, MAY).may("read", cast.a, "members")
    assert not diego(cast, MAY).may("read", cast.a, "complaints")


def test_a_granted_role_may_what_the_role_may(cast):
    grant(cast, what="role")
    assert diego(cast, MAY).may("write", cast.a, "programme.plan")
    assert not diego(cast, MAY).may("write", cast.a, "registry.person")
    assert not diego(cast, JULY).may("write", cast.a, "programme.plan")


def test_after_the_revocation_it_opens_nothing(cast):
    given = grant(cast, last_day=None)
    write(cast.a, [Revoke(day=JUNE, grant=given)], actor=cast.awa)
    assert diego(cast, JUNE - dt.timedelta(days=1)).may("read", cast.a, "today")
    assert not diego(cast, JUNE).may("read", cast.a, "today")
    assert GrantStatus.objects.get().last_day == JUNE - dt.timedelta(days=1)


def test_a_revocation_before_the_first_day_leaves_no_day(cast):
    given = grant(cast)
    write(cast.a, [Revoke(day=DAY, grant=given)], actor=cast.awa)
    assert not diego(cast, MAY).may("read", cast.a, "today")


def test_revoking_twice_is_refused_at_a_form_and_a_finding_from_a_file(cast):
    given = grant(cast)
    write(cast.a, [Revoke(day=JUNE, grant=given)], actor=cast.awa)
    with pytest.raises(Refused) as refused:
        write(cast.a, [Revoke(day=JULY, grant=given)], actor=cast.awa)
    assert [one.code for one in refused.value.problems] == ["access.revoked-twice"]
    [second] = write(cast.a, [Revoke(day=MAY, grant=given)], actor=cast.awa, mode=Mode.FACT).ids
    assert Finding.objects.get().rule == "access.revoked-twice"
    assert GrantStatus.objects.get().last_day == MAY - dt.timedelta(days=1)
    void(cast.a, second, why="wrong day", day=JULY, actor=cast.awa)
    assert GrantStatus.objects.get().last_day == JUNE - dt.timedelta(days=1)
    assert not Finding.objects.exists()


def test_a_grant_that_ends_before_it_begins_is_refused(cast):
    with pytest.raises(Refused) as refused:
        grant(cast, first_day=JULY)
    assert [(one.code, one.where) for one in refused.value.problems] == [("access.grant-order", "last_day")]


def test_only_the_manager_grants(cast):
    entry = Grant(
        day=DAY, holder_type="account", holder="account:diego", what="named", role="adviser",
        first_day=MAY, purpose="x",
    )  # fmt: skip
    for role in r.ROLES.values():
        actor = role_actor("account:x", "X", role, cast.a)
        if role is r.MANAGER:
            write(cast.a, [entry], actor=actor)
            continue
        with pytest.raises(Refused):
            write(cast.a, [entry], actor=actor)
    assert GrantStatus.objects.count() == 1


def test_the_owner_of_the_laptop_may_everything_in_the_books_on_it(cast):
    owner = local_actor()
    assert owner.may("write", cast.a, "registry.person") and owner.may("read", cast.b, "accounts")
    assert owner.id == "local"


def consent(cast, esi, given, day, mode=Mode.FORM):
    entry = Consent(day=day, person=esi, purpose="share-adviser", given=given)
    return write(cast.a, [entry], actor=cast.awa, mode=mode).ids[0]


def test_the_last_word_on_a_purpose_counts_whenever_it_arrives(cast):
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    consent(cast, esi, False, JULY)
    consent(cast, esi, True, MAY)
    assert queries.consents("share-adviser") == {esi: False}
    assert queries.consents("photo") == {}
    assert ConsentStatus.objects.get().since == JULY


def test_a_voided_word_was_not_said(cast):
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    consent(cast, esi, True, MAY)
    no = consent(cast, esi, False, JULY)
    void(cast.a, no, why="another Esi", day=JULY, actor=cast.awa)
    assert queries.consents("share-adviser") == {esi: True}


def test_consents_stay_when_the_person_is_erased(cast):
    [esi] = write(cast.a, [Person(day=DAY, family_name="Mensah")], actor=cast.awa).ids
    consent(cast, esi, False, MAY)
    write(cast.a, [Erase(day=JULY, person=esi, why="she asked")], actor=cast.awa)
    assert queries.consents("share-adviser") == {esi: False}
