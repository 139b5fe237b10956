"""The Sejm's pages on its own recorded answers."""

import csv
import datetime as dt
import re
from collections import Counter

import msgspec
import pytest
from recorded import REASON, WIRE

from db.records import Bill, Choice, Faction, TallyReport, count
from scrapers.pages import Answer
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.acts import origin_of
from scrapers.parliaments.poland.questions import papers_in
from scrapers.parliaments.poland.titles import is_denunciation
from scrapers.parliaments.poland.wire import ListedVote

pytestmark = pytest.mark.skipif(not WIRE.exists(), reason=REASON)

API = "https://api.sejm.gov.pl/sejm/term10"

TOTALS = {
    "1/1": (0, 0, 0, 0, 1),
    "1/2": (458, 0, 0, 0, 2),
    "6/9": (191, 234, 0, 0, 33),
    "7/13": (435, 5, 0, 0, 19),
    "13/1": (176, 217, 0, 0, 41),
    "14/25": (240, 192, 7, 0, 19),
    "17/40": (261, 172, 3, 0, 23),
    "18/27": (414, 7, 7, 0, 31),
    "23/3": (444, 0, 0, 0, 16),
    "23/4": (442, 0, 0, 0, 18),
    "26/19": (194, 232, 5, 0, 29),
    "33/5": (145, 47, 237, 0, 31),
    "34/49": (0, 0, 0, 0, 35),
    "36/7": (0, 0, 0, 433, 27),
    "37/6": (188, 223, 1, 0, 48),
    "37/19": (420, 0, 0, 0, 40),
    "37/34": (426, 0, 0, 0, 34),
    "37/48": (388, 28, 5, 0, 39),
    "37/66": (196, 232, 0, 0, 32),
    "38/8": (421, 1, 10, 0, 28),
    "38/40": (222, 14, 3, 0, 221),
    "55/41": (22, 417, 3, 0, 18),
}
"""Yes, no, abstain, present, absent."""

ON_LIST = {"1/1": 459, "34/49": 425}
"""Ballots on a list of candidates, by vote."""


def read(url):
    """What the page for an address says about its recorded answer."""
    with (WIRE / "index.csv").open(encoding="utf-8", newline="") as index:
        (file,) = [row["file"] for row in csv.DictReader(index) if row["url"] == url]
    found = Answer(url=url, body=(WIRE / file).read_bytes(), content_type="application/json")
    return PARLIAMENT.page_for(url).read(found)


def the_vote(name):
    (vote,) = read(f"{API}/votings/{name}")
    return vote


def test_every_recorded_vote_is_looked_at():
    with (WIRE / "index.csv").open(encoding="utf-8", newline="") as index:
        urls = [row["url"] for row in csv.DictReader(index) if row["url"].startswith(f"{API}/votings/")]
    assert {url.removeprefix(f"{API}/votings/") for url in urls} == set(TOTALS)


@pytest.mark.parametrize("name", TOTALS)
def test_the_ballots_of_each_vote_make_its_totals(name):
    vote = the_vote(name)
    declared = vote.declared
    assert count(vote.ballots) == declared
    assert (
        declared.yes,
        declared.no,
        declared.abstain,
        declared.present_not_voting,
        declared.absent,
    ) == TOTALS[name]
    assert len(vote.ballots) == sum(TOTALS[name]) + ON_LIST.get(name, 0)


@pytest.mark.parametrize("name", TOTALS)
def test_each_ballot_is_the_recorded_row(name):
    rows = [row_of(ballot) for ballot in the_vote(name).ballots]
    sitting, number = name.split("/")
    text = (WIRE / f"pl/sejm/voting-10-{sitting}-{number}.json").read_text(encoding="utf-8")
    assert sorted(rows) == sorted(
        (value(part, "MP"), value(part, "club"), value(part, "lastName"), value(part, "vote"))
        for part in re.findall(r'\{"MP".*?"vote":"\w+"', text)
    )


