"""The Senate's pages on its own recorded answers. No page with votes or senators was recorded."""

import re

import pytest
from recorded import REASON, WIRE

from scrapers.pages import Answer
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.senat.acts import list_acts, sittings_in
from scrapers.parliaments.poland.senat.addresses import ACTS

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)


def recorded(file, url):
    return Answer(url=url, body=(WIRE / "pl/senat" / file).read_bytes(), content_type="text/html")


def the_act():
    found = recorded("ustawa-2169.html", f"{ACTS}ustawa,2169.html")
    (bill,) = PARLIAMENT.page_for(found.url).read(found)
    return bill


def test_the_recorded_act_has_four_steps():
    assert [(step.kind, str(step.date), step.document) for step in the_act().stages] == [
        ("submission", "2026-09-18", "849"),
        ("referral", "2026-09-21", None),
        ("committee", "2026-09-23", "849 A"),
        ("second chamber", "2026-09-23", None),
    ]


def test_every_date_of_the_recorded_act_is_a_step():
    found = recorded("ustawa-2169.html", ACTS).body.decode()
    assert len(re.findall(r"\d{1,2} września 2026", found)) == len(the_act().stages)


def test_the_recorded_act_has_its_prints_committees_and_sitting():
    act = the_act()
    assert (act.key, act.documents) == ("pl-senat-11-849", ("849", "849 A"))
    assert act.stages[1].actor == (
        "Komisji Rodziny, Polityki Senioralnej i Społecznej; Komisji Spraw Zagranicznych"
    )
    assert act.stages[3].sitting == "pl-senat-11-65"
    assert sittings_in(recorded("ustawa-2169.html", f"{ACTS}ustawa,2169.html")) == ["667"]


def test_the_recorded_list_has_four_acts_each_once():
    acts = list_acts(recorded("ustawy-lista-trimmed.html", ACTS))
    assert [(act.number, act.url.rpartition(",")[2]) for act in acts] == [
        ("849", "2169.html"),
        ("848", "2168.html"),
        ("847", "2167.html"),
        ("842", "2165.html"),
    ]
    assert acts[0].title == the_act().title


def test_every_address_of_the_recorded_list_has_its_page():
    acts = list_acts(recorded("ustawy-lista-trimmed.html", ACTS))
    assert {PARLIAMENT.page_for(act.url).name for act in acts} == {"senate-act"}
