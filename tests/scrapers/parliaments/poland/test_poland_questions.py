import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.parliaments.poland.questions import papers_in, rule_for

REPORT = "Pkt. 4 Sprawozdanie Komisji o rządowym projekcie ustawy o niczym (druki nr 1 i 2)"
SENATE_REPORT = "Pkt. 5 Sprawozdanie Komisji o uchwale Senatu w sprawie ustawy o niczym (druki nr 3 i 4)"
PROCEDURAL = "Głosowanie proceduralne"


def meaning(question, title=REPORT):
    return rule_for(title, question).meaning


@pytest.mark.parametrize(
    "question",
    [
        "wniosek o odrzucenie projektu w pierwszym czytaniu.",
        "wniosek o odrzucenie w całości projektu.",
        "wniosek o odrzucenie projektu ustawy w pierwszym czytaniu",
    ],
)
def test_a_yes_to_a_motion_to_reject_is_against_the_bill(question):
    assert meaning(question) == "for rejecting the bill"


@pytest.mark.parametrize("question", ["poprawka 1", "poprawki nr 1 i 4", "poprawki 2-7"])
def test_a_yes_on_a_senate_amendment_rejects_it(question):
    assert meaning(question, SENATE_REPORT) == "against the amendment"


@pytest.mark.parametrize("question", ["poprawka 5", "poprawki nr 1 i 4", "wniosek mniejszości 2"])
def test_a_yes_on_a_deputys_amendment_accepts_it(question):
    assert meaning(question) == "for the amendment"


def test_a_minority_motion_on_the_senates_amendments_is_not_guessed():
    assert meaning("wniosek mniejszości 1", SENATE_REPORT) is None


@pytest.mark.parametrize(
    "question",
    [
        "głosowanie nad całością projektu.",
        "głosowanie nad całością projektu",
        "całość projektu ustawy",
        "Całość projektu ustawy",
        "calość projektu ustawy",
    ],
)
def test_a_yes_on_the_whole_is_for_the_bill_and_final_however_it_is_spelt(question):
    rule = rule_for(REPORT, question)
    assert (rule.meaning, rule.is_final) == ("for the bill", True)


@pytest.mark.parametrize("question", ["Głosowanie kworum", "wniosek o stwierdzenie kworum"])
def test_a_quorum_check_is_no_motion_in_either_mode(question):
    assert meaning(question, "3. posiedzenie Sejmu") == "quorum check"


@pytest.mark.parametrize(
    "question",
    [
        "Wniosek o przerwę",
        "wniosek o odroczenie posiedzenia",
        "wniosek o odrzucenie uchwały Senatu",
        "głosowanie nad wnioskiem o wyrażenie wotum nieufności.",
        "głosowanie nad przyjęciem wniosku z druku.",
        "wniosek o skrócenie terminu",
    ],
)
def test_any_other_motion_is_just_a_motion(question):
    assert meaning(question, PROCEDURAL) == "for the motion"


def test_a_vote_on_a_named_candidate_is_for_the_candidate():
    assert meaning("głosowanie nad kandydaturą p. Nikogo na stanowisko") == "for the candidate"


@pytest.mark.parametrize("question", ["ustalenie czasów debat", "", None, "w sprawie ustalenia liczby"])
def test_what_is_not_known_is_not_guessed(question):
    rule = rule_for(PROCEDURAL, question)
    assert (rule.meaning, rule.is_final) == (None, False)


@given(st.text())
def test_only_the_words_for_the_whole_make_a_vote_final(question):
    rule = rule_for(REPORT, question)
    assert not rule.is_final or "projekt" in question.lower()


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Pierwsze czytanie (druk nr 219)", ("219",)),
        ("Sprawozdanie (druki nr 219, 280 i 280-A)", ("219", "280", "280-A")),
        (
            "Sprawozdanie (druki nr 128, 128-A, 128-BA i 131) - trzecie czytanie",
            ("128", "128-A", "128-BA", "131"),
        ),
        ("Wyjaśnienie (druk nr 18073-z)", ("18073-z",)),
        ("Do druku nr 3039-001", ("3039-001",)),
    ],
)
def test_papers_in_brackets_are_found(text, papers):
    assert papers_in(text) == papers


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("Głosowanie proceduralne dotyczące druku nr 1394", ("1394",)),
        ("wniosek w sprawie sprawozdania z druku nr 1385", ("1385",)),
        ("Głosowanie proceduralne dotyczące druków 2172 i 2182", ("2172", "2182")),
        ("Głosowanie dotyczące druków nr 5, 6 oraz 7", ("5", "6", "7")),
    ],
)
def test_papers_without_brackets_are_found_too(text, papers):
    assert papers_in(text) == papers


@pytest.mark.parametrize(
    "text",
    [
        "głosowanie nad przyjęciem wniosku z druku.",
        "o zmianie ustawy z dnia 5 czerwca 2024 r.",
        "o drukarni 17 w roku 2025",
        "wniosek o skrócenie terminu, o którym mowa w art. 54 ust. 5 regulaminu Sejmu",
        "Sprawozdanie (druki nr \u00a0 i \u00a0)",
    ],
)
def test_other_numbers_are_not_taken_for_papers(text):
    assert papers_in(text) == ()


def test_a_paper_named_twice_is_one_paper():
    assert papers_in("dotyczące druku nr 7", None, "z druku nr 7 i 8") == ("7", "8")


@given(st.lists(st.from_regex(r"[1-9]\d{0,3}(-[A-Z])?", fullmatch=True), min_size=1, unique=True))
def test_every_paper_of_a_list_is_found_in_its_order(papers):
    *others, last = papers
    text = f"Sprawozdanie (druki nr {', '.join(others)} i {last})" if others else f"(druk nr {last})"
    assert papers_in(text) == tuple(papers)
