"""What the first live answers are held against."""

import pytest
from invented_seimas import (
    BLUE_BILL,
    course,
    event,
    events,
    heading,
    question,
    roll,
    session,
    sessions,
    sitting,
    sittings,
    totals,
    vote,
)

from scrapers.parliaments.lithuania import PARLIAMENT

ANSWERS = {
    "sessions": sessions(session(140, "2025-03-10")),
    "sittings": sittings(sitting(-1, 41, "2025-05-08 10:00")),
    "course": course(question(-1, BLUE_BILL, "Priėmimas", vote(-2, "dėl priėmimo", "Priimta"))),
    "events": events(event("Balsavimas", -2, "Atviras")),
    "roll": roll(heading("Uždaras"), totals(0, 0, 0, 0)),
}


def differences(name, body):
    (page,) = (page for page in PARLIAMENT.pages if page.name == name)
    return page.shape.differences(body)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_as_the_handbook_has_it_differs_in_nothing(name):
    assert differences(name, ANSWERS[name].body) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("roll", "balsavo=", "dalyvavo=", [("unknown", "BendriBalsavimoRezultatai/@dalyvavo")]),
        ("sittings", "tipas=", "rūšis=", [("unknown", "SeimoPosėdis/@rūšis")]),
        ("course", "aprasas", "klausta", [("unknown", "klausta")]),
        ("events", "SeimoInformacija", "Atsakymas", [("missing", "SeimoInformacija")]),
    ],
)
def test_an_altered_answer_has_each_difference_told_by_name(name, old, new, found):
    altered = ANSWERS[name].body.decode().replace(old, new).encode()
    assert [entry for entry in differences(name, altered) if "Atsakymas" not in entry[1]] == found


def test_every_constructed_page_has_a_shape():
    shaped = {page.name for page in PARLIAMENT.pages if page.shape is not None}
    assert shaped == {page.name for page in PARLIAMENT.pages if page.evidence == "constructed"} - {"terms"}