def row_of(ballot):
    return (ballot.identifier, ballot.faction, ballot.family_name, ballot.label)


def value(part, element):
    return re.search(rf'"{element}":"?([^",]+)', part)[1]


@pytest.mark.parametrize("name", TOTALS)
def test_no_member_has_two_ballots(name):
    numbers = Counter(ballot.identifier for ballot in the_vote(name).ballots)
    assert set(numbers.values()) == {1}


def test_the_clubs_of_25_june_2025_are_those_of_the_ballots():
    assert Counter(ballot.faction for ballot in the_vote("37/66").ballots) == {
        "PiS": 189,
        "KO": 157,
        "PSL-TD": 32,
        "Polska2050-TD": 32,
        "Lewica": 21,
        "Konfederacja": 16,
        "Razem": 5,
        "Republikanie": 4,
        "Konfederacja_KP": 3,
        "niez.": 1,
    }


MEANINGS = {
    "1/1": ("for the candidate", None),
    "1/2": (None, "passed"),
    "6/9": ("for the motion", "rejected"),
    "7/13": ("for the bill", "passed"),
    "13/1": ("for the motion", "rejected"),
    "14/25": ("for the motion", "passed"),
    "17/40": ("for the candidate", "rejected"),
    "18/27": ("for the bill", "passed"),
    "23/3": ("for the bill", "passed"),
    "23/4": ("for the bill", "passed"),
    "26/19": ("against the amendment", "rejected"),
    "33/5": ("quorum check", None),
    "34/49": ("for the candidate", None),
    "36/7": ("quorum check", None),
    "37/6": ("for the motion", "rejected"),
    "37/19": ("for the motion", "passed"),
    "37/34": ("for the bill", "passed"),
    "37/48": ("for the bill", "passed"),
    "37/66": ("for the amendment", "rejected"),
    "38/8": (None, "passed"),
    "38/40": ("for the bill", "passed"),
    "55/41": ("for rejecting the bill", "rejected"),
}


@pytest.mark.parametrize("name", MEANINGS)
def test_each_vote_says_what_a_yes_means_and_what_came_of_it(name):
    vote = the_vote(name)
    assert (vote.meaning_of_yes, vote.outcome) == MEANINGS[name]


def test_only_votes_on_the_whole_are_final():
    final = {name for name in TOTALS if the_vote(name).is_final}
    assert final == {name for name, (meaning, _) in MEANINGS.items() if meaning == "for the bill"}


@pytest.mark.parametrize(
    ("name", "threshold"), [("17/40", 262), ("6/9", 231), ("14/25", 231), ("26/19", 216), ("1/1", 230)]
)
def test_the_threshold_is_the_sources(name, threshold):
    assert the_vote(name).threshold == threshold


@pytest.mark.parametrize(
    ("name", "papers"),
    [
        ("37/66", ("1263", "1354", "1354-A")),
        ("37/19", ("1385",)),
        ("38/8", ("1412",)),
        ("38/40", ("1043", "1044", "1274", "1300", "1300-A")),
        ("23/3", ("745", "779")),
        ("37/6", ()),
        ("1/2", ("1", "2")),
    ],
)
def test_the_papers_are_those_named(name, papers):
    assert the_vote(name).documents == papers


def test_the_vote_of_2025_06_25_was_taken_in_summer_time():
    time = the_vote("37/66").time
    assert time.astimezone(dt.UTC) == dt.datetime(2025, 6, 25, 20, 37, 27, tzinfo=dt.UTC)


def test_the_election_of_the_marshal_has_two_candidates():
    assert [(choice.number, choice.votes) for choice in the_vote("1/1").choices] == [(1, 265), (2, 193)]


def test_a_choice_between_two_carries_their_names_as_printed():
    assert the_vote("34/49").choices == (
        Choice(number=1, label="MOSIŃSKI JAN", votes=182),
        Choice(number=2, label="WIERZBICA ANNA", votes=225),
    )


