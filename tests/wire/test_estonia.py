"""The Riigikogu's pages on its own recorded answers."""

import datetime as dt
import json
import re
import sqlite3
from collections import Counter

import pytest
from loopback import ottawa
from recorded import REASON, WIRE, archive_recordings, recordings

from db.records import (
    Bill,
    Document,
    Expectation,
    Faction,
    Membership,
    Person,
    Sitting,
    TallyReport,
    Vote,
    count,
)
from scrapers.pages import Answer, PageError
from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.parliaments.estonia.names import bill_page
from scrapers.parliaments.estonia.sessions import list_sessions

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)

API = "https://api.riigikogu.ee/api"
RECORDED = {} if not WIRE.exists() else {r.file.stem: r for r in recordings("ee")}
DRAFTS = sorted(name for name in RECORDED if name.startswith("draft-"))
VOTE = "vote-detail_4785afdf-60cd-428c-b521-a5370d6651bc"
WRAPPED = "plenary-member-detail.solman"
LIST = "vote-list_2025-06-11"
NON_AFFILIATED = "Fraktsiooni mittekuuluvad Riigikogu liikmed"
SIZES = {
    "Eesti Reformierakonna fraktsioon": 37,
    NON_AFFILIATED: 18,
    "Eesti 200 fraktsioon": 13,
    "Sotsiaaldemokraatliku Erakonna fraktsioon": 9,
    "Eesti Konservatiivse Rahvaerakonna fraktsioon": 9,
    "Isamaa fraktsioon": 8,
    "Eesti Keskerakonna fraktsioon": 7,
}


def answer_of(name):
    recording = RECORDED[name]
    return Answer(url=recording.url, body=recording.read(), content_type=recording.content_type)


def read(name, body=None):
    """What the page for an address says about its recorded answer, or about another body."""
    answer = answer_of(name)
    if body is not None:
        answer = Answer(url=answer.url, body=body, content_type=answer.content_type)
    return PARLIAMENT.page_for(answer.url).read(answer)


def raw(name):
    return json.loads(RECORDED[name].read())


def the(kind, records):
    return [record for record in records if isinstance(record, kind)]


def the_bill(name):
    (bill,) = the(Bill, read(name))
    return bill


def votes_in(name):
    return [
        voting
        for reading in raw(name)["readings"]
        for event in reading["proceedingEvents"]
        for voting in event.get("votings", ())
    ]


def the_vote():
    (vote,) = the(Vote, read(VOTE))
    return vote


def kinds(bill):
    return [(str(stage.date), stage.kind) for stage in bill.stages]


def test_every_recorded_draft_is_looked_at():
    assert len(DRAFTS) == 13


@pytest.mark.parametrize("name", DRAFTS)
def test_each_bill_has_the_number_of_its_file(name):
    bill = the_bill(name)
    mark, kind = re.fullmatch(r"draft-(\d+)(\w\w)", name).groups()
    assert (bill.key, bill.number, bill.term) == (
        f"ee-riigikogu-15-{mark}",
        f"{mark} {kind}",
        "ee-riigikogu-15",
    )
    assert f"{bill.title} {bill.number}" == raw(name)["titleWithMarkAndTypeCode"]


@pytest.mark.parametrize("name", DRAFTS)
def test_every_event_and_every_vote_of_a_bill_is_one_stage(name):
    events = sum(len(reading["proceedingEvents"]) for reading in raw(name)["readings"])
    assert len(the_bill(name).stages) == events + len(votes_in(name))


@pytest.mark.parametrize("name", DRAFTS)
def test_the_votes_of_a_bill_are_those_recorded(name):
    stages = [stage for stage in the_bill(name).stages if stage.identifier.startswith("vote-")]
    assert sorted(stage.vote for stage in stages) == sorted(
        f"ee-riigikogu-{v['uuid']}" for v in votes_in(name)
    )


@pytest.mark.parametrize("name", DRAFTS)
def test_stages_are_in_the_order_of_their_days(name):
    days = [stage.date for stage in the_bill(name).stages]
    assert days == sorted(days)


