"""Rule 4: scores, grade, proof, day and version of each item; never who gave them."""

from dataclasses import fields

from cahier.assessment.instrument import Mark


def test_everything_the_rule_asks_for_and_no_rater():
    assert {field.name for field in fields(Mark)} == {
        "self_score", "facilitator", "panel", "agreed", "wished", "then",
        "grade", "proofs", "applicable", "day", "version",
    }  # fmt: skip


def test_marks_are_never_changed_in_place():
    mark = Mark(agreed=3)
    assert hash(mark) == hash(Mark(agreed=3))
