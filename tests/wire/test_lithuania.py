"""The pages of the Seimas, against its recorded answers."""

import datetime as dt
import json
import re
import sqlite3
from collections import Counter

import pytest
from loopback import ottawa
from lxml import etree
from recorded import REASON, WIRE, capture_of, recordings

from db.records import Bill, Expectation, Faction, Person, Sitting, Tally, TallyReport, Vote, count
from scrapers.archive import Archive
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania import OLD_QUESTION, OLD_SITTING, PARLIAMENT
from scrapers.parliaments.lithuania.calendar import parse_terms
from scrapers.parliaments.lithuania.keys import TERMS, number_in
from scrapers.parliaments.lithuania.members import is_faction
from scrapers.parliaments.lithuania.old_votes import split_name
from scrapers.parliaments.lithuania.rolls import FIGURES, ROLL, TOTALS
from scrapers.parliaments.lithuania.spider import SeimasSpider
from scrapers.parliaments.lithuania.words import outcome_of, stage_kind
from scrapers.parliaments.lithuania.xml import read_node

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

PACKAGE = "vote_bals_-10765_2011-03-24.html"
THREE_STAGES = "vote_bals_-8053_2010-04-13.html"
MEMBERS = "ad_seimo_nariai.k9.2023-09-05.repo-json.json"
FACTIONS = [
    "ad_seimo_frakcijos.k9.2021-06-06.repo-json.json",
    "ad_seimo_frakcijos.k9.2023-09-05.repo-json.json",
]


def recording_of(name):
    (recording,) = (found for found in recordings("lt") if found.file.name == name)
    return recording


def answer_of(name, body=None):
    recording = recording_of(name)
    if body is None:
        body = recording.read()
    return Answer(url=recording.url, body=body, content_type=recording.content_type)


def xml_of(name):
    """The XML that a recorder turned into JSON, built up again: attributes begin with an at sign."""
    ((root, content),) = json.loads(recording_of(name).read()).items()
    return answer_of(name, etree.tostring(element(root, content), encoding="utf-8"))


def element(name, content):
    built = etree.Element(name)
    for key, value in content.items():
        if key.startswith("@"):
            built.set(key[1:], value)
        else:
            built.extend(element(key, child) for child in (value if isinstance(value, list) else [value]))
    return built


def read(answer):
    return PARLIAMENT.page_for(answer.url).read(answer)


def one(name, kind):
    (found,) = (record for record in read(answer_of(name)) if isinstance(record, kind))
    return found


def crosses(name):
    """The rows of the table of ballots, read with nothing but a pattern."""
    text = recording_of(name).read().decode("windows-1257", "replace").replace("&nbsp;", "")
    row = r"p_asm_id=(\d+)[^>]*>([^<]+)</a></td>" + r'\s*<td class="ctb">(.*?)</td>' * 4
    return re.findall(row, text)


@pytest.mark.parametrize("name", [PACKAGE, THREE_STAGES])
def test_an_old_vote_has_every_ballot_of_its_table(name):
    columns = ("Už", "Prieš", "Susil.")
    expected = [
        (who, printed, next((word for word, mark in zip(columns, marks, strict=True) if mark), ""))
        for who, printed, _, *marks in crosses(name)
    ]
    assert len(expected) == 141
    assert [
        (ballot.identifier, f"{ballot.family_name} {ballot.given_name}", ballot.label)
        for ballot in one(name, Vote).ballots
    ] == expected


@pytest.mark.parametrize(
    ("name", "tally", "without"),
    [
        (PACKAGE, Tally(yes=82, no=0, abstain=3), 56),
        (THREE_STAGES, Tally(yes=75, no=2, abstain=10), 54),
    ],
)
def test_an_old_vote_has_the_tally_of_its_ballots_and_nobody_is_called_absent(name, tally, without):
    vote = one(name, Vote)
    counted = count(vote.ballots)
    assert vote.declared == tally
    assert (counted.yes, counted.no, counted.abstain) == (tally.yes, tally.no, tally.abstain)
    assert Counter(ballot.option for ballot in vote.ballots)["not_recorded"] == without


