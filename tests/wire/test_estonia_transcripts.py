"""The verbatim records of the Riigikogu as they were recorded: every turn, against counts by other means."""

import datetime as dt
import json
import re
from collections import Counter

import pytest
from recorded import REASON, WIRE, recordings

from db.records import Debate, Expectation, TallyReport
from scrapers.pages import Answer
from scrapers.parliaments.estonia import PARLIAMENT

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)

RECORDED = {} if not WIRE.exists() else {r.file.stem: r for r in recordings("ee")}
NAMES = sorted(name for name in RECORDED if name.startswith("verbatim-"))
FIRST, SECOND = "verbatim-202505211400", "verbatim-202506041400"
NIGHT = "verbatim-202506111400"
LIST = "vote-list_2025-06-11"
BILL = "ee-riigikogu-15-642"

TURNS = {
    "verbatim-202401171200": (114, 105),
    "verbatim-202405071000.trimmed": (26, 26),
    "verbatim-202405141000.trimmed": (20, 14),
    "verbatim-202406101500.trimmed": (17, 17),
    "verbatim-202409121000": (4, 4),
    "verbatim-202503121400.trimmed": (63, 62),
    "verbatim-202505051500.trimmed": (9, 9),
    "verbatim-202505211400": (470, 450),
    "verbatim-202506041400": (430, 414),
    "verbatim-202506111400": (708, 688),
    "verbatim-202606171400.trimmed": (36, 34),
}
"""Turns, and those whose speaker the source identifies."""

MINISTERS = {
    "verbatim-202401171200": {"Kaja Kallas", "Kristina Kallas", "Hanno Pevkur"},
    "verbatim-202406101500.trimmed": {"Kaja Kallas"},
    FIRST: {"Margus Tsahkna", "Andres Sutt"},
    NIGHT: {"Erkki Keldo", "Liisa-Ly Pakosta"},
}
GUESTS = {
    "verbatim-202405141000.trimmed": {"Riigikohtu liikme kandidaat"},
    "verbatim-202505051500.trimmed": {"Valitsuse esindaja"},
}


def read(name):
    recording = RECORDED[name]
    answer = Answer(url=recording.url, body=recording.read(), content_type=recording.content_type)
    return PARLIAMENT.page_for(answer.url).read(answer)


def debate(name):
    (found,) = [record for record in read(name) if isinstance(record, Debate)]
    return found


def raw(name):
    return RECORDED[name].file.read_text(encoding="utf-8")


def events(name):
    """All events by another way than the page's: without its types."""
    return [event for item in json.loads(raw(name))["agendaItems"] for event in item["events"]]


def spoken(name):
    return [event for event in events(name) if event["type"] == "SPEECH"]


def on_the_bill(name):
    found = debate(name)
    (item,) = [item for item in found.items if BILL in item.bills]
    return item, [speech for speech in found.speeches if speech.item == item.key]


def tallies(name):
    return {record.vote: record.tally for record in read(name) if isinstance(record, TallyReport)}


