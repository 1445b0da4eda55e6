import random

from hypothesis import given
from hypothesis import strategies as st

from cahier.surfaces.matching import Target, propose, recall, remember, signature

TARGETS = (
    Target("family_name", ("Family name", "Nom de famille", "Apellidos", "Nom", "Surname")),
    Target("given_names", ("Given names", "Prénoms", "Nombres", "Prénom", "First name")),
    Target("sex", ("Sex", "Sexe", "Sexo", "Genre")),
    Target("born_on", ("Date of birth", "Date de naissance", "Fecha de nacimiento", "Né le")),
    Target("phone", ("Phone", "Téléphone", "Teléfono", "Tél")),
    Target("weight", ("Weight", "Poids", "Peso", "Kg livrés")),
)


def keys(*headers, memory=None):
    return [match.key for match in propose(headers, TARGETS, memory)]


def test_labels_in_three_languages_are_matched():
    assert keys("Nom de famille", "PRENOMS", "Sexe") == ["family_name", "given_names", "sex"]
    assert keys("Apellidos", "nombres", "Fecha de nacimiento") == ["family_name", "given_names", "born_on"]
    assert keys("Surname", "First name", "phone") == ["family_name", "given_names", "phone"]


def test_accents_units_stars_and_typing_errors_do_no_harm():
    assert keys("Poids (kg) *", "telephonne", "date naissance") == ["weight", "phone", "born_on"]


def test_an_unknown_or_nameless_column_is_left_open():
    assert keys("Couleur de la porte", "", "#") == ["", "", ""]


def test_short_names_are_not_guessed():
    assert keys("sac", "set") == ["", ""]


def test_a_field_is_given_to_the_better_column_only():
    matches = propose(["Noms", "Nom"], TARGETS)
    assert [match.key for match in matches] == ["", "family_name"]
    assert matches[1].score == 100


def test_rivals_are_named():
    targets = (Target("gross", ("Gross weight",)), Target("net", ("Gross weights",)))
    (match,) = propose(["gros weight"], targets)
    assert match.rivals


def test_what_a_person_confirmed_is_remembered_for_the_same_headers():
    headers = ["Colonne 1", "Poids"]
    memory = remember(headers, ["phone", ""], {})
    matches = propose(["COLONNE 1", "poids"], TARGETS, memory)
    assert [(match.key, match.remembered) for match in matches] == [("phone", True), ("", True)]
    assert keys("Poids", "Colonne 1", memory=memory) == ["weight", ""], "another order is another file"
    assert recall(headers, {}) is None


def test_a_remembered_field_that_no_longer_exists_is_dropped():
    memory = remember(["A", "B"], ["gone", "sex"], {})
    assert keys("A", "B", memory=memory) == ["", "sex"]


def test_remembering_keeps_what_was_known():
    memory = remember(["A"], ["sex"], remember(["B"], ["phone"], {}))
    assert (recall(["A"], memory), recall(["B"], memory)) == (["sex"], ["phone"])


@given(st.lists(st.sampled_from(["Nom", "Noms", "Poids", "Kg", "Tél", "Sexe", "Né le", "", "X"]), max_size=8))
def test_the_proposal_is_the_same_every_time_and_gives_no_field_twice(headers):
    first = propose(headers, TARGETS)
    assert first == propose(headers, TARGETS)
    given_keys = [match.key for match in first if match.key]
    assert len(given_keys) == len(set(given_keys))
    assert [match.column for match in first] == list(range(len(headers)))


def test_the_order_of_targets_changes_nothing_where_scores_differ():
    shuffled = random.Random(7).sample(TARGETS, len(TARGETS))
    headers = ["Nom", "Prénoms", "Sexe", "Né le", "Tél", "Poids (kg)"]
    assert [m.key for m in propose(headers, shuffled)] == keys(*headers)


def test_a_signature_ignores_case_and_accents_but_not_the_order():
    assert signature(["Prénom", "NOM"]) == signature(["prenom", "nom"]) != signature(["nom", "prenom"])