@pytest.mark.parametrize("name", DRAFTS)
def test_every_file_of_a_bill_is_one_document(name):
    files = {text["file"]["uuid"]: text["file"] for text in raw(name)["texts"]}
    documents = the(Document, read(name))
    assert {d.key.removeprefix("ee-riigikogu-file-"): d.url for d in documents} == {
        uuid: file["_links"].get("download", {}).get("href") for uuid, file in files.items()
    }
    assert {key for document in documents for key in document.bills} == {the_bill(name).key}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_sitting_begins_when_its_title_says(name):
    events = [event for reading in raw(name)["readings"] for event in reading["proceedingEvents"]]
    starts = {event["date"] for event in events if "votings" in event}
    found = {s.sitting.removeprefix("ee-riigikogu-") for s in the_bill(name).stages if s.sitting}
    assert found == {re.sub(r"\D", "", start)[:12] for start in starts}


def test_files_for_use_within_the_house_have_no_address():
    hidden = [d.title for d in the(Document, read("draft-570UA")) if d.url is None]
    assert len(hidden) == 5


def test_only_the_bill_on_leaving_the_convention_is_tracked():
    assert [name for name in DRAFTS if the_bill(name).is_tracked] == ["draft-642SE"]


def test_the_tracked_bill_was_submitted_by_the_government_and_adopted_on_4_june_2025():
    bill = the_bill("draft-642SE")
    assert (bill.sponsor, bill.submitted, bill.closed, bill.decision, bill.kind) == (
        "Vabariigi Valitsus",
        dt.date(2025, 5, 5),
        dt.date(2025, 6, 4),
        "VASTU_VOETUD",
        "SE",
    )


def test_the_way_of_the_tracked_bill():
    assert kinds(the_bill("draft-642SE")) == [
        ("2025-05-05", "submission"),
        ("2025-05-06", "referral"),
        ("2025-05-12", "committee"),
        ("2025-05-21", "first reading"),
        ("2025-06-02", "committee"),
        ("2025-06-04", "second reading"),
        ("2025-06-04", "final vote"),
        ("2025-06-04", "to head of state"),
        ("2025-06-13", "promulgation"),
        ("2025-06-17", "other"),
    ]


def test_the_final_vote_of_the_tracked_bill_lies_within_its_second_reading():
    bill = the_bill("draft-642SE")
    reading = next(stage for stage in bill.stages if stage.kind == "second reading")
    assert reading.vote == "ee-riigikogu-09291215-4097-4550-8200-b83d1cf7c72a"
    assert reading.sitting == "ee-riigikogu-202506041400"
    assert reading.decision == "VASTU_VOETUD"


def test_a_planned_day_is_not_the_real_one():
    assert "2025-05-22" not in {str(stage.date) for stage in the_bill("draft-642SE").stages}


def test_the_first_reading_of_the_tracked_bill_was_closed_without_a_vote():
    reading = next(stage for stage in the_bill("draft-642SE").stages if stage.kind == "first reading")
    assert (reading.vote, reading.decision) == (None, "SAADETUD_II_LUGEMISELE")


def test_of_three_final_votes_on_344_se_only_the_last_counts():
    votes = [stage for stage in the_bill("draft-344SE").stages if stage.label == "Lõpphääletus"]
    assert [(stage.kind, stage.vote[13:21]) for stage in votes] == [
        ("other", "ef524e92"),
        ("other", "405f0b59"),
        ("final vote", "7273a220"),
    ]
    reading = next(stage for stage in the_bill("draft-344SE").stages if stage.kind == "third reading")
    assert reading.vote == votes[-1].vote


def test_a_bill_vetoed_twice_keeps_its_key_and_has_both_vetoes():
    bill = the_bill("draft-570UA")
    assert (bill.key, bill.number) == ("ee-riigikogu-15-570", "570 UA")
    assert [str(s.date) for s in bill.stages if s.kind == "veto"] == ["2025-04-24"]
    assert [str(s.date) for s in bill.stages if s.label == "UUESTI_ARUTAMINE"] == ["2025-07-03"]
    finals = [(str(s.date), s.label) for s in bill.stages if s.kind == "final vote"]
    assert finals[-1] == ("2025-09-17", "Muutmata kujul uuesti vastuvõtmine")