def test_an_old_vote_expects_as_many_ballots_as_seats():
    assert one(PACKAGE, Expectation).expected == 141


def test_the_factions_of_an_old_vote_are_as_large_as_its_rows_say():
    assert Counter(ballot.faction for ballot in one(PACKAGE, Vote).ballots) == {
        "TS-LKDF": 46,
        "LSDPF": 24,
        "TTF": 18,
        "LSF": 13,
        "JF": 13,
        "DPF": 10,
        "KPF": 9,
        "MG": 8,
    }


def test_the_vote_on_a_package_names_both_bills():
    vote = one(PACKAGE, Vote)
    assert (vote.bill, vote.documents) == (None, ("XIP-2992", "XIP-2993"))


def test_the_vote_on_a_bill_at_three_stages_names_it_once():
    vote = one(THREE_STAGES, Vote)
    assert (vote.bill, vote.documents) == ("lt-seimas-xip-1869", ("XIP-1869",))
    assert (vote.meaning_of_yes, vote.is_final) == ("for the motion", False)


def test_an_old_vote_says_when_and_with_what_outcome():
    vote = one(PACKAGE, Vote)
    assert vote.time.isoformat() == "2011-03-24T12:42:09+02:00"
    assert (vote.outcome, vote.outcome_label) == ("passed", "pritarta")
    assert (vote.sitting, vote.term) == ("lt-seimas--500467", "lt-seimas-6")


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        (
            "question_klaus_stadija_-9211_2011-03-24.html",
            {"lt-seimas--10765": Tally(yes=82, no=0, abstain=3)},
        ),
        (
            "question_klaus_stadija_-7978.html",
            {
                "lt-seimas--9403": Tally(yes=29, no=7, abstain=35),
                "lt-seimas--9404": Tally(yes=73, no=0, abstain=2),
            },
        ),
    ],
)
def test_an_old_question_reports_the_figures_of_its_votes(question, reports):
    records = read(answer_of(question))
    assert {r.vote: r.tally for r in records if isinstance(r, TallyReport)} == reports


def test_an_old_question_leaves_the_rejected_amendment_out_of_the_bills_stages():
    bills = [r for r in read(answer_of("question_klaus_stadija_-7978.html")) if isinstance(r, Bill)]
    assert [(bill.number, bill.stages[0].document) for bill in bills] == [
        ("XIP-1561", "XIP-1561(2)"),
        ("XIP-1562", "XIP-1562(2)"),
    ]
    assert {(bill.stages[0].vote, bill.stages[0].decision) for bill in bills} == {
        ("lt-seimas--9404", "pritarta")
    }


def test_the_questions_of_the_old_sitting_are_followed_each_once():
    answer = answer_of("sitting_fakt_pos_-500911_2015-05-21.html")
    urls = [request.url for request in SeimasSpider().follow(OLD_SITTING, answer)]
    assert len(urls) == len(set(urls)) == 27
    assert [url for url in urls if "klaus_stadija" not in url] == [
        "http://www3.lrs.lt/pls/inter/dokpaieska.showdoc_l?p_id=1034324"
    ]
    assert one("sitting_fakt_pos_-500911_2015-05-21.html", Sitting).dates == (dt.date(2015, 5, 21),)


def test_the_old_sitting_holds_bytes_that_its_encoding_does_not_define():
    body = recording_of("sitting_fakt_pos_-500911_2015-05-21.html").read()
    with pytest.raises(UnicodeDecodeError):
        body.decode("windows-1257")


def test_the_votes_of_an_old_question_are_followed():
    answer = answer_of("question_klaus_stadija_-7978.html")
    urls = [request.url for request in SeimasSpider().follow(OLD_QUESTION, answer)]
    assert [url.rpartition("=")[2] for url in urls] == ["-9403", "-9404"]


def test_the_conclusion_of_a_committee_is_no_transcript():
    assert read(answer_of("document_1076487.html")) == ()


def test_an_old_page_of_another_kind_is_refused():
    url = recording_of(PACKAGE).url
    member = Answer(url=url, body=recording_of("member_110.html").read())
    with pytest.raises(PageError, match="title"):
        read(member)