def test_18_ballots_of_34_49_are_against_both():
    against = [b for b in the_vote("34/49").ballots if b.choices == ((1, "no"), (2, "no"))]
    assert len(against) == 18


def test_the_index_adds_up_over_the_days_of_each_sitting():
    votes = {expectation.subject: expectation.expected for expectation in read(f"{API}/votings")}
    assert sum(votes.values()) == 4775
    assert votes["pl-sejm-10-37"] == 81


def test_498_members_of_whom_459_sit():
    people = read(f"{API}/MP")
    assert len({person.id.identifier for person in people}) == 498
    assert sum(person.memberships[0].is_active for person in people) == 459


def test_every_ballot_is_of_a_member_under_the_same_name():
    people = {(p.id.identifier, p.id.family_name, p.id.given_name) for p in read(f"{API}/MP")}
    cast = {
        (ballot.identifier, ballot.family_name, ballot.given_name)
        for name in TOTALS
        for ballot in the_vote(name).ballots
    }
    assert cast <= people


def test_11_clubs_have_the_sizes_that_the_members_make():
    found = read(f"{API}/clubs")
    clubs = {club.label: club.member_count for club in found if isinstance(club, Faction)}
    assert len(clubs) == 11
    assert clubs == Counter(
        person.memberships[1].faction for person in read(f"{API}/MP") if person.memberships[1].is_active
    )


def test_clubs_of_the_past_are_not_in_the_list_of_clubs():
    clubs = {club.label for club in read(f"{API}/clubs") if isinstance(club, Faction)}
    assert {"Polska2050-TD", "Republikanie"}.isdisjoint(clubs)


def test_13_of_19_recorded_proceedings_are_sittings():
    sittings = read(f"{API}/proceedings")
    assert len(sittings) == 13
    assert all(sitting.number for sitting in sittings)


def test_the_first_sitting_spans_13_days_and_two_months():
    first = next(sitting for sitting in read(f"{API}/proceedings") if sitting.number == 1)
    assert (len(first.dates), first.dates[0], first.dates[-1]) == (
        13,
        dt.date(2023, 11, 13),
        dt.date(2023, 12, 21),
    )


def test_sitting_66_reads_the_same_in_the_list_and_on_its_own():
    (alone,) = read(f"{API}/proceedings/66")
    assert alone in read(f"{API}/proceedings")
    assert alone.is_current


def stages(number):
    bill = read(f"{API}/processes/{number}")[0]
    return [(stage.kind, str(stage.date), stage.document or stage.vote) for stage in bill.stages]


def test_process_219_stage_by_stage():
    assert stages(219) == [
        ("submission", "2024-02-20", "219"),
        ("referral", "2024-02-22", None),
        ("referral", "2024-02-22", None),
        ("first reading", "2024-03-07", None),
        ("referral", "2024-03-07", None),
        ("first reading", "2024-03-07", "pl-sejm-10-7-12"),
        ("committee", "2024-03-26", None),
        ("committee", "2024-03-26", None),
        ("committee", "2024-04-09", "280"),
        ("second reading", "2024-04-10", None),
        ("referral", "2024-04-11", None),
        ("committee", "2024-04-11", None),
        ("committee", "2024-04-11", "280-A"),
        ("third reading", "2024-04-12", None),
        ("final vote", "2024-04-12", "pl-sejm-10-9-15"),
        ("second chamber", "2024-05-09", "378"),
        ("referral", "2024-05-09", None),
        ("committee", "2024-07-11", None),
        ("committee", "2024-07-11", "510"),
        ("reconsideration", "2024-07-12", None),
        ("to head of state", "2024-07-15", None),
        ("end", "None", None),
    ]