def test_a_vote_after_midnight_belongs_to_the_day_of_its_sitting():
    (stage,) = [
        stage for stage in the_bill("draft-632SE").stages if stage.label == "II lugemise katkestamine"
    ]
    assert (str(stage.date), stage.sitting) == ("2025-06-11", "ee-riigikogu-202506111400")


def test_a_withdrawn_bill_ends_on_the_day_of_its_withdrawal():
    bill = the_bill("draft-632SE")
    assert (bill.decision, bill.closed) == ("TAGASI_VOETUD", dt.date(2026, 1, 29))


def test_a_rejected_bill_ends_on_the_day_of_the_sitting():
    bill = the_bill("draft-552SE")
    assert (bill.decision, bill.closed) == ("TAGASI_LYKATUD", dt.date(2025, 3, 12))


def test_a_continued_second_reading_is_a_second_reading():
    readings = [
        (str(s.date), s.decision) for s in the_bill("draft-393SE").stages if s.kind == "second reading"
    ]
    assert readings == [("2025-06-04", "II_LUGEMINE_KATKESTATUD"), ("2026-03-18", "SAADETUD_III_LUGEMISELE")]


def test_a_decision_without_readings_has_its_sitting():
    assert kinds(the_bill("draft-769OE")) == [
        ("2025-12-02", "other"),
        ("2025-12-02", "other"),
        ("2025-12-03", "other"),
        ("2025-12-04", "other"),
    ]


def test_the_recorded_vote_has_the_figures_of_its_tabs():
    vote = the_vote()
    declared = vote.declared
    assert (declared.yes, declared.no, declared.abstain) == (16, 40, 0)
    assert (declared.present_not_voting, declared.absent) == (28, 17)
    assert count(vote.ballots) == declared


def test_the_recorded_vote_has_101_ballots_by_101_members():
    vote = the_vote()
    assert len({ballot.identifier for ballot in vote.ballots}) == len(vote.ballots) == 101
    assert Counter(ballot.faction for ballot in vote.ballots) == SIZES


def test_the_recorded_vote_is_on_an_amendment_that_was_rejected():
    vote = the_vote()
    assert (vote.question, vote.meaning_of_yes, vote.outcome) == (
        "1. muudatusettepanek",
        "for the amendment",
        "rejected",
    )
    assert (vote.bill, vote.bill_title) == ("ee-riigikogu-15-910", "Riigi 2026. aasta lisaeelarve seadus")


def test_the_stage_of_the_bill_is_not_taken_for_the_result():
    vote = the_vote()
    assert "Kolmas lugemine" in RECORDED[VOTE].read().decode()
    assert vote.outcome_label is None


def test_the_recorded_vote_has_its_time_and_sitting():
    vote = the_vote()
    assert vote.time.isoformat() == "2026-06-08T17:47:00+03:00"
    assert (str(vote.date), vote.sitting) == ("2026-06-08", "ee-riigikogu-202606081500")


def test_names_on_the_site_are_parted_as_in_the_interface():
    vote = the_vote()
    register = {
        member["uuid"]: (member["lastName"], member["firstName"]) for member in raw("plenary-members.et")
    }
    found = {ballot.identifier: (ballot.family_name, ballot.given_name) for ballot in vote.ballots}
    assert found == {uuid: register[uuid] for uuid in found}


def test_each_ballot_is_the_one_on_the_tab_of_its_label():
    vote = the_vote()
    html = RECORDED[VOTE].read().decode()
    for tab, label in (("poolt", "Poolt"), ("vastu", "Vastu"), ("puudub", "Puudub")):
        part = re.search(rf'<div id="{tab}">.*?</table>', html, re.DOTALL)[0]
        listed = set(re.findall(r"/saadik/([0-9a-f-]{36})/", part))
        assert listed == {ballot.identifier for ballot in vote.ballots if ballot.label == label}


