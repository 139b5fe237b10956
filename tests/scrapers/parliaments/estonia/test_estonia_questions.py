import pytest
from hypothesis import given, strategies

from scrapers.parliaments.estonia.questions import rule_for

MEANINGS = {
    "Lõpphääletus": "for the bill",
    "Muutmata kujul uuesti vastuvõtmine": "for the bill",
    "Tagasi lükkamine": "for rejecting the bill",
    "1. muudatusettepanek": "for the amendment",
    "34. muudatusettepanek": "for the amendment",
    "Ettepaneku hääletamine": "for the motion",
    "II lugemise katkestamine": "for the motion",
    "Tööaja pikendamine": "for the motion",
    "Töö ajagraafiku muutmine": "for the motion",
    "Päevakorra kinnitamine": "for the motion",
    "Kohaloleku kontroll": "quorum check",
    "Hääletus": None,
    "Something never seen": None,
    None: None,
}


@pytest.mark.parametrize("description", MEANINGS)
def test_what_a_yes_means(description):
    assert rule_for(description).meaning == MEANINGS[description]


@pytest.mark.parametrize("description", MEANINGS)
def test_only_a_vote_on_the_whole_bill_is_final(description):
    assert rule_for(description).is_final is (MEANINGS[description] == "for the bill")


def test_a_final_vote_and_other_words_are_not_a_final_vote():
    assert not rule_for("Lõpphääletus edasi lükata").is_final


@pytest.mark.parametrize(
    ("description", "yes", "no", "outcome"),
    [
        ("1. muudatusettepanek", 16, 40, "rejected"),
        ("1. muudatusettepanek", 7, 7, "rejected"),
        ("1. muudatusettepanek", 1, 0, "passed"),
        ("II lugemise katkestamine", 41, 0, "passed"),
        ("Lõpphääletus", 81, 1, "passed"),
        ("Lõpphääletus", 51, 50, "passed"),
        ("Lõpphääletus", 50, 0, None),
        ("Lõpphääletus", 17, 0, None),
        ("Lõpphääletus", 0, 0, "rejected"),
        ("Ettepaneku hääletamine", 17, 0, None),
        ("Muutmata kujul uuesti vastuvõtmine", 13, 59, "rejected"),
        ("Hääletus", 90, 0, None),
        ("Kohaloleku kontroll", 90, 0, None),
        ("Lõpphääletus", None, 3, None),
        ("Lõpphääletus", 3, None, None),
    ],
)
def test_an_outcome_is_derived_only_where_it_is_certain(description, yes, no, outcome):
    assert rule_for(description).outcome(yes, no) == outcome


@given(strategies.integers(0, 101), strategies.integers(0, 101))
def test_no_vote_passes_against_a_majority(yes, no):
    for description in MEANINGS:
        assert yes > no or rule_for(description).outcome(yes, no) != "passed"


def test_what_the_yes_votes_are_held_against_is_said():
    assert rule_for("1. muudatusettepanek").threshold_base == "more yes than no"
    assert "51" not in rule_for("Lõpphääletus").threshold_base
    assert "half of all 101 seats" in rule_for("Lõpphääletus").threshold_base


PROPOSAL = 'Riigikogu otsus "Ettepaneku tegemine Vabariigi Valitsusele"'


@pytest.mark.parametrize(
    "title",
    [
        PROPOSAL,
        'Riigikogu otsus "Nõusoleku andmine Riigikogu liikmelt saadikupuutumatuse äravõtmiseks"',
        "Umbusalduse avaldamine ministrile",
    ],
)
@pytest.mark.parametrize(("yes", "outcome"), [(17, "rejected"), (50, "rejected"), (51, "passed")])
def test_where_the_title_tells_of_it_51_votes_are_needed_whatever_the_votes_against(title, yes, outcome):
    rule = rule_for("Lõpphääletus", title)
    assert (rule.threshold, rule.threshold_base) == (51, "more than half of all 101 seats")
    assert rule.outcome(yes, 0) == outcome


def test_of_an_act_the_title_does_not_tell_which_majority_it_needs():
    rule = rule_for("Lõpphääletus", "Riigikogu valimise seaduse muutmise seadus")
    assert (rule.threshold, rule.outcome(50, 0)) == (None, None)


def test_an_amendment_to_such_a_decision_needs_no_such_majority():
    assert rule_for("1. muudatusettepanek", PROPOSAL).threshold is None


@pytest.mark.parametrize("description", ["Kohaloleku kontroll", "Hääletus"])
def test_a_check_and_an_unknown_question_have_no_threshold(description):
    assert rule_for(description).threshold_base is None