def test_process_1962_stage_by_stage():
    assert stages(1962) == [
        ("submission", "2025-10-17", "1962"),
        ("referral", "2025-11-17", None),
        ("referral", "2025-11-17", None),
        ("first reading", "2025-12-17", None),
        ("committee", "2026-06-17", None),
        ("committee", "2026-06-17", "2689"),
        ("second reading", "2026-07-15", None),
        ("referral", "2026-07-15", None),
        ("committee", "2026-07-16", None),
        ("committee", "2026-07-16", "2689-A"),
        ("third reading", "2026-07-17", None),
        ("final vote", "2026-07-17", "pl-sejm-10-62-108"),
        ("second chamber", "2026-08-06", "2994"),
        ("referral", "2026-08-07", None),
        ("committee", "2026-09-03", None),
        ("committee", "2026-09-03", "3014"),
        ("reconsideration", "2026-09-04", None),
        ("end", "None", None),
    ]


def test_the_tallies_in_process_219_are_those_of_its_two_votes():
    reports = [r for r in read(f"{API}/processes/219") if isinstance(r, TallyReport)]
    assert [(r.vote, r.tally.yes, r.tally.no, r.tally.absent) for r in reports] == [
        ("pl-sejm-10-7-12", 201, 242, 16),
        ("pl-sejm-10-9-15", 244, 199, 14),
    ]


@pytest.mark.parametrize(
    ("number", "sponsor", "papers"),
    [
        (219, "government", ("219", "280", "280-A", "378", "510")),
        (1962, "committee", ("1962", "2689", "2689-A", "2994", "3014")),
    ],
)
def test_a_bill_has_its_sponsor_papers_and_no_act_yet(number, sponsor, papers):
    bill = read(f"{API}/processes/{number}")[0]
    assert isinstance(bill, Bill)
    assert (bill.sponsor, bill.documents, bill.act, bill.is_tracked) == (sponsor, papers, None, False)


def test_print_3039_has_an_opinion_added():
    documents = read(f"{API}/prints/3039")
    assert [document.key for document in documents] == ["pl-sejm-10-print-3039", "pl-sejm-10-print-3039-001"]
    assert {document.bills for document in documents} == {("pl-sejm-10-3039",)}


def test_the_recorded_act_is_read_and_is_not_the_tracked_one():
    url = "https://api.sejm.gov.pl/eli/acts/DU/2026/1099"
    assert [(step.bill, step.stage.kind, str(step.stage.date)) for step in read(url)] == [
        ("pl-sejm-10-2699", "promulgation", "2026-08-18"),
        ("pl-sejm-10-2699", "entry into force", "2026-11-19"),
    ]
    act = origin_of(Answer(url=url, body=(WIRE / "pl/eli/act-DU-2026-1099.json").read_bytes()))
    assert [paper.number for paper in act.prints] == ["2699"]
    assert not is_denunciation(act.title)


def test_listed_votes_without_ballots_have_the_form_of_a_sittings_list():
    """No list of a whole sitting was recorded; a search gives items of the same form."""
    items = (WIRE / "pl/sejm/votings-search-10.json").read_bytes()
    votes = msgspec.json.decode(items, type=list[ListedVote])
    assert [(vote.sitting, vote.voting_number, papers_in(vote.title)) for vote in votes] == [
        (1, 139, ("127", "130")),
        (1, 140, ("128", "128-A", "128-B", "128-BA", "128-C", "131")),
        (2, 5, ("142", "143", "143-A")),
    ]


def test_7_recorded_drafts_of_which_4_have_a_print():
    body = (WIRE / "pl/sejm/bills-10-2026-09-01.json").read_bytes()
    found = Answer(url=f"{API}/bills?limit=500", body=body, content_type="application/json")
    drafts = PARLIAMENT.page_for(found.url).read(found)
    assert len({draft.number for draft in drafts}) == len(msgspec.json.decode(body)) == 7
    assert [d.stages[0].document for d in drafts] == [None, "3028", None, "3056", "3071", None, "2865"]
    assert {draft.sponsor for draft in drafts} == {"deputies", "government"}