def test_the_list_has_both_sittings_of_its_day():
    sittings = the(Sitting, read(LIST))
    assert [(sitting.key, sitting.title) for sitting in sittings] == [
        ("ee-riigikogu-202506111200", "Infotund kolmapäev, 11.06.2025 12:00"),
        ("ee-riigikogu-202506111400", "Täiskogu korraline istung kolmapäev, 11.06.2025 14:00"),
    ]
    assert {sitting.dates for sitting in sittings} == {(dt.date(2025, 6, 11),)}


def test_the_list_has_28_votes_and_two_presence_checks():
    expected = [found for found in the(Expectation, read(LIST)) if found.what == "votes"]
    assert [(e.subject, e.expected) for e in expected] == [
        ("ee-riigikogu-202506111200", 1),
        ("ee-riigikogu-202506111400", 29),
    ]
    tallies = [report.tally for report in the(TallyReport, read(LIST))]
    assert sum(tally.yes is None for tally in tallies) == 2
    assert len(tallies) == 30


def test_on_the_list_the_absent_are_taken_out_of_those_who_did_not_vote():
    tallies = {report.vote[13:21]: report.tally for report in the(TallyReport, read(LIST))}
    tally = tallies["347dbb1a"]
    assert (tally.yes, tally.no, tally.abstain, tally.present_not_voting, tally.absent) == (15, 54, 0, 21, 11)


def test_the_figures_of_every_row_make_101():
    for report in the(TallyReport, read(LIST)):
        tally = report.tally
        figures = (tally.yes, tally.no, tally.abstain, tally.present_not_voting, tally.absent)
        assert sum(figure or 0 for figure in figures) == 101


def test_the_quick_link_to_the_latest_vote_is_not_a_vote_of_the_list():
    assert b"d10be1ea-16f6-4d2d-bbf8-ae4239330bdd" in RECORDED[LIST].read()
    assert not [report for report in the(TallyReport, read(LIST)) if "d10be1ea" in report.vote]


def test_the_list_has_the_votes_of_the_bills_of_that_day():
    listed = {report.vote for report in the(TallyReport, read(LIST))}
    named = {
        stage.vote
        for name in DRAFTS
        for stage in the_bill(name).stages
        if stage.sitting == "ee-riigikogu-202506111400" and stage.identifier.startswith("vote-")
    }
    assert len(named) == 8
    assert named < listed


def test_the_public_pages_of_bills_are_those_that_the_list_links():
    links = re.findall(r'"(https://[^"]+/eelnou/([0-9a-f-]{36})/[^"]+)"', RECORDED[LIST].read().decode())
    titles = {raw(name)["uuid"]: raw(name)["title"] for name in DRAFTS}
    checked = {uuid: link for link, uuid in links if uuid in titles}
    assert len(checked) == 5
    assert {uuid: bill_page(uuid, titles[uuid]) for uuid in checked} == checked


def members():
    return {person.id.identifier: person for person in the(Person, read("plenary-members.et"))}


def test_all_101_members_have_a_seat_in_the_term():
    found = members()
    assert len(found) == 101
    seats = [m for person in found.values() for m in person.memberships if m.faction is None]
    assert Counter((seat.term, seat.is_active, seat.end) for seat in seats) == {
        ("ee-riigikogu-15", True, None): 101
    }


def test_the_current_faction_is_the_one_without_an_end_whatever_the_order():
    current = [m.faction for person in members().values() for m in person.memberships[1:] if m.is_active]
    assert Counter(current) == SIZES


def test_for_32_members_the_first_faction_listed_is_not_the_current_one():
    listed_first = {member["uuid"]: member["factions"][0]["name"] for member in raw("plenary-members.et")}
    current = {
        who: [m.faction for m in person.memberships if m.is_active][-1] for who, person in members().items()
    }
    assert sum(listed_first[who] != faction for who, faction in current.items()) == 32