def test_every_recorded_sitting_is_looked_at():
    assert sorted(TURNS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_there_are_as_many_turns_as_the_raw_answer_has(name):
    turns, identified = TURNS[name]
    assert len(re.findall(r'"type"\s*:\s*"SPEECH"', raw(name))) == turns
    found = debate(name)
    assert len(found.speeches) == turns
    assert sum(speech.person is not None for speech in found.speeches) == identified
    assert [(e.subject, e.expected) for e in read(name) if isinstance(e, Expectation)] == [
        (found.sitting, turns)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_character_of_the_words_is_lost(name):
    said = "".join(speech.text or "" for speech in debate(name).speeches)
    assert len(said) == sum(len(event["text"]) for event in spoken(name))
    assert said == "".join(event["text"] for event in spoken(name))


@pytest.mark.parametrize("name", NAMES)
def test_turns_are_numbered_in_the_order_of_the_source(name):
    speeches = debate(name).speeches
    assert [speech.position for speech in speeches] == list(range(1, len(speeches) + 1))
    assert len({speech.key for speech in speeches}) == len(speeches)
    assert [speech.speaker for speech in speeches] == [event["speaker"] for event in spoken(name)]


@pytest.mark.parametrize("name", NAMES)
def test_each_turn_is_at_the_hour_that_tallinns_clock_showed(name):
    for speech, event in zip(debate(name).speeches, spoken(name), strict=True):
        local = dt.datetime.fromisoformat(event["date"]).replace(tzinfo=None)
        summer = 4 <= local.month <= 9
        assert speech.start.astimezone(dt.UTC).replace(tzinfo=None) == local - dt.timedelta(hours=2 + summer)


@pytest.mark.parametrize("name", NAMES)
def test_no_chair_is_turned_into_a_speaker_and_no_speaker_into_a_chair(name):
    chairs = [bool(re.match(r"\s*(Aseesimees|Esimees) ", event["speaker"])) for event in spoken(name)]
    assert [speech.capacity == "chair" for speech in debate(name).speeches] == chairs
    assert any(chairs)


@pytest.mark.parametrize("name", NAMES)
def test_each_minister_is_found_and_each_guest(name):
    speeches = debate(name).speeches
    ministers = {f"{s.given_name} {s.family_name}" for s in speeches if s.capacity == "minister"}
    assert ministers == MINISTERS.get(name, set())
    assert {s.office for s in speeches if s.capacity == "guest"} == GUESTS.get(name, set())
    assert sum("minister" in event["speaker"].lower() for event in spoken(name)) == sum(
        speech.capacity == "minister" for speech in speeches
    )


@pytest.mark.parametrize("name", NAMES)
def test_names_are_whole_and_without_offices(name):
    for speech in debate(name).speeches:
        assert (
            " ".join(filter(None, (speech.office, speech.given_name, speech.family_name))) == speech.speaker
        )
        assert speech.given_name
        assert speech.family_name[0].isupper()


@pytest.mark.parametrize("name", NAMES)
def test_identified_speakers_bear_the_name_that_the_register_gives_them(name):
    members = {member["uuid"]: member for member in json.loads(raw("plenary-members.et"))}
    for person in filter(None, (speech.person for speech in debate(name).speeches)):
        if person.identifier in members:
            member = members[person.identifier]
            assert (person.given_name, person.family_name) == (member["firstName"], member["lastName"])


@pytest.mark.parametrize("name", NAMES)
def test_every_item_with_a_bill_in_its_title_names_it(name):
    found = debate(name)
    titles = [item["title"] for item in json.loads(raw(name))["agendaItems"]]
    for item, title in zip(found.items, titles, strict=True):
        marks = re.findall(r"(\d+) (?:SE|OE|UA)\)", title)
        assert item.bills == tuple(f"ee-riigikogu-15-{mark}" for mark in marks)
        assert (item.stage is not None) == bool(marks)
        assert not re.search(r"[<>&]", item.title)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_to_a_vote_is_one_of_its_item(name):
    linked = re.findall(r"haaletustulemused-kohalolekukontroll/([0-9a-f-]{36})", raw(name))
    found = [vote.removeprefix("ee-riigikogu-") for item in debate(name).items for vote in item.votes]
    assert found == linked


def test_the_first_reading_of_642_se_has_33_turns_and_no_vote():
    item, speeches = on_the_bill(FIRST)
    assert (item.stage, item.votes, len(speeches)) == ("esimene lugemine", (), 33)
    assert Counter(speech.capacity for speech in speeches) == {
        "chair": 15,
        "member": 10,
        "minister": 4,
        "rapporteur": 4,
    }
    assert speeches[0].start == dt.datetime(2025, 5, 21, 13, 9, 38, tzinfo=dt.UTC)


def test_the_foreign_minister_speaks_as_a_minister_on_21_may_2025():
    said = [speech for speech in on_the_bill(FIRST)[1] if speech.family_name == "Tsahkna"]
    assert {(speech.office, speech.capacity) for speech in said} == {("Välisminister", "minister")}
    assert {speech.person.identifier for speech in said} == {"aae0509c-c7cf-4949-a93b-b71393f9b5e6"}
    assert len(said) == 4


def test_the_second_reading_of_642_se_has_34_turns_and_the_final_vote():
    item, speeches = on_the_bill(SECOND)
    assert (item.stage, len(speeches)) == ("teine lugemine", 34)
    assert item.votes == ("ee-riigikogu-09291215-4097-4550-8200-b83d1cf7c72a",)
    assert Counter(s.family_name for s in speeches if s.capacity not in {"chair", "rapporteur"}) == {
        "Grünthal": 2,
        "Kokk": 1,
        "Kunnas": 2,
        "Tali": 2,
        "Kiili": 1,
        "Põlluaas": 1,
        "Sikkut": 3,
        "Seeder": 2,
        "Lukas": 1,
    }


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_the_chairman_of_the_defence_committee_reports_on_642_se(name):
    rapporteurs = {s.family_name for s in on_the_bill(name)[1] if s.capacity == "rapporteur"}
    assert rapporteurs == {"Stoicescu"}


RAPPORTEURS = {
    FIRST: "Akkermann Akkermann Akkermann Laanet Mölder Stoicescu Tiidus Šmigun-Vähi",
    SECOND: "Alender Alender Ingerainen Jaanson Kiviberg Lees Stoicescu Tiidus Tiidus Tiidus",
    NIGHT: "Aab Akkermann Alender Hanimägi Kiviberg Lahe Lauri Randpere Reinaas Riisalo Siemann Sikkut Suslov"
    " Sutrop Tali Tali Tiidus Timpson Toomast Võrklaev Võrklaev",
}
"""Who reports for a committee, once for each item, as read by a person."""


@pytest.mark.parametrize("name", RAPPORTEURS)
def test_whoever_reports_for_a_committee_is_found(name):
    found = {(s.item, s.family_name) for s in debate(name).speeches if s.capacity == "rapporteur"}
    assert " ".join(sorted(family for _, family in found)) == RAPPORTEURS[name]


def test_the_final_vote_on_642_se_as_the_chair_read_it_out():
    tally = tallies(SECOND)["ee-riigikogu-09291215-4097-4550-8200-b83d1cf7c72a"]
    assert (tally.yes, tally.no, tally.abstain) == (81, 1, 0)


def test_each_of_the_28_tallies_read_out_in_the_night_of_11_june_2025_is_that_of_the_list():
    answer = RECORDED[LIST]
    page = PARLIAMENT.page_for(answer.url)
    listed = page.read(Answer(url=answer.url, body=answer.read(), content_type=answer.content_type))
    official = {record.vote: record.tally for record in listed if isinstance(record, TallyReport)}
    read_out = tallies(NIGHT)
    assert len(read_out) == 28
    for vote, tally in read_out.items():
        assert (tally.yes, tally.no, tally.abstain) == (
            official[vote].yes,
            official[vote].no,
            official[vote].abstain,
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_linked_vote_has_its_tally_read_out(name):
    linked = [e for e in events(name) if e["type"] == "VOTING_EVENT" and e["link"]]
    assert len(tallies(name)) == len(linked)


def test_of_the_three_final_votes_on_344_se_only_the_last_is_linked():
    votes = [vote for item in debate("verbatim-202405071000.trimmed").items for vote in item.votes]
    assert votes[1:] == ["ee-riigikogu-7273a220-02f6-4252-a619-4b18fd0f9887"]


def test_a_secret_vote_has_the_tally_that_the_chair_read_out():
    (tally,) = tallies("verbatim-202405141000.trimmed").values()
    assert (tally.yes, tally.no, tally.abstain) == (61, 7, 1)


def test_a_vote_without_a_link_is_linked_to_nothing():
    (item,) = debate("verbatim-202503121400.trimmed").items
    assert (item.votes, item.bills) == ((), ("ee-riigikogu-15-552",))


def test_the_night_after_11_june_2025_belongs_to_that_day():
    speeches = debate(NIGHT).speeches
    assert {speech.date for speech in speeches} == {dt.date(2025, 6, 11)}
    assert speeches[-1].start > dt.datetime(2025, 6, 12, 1, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", NAMES)
def test_each_turn_has_its_official_address(name):
    assert {s.url for s in debate(name).speeches} == {json.loads(raw(name))["link"]}