def test_an_old_vote_cut_in_half_is_refused():
    body = recording_of(PACKAGE).read()
    with pytest.raises(PageError, match="cut off"):
        read(answer_of(PACKAGE, body[: len(body) // 2]))


def test_an_old_vote_with_a_cross_removed_is_refused():
    body = recording_of(PACKAGE).read().replace(b"&nbsp;+&nbsp;", b"&nbsp;&nbsp;", 1)
    with pytest.raises(PageError, match="tally"):
        read(answer_of(PACKAGE, body))


def test_every_recorded_member_is_read_with_seat_and_name():
    rows = json.loads(recording_of(MEMBERS).read())["SeimoInformacija"]["SeimoKadencija"]["SeimoNarys"]
    people = [record for record in read(xml_of(MEMBERS)) if isinstance(record, Person)]
    assert len(people) == len({person.id.identifier for person in people}) == 148
    assert [
        (p.id.identifier, p.id.family_name, p.id.given_name, p.memberships[0].start.isoformat())
        for p in people
    ] == [(row["@asmens_id"], row["@pavardė"], row["@vardas"], row["@data_nuo"]) for row in rows]


def test_140_recorded_members_sit_and_8_have_left():
    people = [record for record in read(xml_of(MEMBERS)) if isinstance(record, Person)]
    assert Counter(person.memberships[0].is_active for person in people) == {True: 140, False: 8}


def test_the_sitting_members_of_each_faction_are_as_many_as_the_list_of_factions_says():
    people = [record for record in read(xml_of(MEMBERS)) if isinstance(record, Person)]
    found = Counter(
        spell.faction
        for person in people
        for spell in person.memberships
        if spell.faction and spell.is_active
    )
    factions = [record for record in read(xml_of(FACTIONS[1])) if isinstance(record, Faction)]
    assert {faction.label: faction.member_count for faction in factions} == found


def test_no_recorded_member_is_in_two_factions_at_once():
    for person in read(xml_of(MEMBERS)):
        if isinstance(person, Person):
            assert len([spell for spell in person.memberships if spell.faction and spell.is_active]) <= 1


def test_all_bodies_with_dates_that_look_like_factions_are_factions():
    rows = json.loads(recording_of(MEMBERS).read())["SeimoInformacija"]["SeimoKadencija"]["SeimoNarys"]
    posts = [post for row in rows for post in row["Pareigos"] if isinstance(post, dict)]
    names = {" ".join(post.get("@padalinio_pavadinimas", "").split()) for post in posts}
    assert len([name for name in names if is_faction(name)]) == 9


@pytest.mark.parametrize(("name", "expected"), [(FACTIONS[0], 140), (FACTIONS[1], 139)])
def test_the_recorded_factions_are_eight_with_all_their_members(name, expected):
    factions = read(xml_of(name))
    assert len(factions) == 8
    assert sum(faction.member_count for faction in factions) == expected


def test_the_rebuilt_xml_of_the_factions_says_the_same_as_the_copy():
    assert read(answer_of("ad_seimo_frakcijos.k9.2023-09-05.reconstructed.xml")) == read(xml_of(FACTIONS[1]))


def test_names_of_recorded_members_can_be_split_again():
    for person in read(xml_of(MEMBERS)):
        if isinstance(person, Person) and " " not in person.id.family_name:
            name = person.id.family_name, person.id.given_name
            assert split_name(" ".join(name)) == name


def test_the_copy_of_an_answer_in_json_is_refused():
    with pytest.raises(PageError, match="not whole XML"):
        read(answer_of(MEMBERS))


def test_the_recorded_totals_of_a_vote_have_the_names_that_we_read():
    body = recording_of("BendriBalsavimoRezultatai.-59934.2026-07-14.xml").read()
    totals = read_node(Answer(url="https://example.org", body=body), TOTALS)
    assert totals.attributes == ROLL[TOTALS] | {"komentaras"}
    assert [totals.whole(name) for name in FIGURES] == [81, 140, 73, 1, 7]
    assert totals.moment("balsavimo_laikas").isoformat() == "2026-07-14T14:23:05+03:00"


def test_the_recorded_beginning_of_the_list_of_terms_lacks_ours():
    body = recording_of("ad_seimo_kadencijos.head.2023-07-26.xml").read() + b"</SeimoInformacija>"
    with pytest.raises(PageError, match="SeimoKadencija 6, data_nuo: None where"):
        parse_terms(answer_of("ad_seimo_kadencijos.head.2023-07-26.xml", body))


def test_the_members_of_term_9_were_elected_on_the_day_on_which_ours_begins():
    people = [record for record in read(xml_of(MEMBERS)) if isinstance(record, Person)]
    assert min(person.memberships[0].start for person in people) == TERMS[3].start


def test_the_votes_of_todays_site_end_with_the_numbers_of_bills_that_we_read():
    text = (WIRE / "lt/portal_html/lrs_p_r_37067_sitting_-501996.browser-dom.prettified.html").read_text()
    options = re.findall(r'name="p_bals_id"\s+value="-\d+".*?</div>', text, re.DOTALL)
    plain = [" ".join(re.sub(r"<[^>]*>", " ", option).split()) for option in options]
    assert [number_in(words).base for words in plain if "(Nr." in words] == ["XVP-8", "XVP-9", "XVP-10"]


def test_the_stages_of_the_old_sitting_are_all_known():
    answer = answer_of("sitting_fakt_pos_-500911_2015-05-21.html")
    stages = re.findall(r"\[(\w+)\]", answer.body.decode("windows-1257", "replace"))
    assert Counter(stage_kind(answer, stage) for stage in stages).keys() == {
        "first reading",
        "second reading",
        "third reading",
    }


def test_nepritarta_in_a_recorded_question_is_no_passing():
    text = recording_of("question_klaus_stadija_-7978.html").read().decode("windows-1257", "replace")
    assert [outcome_of(word) for word in re.findall(r"; <b>(\w+)</b>", text)] == ["rejected", "passed"]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """What the real spider stores of all recorded answers that are whole, in the form of their source."""
    folder = tmp_path_factory.mktemp("lithuania")
    with Archive(folder / "recorded") as archive:
        for recording in recordings("lt"):
            is_whole = recording.kind == "verbatim" or recording.file.name.endswith(".reconstructed.xml")
            if recording.url and is_whole:
                archive.put(capture_of(recording), recording.read())
    arguments = "crawl", "lithuania", "--offline", "--archive", "recorded", "--database", "lt.db"
    runs = [ottawa(*arguments, folder=folder) for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0], runs[0].stdout + runs[0].stderr
    with sqlite3.connect(folder / "lt.db") as db:
        yield db


@pytest.mark.parametrize(
    ("what", "sql", "expected"),
    [
        ("votes", "SELECT count(*) FROM votes WHERE chamber = 'lt-seimas' AND origin = 'live'", 2),
        ("ballots", "SELECT count(*) FROM ballots WHERE chamber = 'lt-seimas' AND origin <> 'dossier'", 282),
        ("absent", "SELECT count(*) FROM ballots WHERE chamber = 'lt-seimas' AND option LIKE 'absent%'", 0),
        (
            "package",
            "SELECT count(*) FROM vote_bills JOIN votes ON votes.id = vote_id WHERE bill_key IS NULL",
            2,
        ),
        ("sittings", "SELECT count(*) FROM sittings WHERE chamber = 'lt-seimas' AND number IS NOT NULL", 4),
        ("members", "SELECT count(*) FROM persons WHERE key LIKE 'lt-seimas-%' AND is_stated", 33),
        ("factions", "SELECT count(*) FROM factions WHERE chamber = 'lt-seimas' AND member_count > 0", 8),
        ("turns", "SELECT count(*) FROM speeches WHERE sitting_key = 'lt-seimas--500911'", 348),
        ("corrections", "SELECT count(*) FROM ballot_corrections", 2),
        ("quarantined", "SELECT count(*) FROM responses WHERE state = 'quarantined'", 0),
        (
            "written twice",
            "SELECT rows_written FROM runs WHERE spider = 'lithuania' ORDER BY id DESC LIMIT 1",
            0,
        ),
    ],
)
def test_the_real_spider_stores_all_that_was_recorded(crawled, what, sql, expected):
    assert crawled.execute(sql).fetchone() == (expected,)