def test_every_recorded_spell_in_a_faction_is_a_membership():
    spells = sum(len(member["factions"]) for member in raw("plenary-members.et"))
    places = [m for person in members().values() for m in person.memberships if m.faction]
    assert len(places) == spells
    assert any(place.start == place.end for place in places)


def test_the_factions_of_the_members_are_those_of_the_ballots():
    factions = {faction.label for faction in the(Faction, read("plenary-members.et"))}
    assert factions == set(SIZES)


def test_a_member_who_left_has_a_seat_that_ended():
    (person,) = the(Person, read(WRAPPED, RECORDED[WRAPPED].read()))
    first, turn, last = dt.date(2023, 4, 1), dt.date(2023, 4, 10), dt.date(2025, 12, 9)
    place = {"chamber": "ee-riigikogu", "is_active": False}
    assert person.memberships == (
        Membership(**place, term="ee-riigikogu-15", start=first, end=last),
        Membership(**place, faction=NON_AFFILIATED, start=first, end=turn),
        Membership(**place, faction="Isamaa fraktsioon", start=turn, end=last),
    )
    assert person.birth_date == dt.date(1972, 6, 23)


def test_the_recorders_wrapping_of_a_member_is_not_the_sources_form():
    with pytest.raises(PageError, match="Expected `object`"):
        read(WRAPPED, RECORDED[WRAPPED].file.read_bytes())


def test_the_factions_are_listed_by_their_estonian_names():
    names = {faction.label for faction in read("usergroups-factions.et.trimmed")}
    assert names == set(SIZES) - {NON_AFFILIATED}


def test_the_english_list_whose_names_are_mostly_missing_gives_no_faction():
    groups = [group for group in raw("usergroups.en") if group["type"]["code"] == "FRAKTSIOON"]
    assert (len(groups), sum("name" in group for group in groups)) == (53, 9)
    assert read("usergroups.en") == ()


def test_the_staff_of_a_faction_are_not_its_members():
    faction, expectation = read("usergroup-e200.et")
    offices = Counter(
        member["membership"]["jobTitle"]["code"] for member in raw("usergroup-e200.et")["members"]
    )
    assert faction.member_count == expectation.expected == offices["RIIGIKOGU_LIIGE"]
    assert offices.total() == 18 > expectation.expected
    assert expectation.subject == "ee-riigikogu-eesti-200-fraktsioon"


def test_the_sessions_of_nine_terms_are_read():
    sessions = list_sessions(answer_of("sessions"))
    assert read("sessions") == ()
    assert Counter(session.membership for session in sessions).total() == 176
    assert {session.membership for session in sessions} == set(range(7, 16))


def test_each_term_begins_with_its_first_session():
    sessions = list_sessions(answer_of("sessions"))
    for term in PARLIAMENT.terms:
        assert term.start == min(s.start_date for s in sessions if str(s.membership) == term.label)


@pytest.mark.parametrize("name", [VOTE, LIST, "draft-642SE", "sessions", "plenary-members.et"])
def test_a_recorded_answer_that_is_cut_off_is_refused(name):
    whole = RECORDED[name].read()
    with pytest.raises(PageError, match=r"not (a )?whole"):
        read(name, whole[: len(whole) // 2])


@pytest.mark.parametrize("name", [VOTE, LIST])
def test_a_recorded_page_in_another_encoding_is_refused(name):
    with pytest.raises(PageError, match="UTF-8"):
        read(name, RECORDED[name].read().decode().encode("cp1257", "replace"))


def test_a_ballot_taken_out_of_the_recorded_vote_is_noticed():
    html = RECORDED[VOTE].read().decode()
    body, rows = html[html.index('id="koik"') :], re.compile(r"<tr>\s*<td class=\"w-1\">.*?</tr>", re.DOTALL)
    spoiled = html.replace(body, rows.sub("", body, count=1))
    with pytest.raises(PageError, match=r"ballots are \w+, but \d+ is stated"):
        read(VOTE, spoiled.encode())


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """What the real spider makes of all recorded answers."""
    folder = tmp_path_factory.mktemp("real")
    archive_recordings(folder / "recorded", "ee")
    arguments = ("--offline", "--archive", "recorded", "--database", "real.db")
    run = ottawa("crawl", "estonia", *arguments, folder=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    with sqlite3.connect(folder / "real.db") as db:
        yield db


@pytest.mark.parametrize(
    ("what", "sql", "expected"),
    [
        ("quarantined answers", "SELECT count(*) FROM responses WHERE state = 'quarantined'", 0),
        ("bills", "SELECT count(*) FROM bills WHERE is_stated AND origin = 'live'", 13),
        ("ballots", "SELECT count(*) FROM ballots WHERE chamber = 'ee-riigikogu'", 101),
        ("members", "SELECT count(*) FROM persons WHERE key LIKE 'ee-riigikogu-%' AND is_stated", 102),
        (
            "members with ballots whom the register does not know",
            (
                "SELECT count(*) FROM ballots JOIN persons ON key = person_key"
                " WHERE ballots.chamber = 'ee-riigikogu' AND NOT is_stated"
            ),
            0,
        ),
        ("factions", "SELECT count(*) FROM factions WHERE chamber = 'ee-riigikogu'", 7),
        ("tallies on the list", "SELECT count(*) FROM tally_reports WHERE place LIKE 'list%'", 30),
        ("tallies read out", "SELECT count(*) FROM tally_reports WHERE place LIKE 'read out%'", 51),
        ("turns", "SELECT count(*) FROM speeches WHERE text IS NOT NULL", 1897),
        ("turns on 642 SE", "SELECT count(*) FROM speeches WHERE bill_key = 'ee-riigikogu-15-642'", 67),
        (
            "speakers by their identifiers",
            "SELECT count(*) FROM speeches WHERE person_method = 'identifier'",
            1823,
        ),
        ("speakers by their names", "SELECT count(*) FROM speeches WHERE person_method = 'name'", 55),
        (
            "turns without a person but with words: a candidate, who is in no list",
            "SELECT count(*) FROM speeches WHERE person_id IS NULL AND capacity = 'guest'",
            6,
        ),
        ("turns of nobody", "SELECT count(*) FROM speeches WHERE person_id IS NULL", 6),
        (
            "more of something than the source says there is",
            "SELECT count(*) FROM coverage WHERE collected > expected",
            0,
        ),
        ("broken references", "SELECT count(*) FROM pragma_foreign_key_check", 0),
        ("discrepancies", "SELECT count(*) FROM discrepancies WHERE origin = 'live'", 0),
        (
            "changed values, but for what the dossier knew before",
            "SELECT count(*) FROM revisions WHERE row_key <> 'ee-riigikogu-15-642'",
            0,
        ),
        (
            "votes expected of the night of 11 June 2025",
            "SELECT expected FROM coverage WHERE subject_key LIKE '%-202506111400' AND what = 'votes'",
            29,
        ),
        (
            "stages of the tracked bill",
            "SELECT count(*) FROM stages WHERE bill_key = 'ee-riigikogu-15-642' AND origin = 'live'",
            10,
        ),
        (
            "events of the tracked bill that stand twice, of the parliament and of the dossier",
            (
                "SELECT count(*) FROM (SELECT 1 FROM timeline WHERE bill_key = 'ee-riigikogu-15-642'"
                " GROUP BY date, kind HAVING count(*) > 1)"
            ),
            0,
        ),
        (
            "steps of the dossier that the record confirms",
            (
                "SELECT count(*) FROM discrepancies"
                " WHERE kind = 'confirms' AND subject_key = 'ee-riigikogu-15-642'"
            ),
            8,
        ),
        ("steps that it contradicts", "SELECT count(*) FROM discrepancies WHERE kind = 'contradicts'", 0),
    ],
)
def test_the_real_spider_stores_all_that_was_recorded(real, what, sql, expected):
    assert real.execute(sql).fetchone()[0] == expected, what
