"""The pages of the Saeima, against its recorded answers."""

import csv
import datetime as dt
import html
import json
import re
import sqlite3
from collections import Counter
from urllib.parse import quote

import pytest
from loopback import ottawa
from msgspec import structs
from recorded import REASON, WIRE, archive_recordings, recordings

from db.records import Bill, BillStage, Expectation, Faction, Sitting, Tally, Vote, count
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia import MEMBERS, PARLIAMENT, SITTINGS
from scrapers.parliaments.latvia.agenda import bills_on
from scrapers.parliaments.latvia.keys import TRACKED_GUIDS
from scrapers.parliaments.latvia.members import LABELS, OUTSIDE, members_of
from scrapers.parliaments.latvia.questions import outcome
from scrapers.parliaments.latvia.reading import read_html
from scrapers.parliaments.latvia.sittings import votes_of
from scrapers.parliaments.latvia.spider import SaeimaSpider
from scrapers.parliaments.latvia.transcripts import HEAD, turns_of
from scrapers.sample import sample_answers
from scrapers.sample.tables import rows

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

DATA = "https://data.gov.lv/dati/dataset/any/resource/any/download"
DKP = "14.saeima_2026-09-10_dkp.trimmed.xml"
OLD_VOTE = "livs12_vote_896b8b28ce7de8ddc22582890078d9dd.html"
DEB = "14.saeima_2026-09-10_deb.trimmed.xml"
DEB_CANCELLED = "14.saeima_cancelled_deb_empty.xml"
TRANSCRIPT_1993 = "transcript_1837_1993-11-18.textextract.json"
AGENDA_2025 = "livs14_agenda_2025-04-16.snapshot.md"

BALLOTS_2026 = {
    "e8ee3055-f869-4dba-80ee-07c13a4617dd": ("09:21:03", (21, 44, 12, 10), "1292/Lp14"),
    "50e016cb-247a-40b3-946f-60f5366276ff": ("09:44:27", (23, 40, 13, 11), "1299/Lp14"),
    "9fa4d829-54cd-4230-974d-8ae5cd19e813": ("10:24:00", (41, 50, 1, 3), "124/P14"),
    "e2365c84-42ad-4c42-a4e4-5e54de4b3ff3": ("10:24:58", (89, 0, 0, 7), "950/Lm14"),
    "f3a248eb-8ec6-4555-ae25-a4f0903d4b6c": ("10:29:12", (96, 0, 0, 0), "1272/Lp14"),
    "4e7fc213-d6f8-4532-8e4e-b5667fa18a97": ("15:53:40", (49, 23, 1, 15), "953/Lm14"),
}
"""The six votes of 16 April 2026 by item: time, yes, no, abstain, did not vote, and the matter."""


def recording_of(name):
    (found,) = (recording for recording in recordings("lv") if recording.file.name == name)
    return found


def answer_of(name, url=None):
    recording = recording_of(name)
    return Answer(url=url or recording.url, body=recording.read(), content_type=recording.content_type)


def read(answer):
    return PARLIAMENT.page_for(answer.url).read(answer)


def cells_of(name):
    """The table cells of a rendering, row by row; a row is known by how far it is indented."""
    rows, open_rows = [], {}
    for line in recording_of(name).read().decode().splitlines():
        depth = len(line) - len(line.lstrip())
        if re.match(r"\s*- '?row\b", line):
            open_rows[depth] = []
            rows.append(open_rows[depth])
        elif found := re.match(r"""\s*- '?cell(?: "(.*?)")? \[""", line):
            open_rows[depth - 2].append((found[1] or "").replace("''", "'"))
    return rows


def listed_in(name):
    """The lines of the two halves of a rendered list, left half first: number or nothing, name, and so on."""
    rows = [row for row in cells_of(name) if len(row) == 9][1:]
    lines = [row[:4] for row in rows] + [row[5:] for row in rows]
    return [line for line in lines if any(line)]


def vote_page(name):
    """A rendered vote in the source's own form, which the rendering was made of.

    It shows only the list by result. The list by names is made of it with the last word as the family name,
    or the last two where the source has such a name in the recorded list of members.
    """
    text = recording_of(name).read().decode()
    lines = [["&nbsp;", f"<b>{member}</b>", "", ""] if not label else [number, member, faction, label]
             for number, member, faction, label in listed_in(name)]  # fmt: skip
    members = [line for line in lines if line[3]]
    by_name = [[number, family_first(member), *rest] for number, member, *rest in members]
    fields = {key: re.search(rf'{key}: (.*)"\n', text)[1] for key in ("Datums", "Balsošanas motīvs")}
    tally = re.search(r"generic.*: (par \d+, pret \d+, atturas \d+)", text)[1]
    rows = "".join(f"<span>{key}: </span><b>{html.escape(value)}</b>" for key, value in fields.items())
    script = (
        f"var voteFullListByNames=[{written(by_name)}];var voteFullListByResult=[{written(lines)}];"
        'var voteShortListByNames=[""];'
    )
    page = f"<script>{script}</script><div id='totalResultRow'>{tally} &nbsp;</div>{rows}"
    return page.encode("latin-1", "xmlcharrefreplace")


def family_first(member):
    given, _, family = member.partition(" Abu ") if " Abu " in member else member.rpartition(" ")
    return f"{'Abu ' if ' Abu ' in member else ''}{family} {given}"


def written(lines):
    return ",".join('"' + "\xa4".join(map(written_cell, line)) + '"' for line in lines)


def written_cell(cell):
    return cell if cell.startswith(("&", "<")) else quote(cell)


def vote_of_2026(item):
    name = f"livs14_vote_{item}.snapshot.md"
    (vote,) = read(Answer(url=recording_of(name).url, body=vote_page(name)))
    return vote


@pytest.fixture(scope="module")
def old_vote():
    (vote,) = read(answer_of(OLD_VOTE))
    return vote


@pytest.fixture(scope="module")
def agenda():
    return read(answer_of(DKP, f"{DATA}/14.saeimas-2026.gada-rudens-sesija-2-dkp.xml"))


@pytest.fixture(scope="module")
def results_of_2025():
    """The votes with a result on the rendered agenda of 16 April 2025: number, tally, label."""
    text = recording_of(AGENDA_2025).read().decode()
    found = re.findall(
        r"\((\d+/(?:L[pm]|P)14)\) (?:\([^()\n]*\) ?)*Balsojums: par (\d+), pret (\d+), atturas (\d+) "
        r"(Likums|Pieņemts|Noraidīts|Nod\. kom\.|Paziņojums)",
        text,
    )
    return {number: (tuple(map(int, tally)), label) for number, *tally, label in found}


def test_the_recorded_vote_of_2018_has_the_tally_of_its_80_ballots(old_vote):
    assert old_vote.declared == Tally(yes=18, no=9, abstain=51)
    assert count(old_vote.ballots) == Tally(yes=18, no=9, abstain=51, present_not_voting=2, absent=0)
    assert len({ballot.identifier for ballot in old_vote.ballots}) == 80


def test_the_recorded_vote_of_2018_has_day_before_month(old_vote):
    assert old_vote.time.isoformat() == "2018-05-10T09:03:08+03:00"
    assert old_vote.key == "lv-saeima-12-2018-05-10-090308"


def test_the_recorded_vote_of_2018_has_its_factions_without_trailing_blanks(old_vote):
    counted = Counter(ballot.faction for ballot in old_vote.ballots)
    assert counted.keys() == {"VIENOTĪBA", "SASKAŅA", "ZZS", "VL-TB/LNNK", "LRA", None}
    assert counted.total() == 80


def test_a_family_name_of_two_words_is_told_apart_in_the_recorded_vote(old_vote):
    assert (old_vote.ballots[0].given_name, old_vote.ballots[0].family_name) == ("Hosams", "Abu Meri")


def test_a_given_name_of_two_words_is_told_apart_in_the_recorded_vote(old_vote):
    found = [ballot for ballot in old_vote.ballots if ballot.family_name == "Kalniņš"]
    assert {ballot.given_name for ballot in found} == {"Guntis", "Ojārs Ēriks"}


def test_the_recorded_vote_of_2018_is_on_putting_a_decision_on_the_agenda(old_vote):
    assert (old_vote.bill, old_vote.meaning_of_yes, old_vote.is_final) == (
        "lv-saeima-718-lm12",
        "for the motion",
        False,
    )
    assert old_vote.outcome == "rejected"


@pytest.mark.parametrize("separator", [b"\xa4", b"\xff", b"\xef\xbf\xbd"])
def test_the_recorded_vote_reads_the_same_with_the_separator_byte_of_the_wire(old_vote, separator):
    answer = answer_of(OLD_VOTE)
    body = answer.body.replace("\u00a4".encode(), separator)
    assert read(Answer(url=answer.url, body=body)) == (old_vote,)


def test_the_recorded_vote_with_a_member_removed_from_one_list_is_refused():
    answer = answer_of(OLD_VOTE)
    body = re.sub(rb'"4\.[^"]*",', b"", answer.body, count=1)
    with pytest.raises(PageError, match="voteFullListByResult: not the ballots of the list by names"):
        read(Answer(url=answer.url, body=body))


def test_the_recorded_vote_with_an_unknown_label_is_refused():
    answer = answer_of(OLD_VOTE)
    with pytest.raises(PageError, match="PAR: 18 is not what is listed"):
        read(Answer(url=answer.url, body=answer.body.replace('¤Par"'.encode(), '¤MAYBE"'.encode())))


@pytest.mark.parametrize("item", BALLOTS_2026)
def test_the_six_recorded_votes_of_2026_have_every_ballot(item):
    vote, name = vote_of_2026(item), f"livs14_vote_{item}.snapshot.md"
    _, tally, _ = BALLOTS_2026[item]
    counted = count(vote.ballots)
    assert (counted.yes, counted.no, counted.abstain, counted.present_not_voting) == tally
    assert Counter((f"{b.given_name} {b.family_name}", b.faction or "", b.label) for b in vote.ballots) == (
        Counter((member, faction, label) for _, member, faction, label in listed_in(name) if label)
    )


@pytest.mark.parametrize("item", BALLOTS_2026)
def test_the_six_recorded_votes_of_2026_have_key_item_and_matter(item):
    vote = vote_of_2026(item)
    clock, (yes, no, abstain, _), number = BALLOTS_2026[item]
    assert vote.key == f"lv-saeima-14-2026-04-16-{clock.replace(':', '')}"
    assert (vote.documents, vote.bill_number) == ((item,), number)
    assert vote.declared == Tally(yes=yes, no=no, abstain=abstain)


@pytest.mark.parametrize("item", BALLOTS_2026)
def test_the_sample_says_of_a_vote_what_was_recorded_and_nothing_else(item):
    (written,) = (answer for answer in sample_answers() if answer.url.endswith(item))
    assert written.url == recording_of(f"livs14_vote_{item}.snapshot.md").url
    (ours,), recorded = read(Answer(url=written.url, body=written.body)), vote_of_2026(item)
    assert set(ours.ballots) == set(recorded.ballots)
    assert structs.replace(ours, ballots=()) == structs.replace(recorded, ballots=())


def test_the_sample_splits_names_as_the_recorded_table_of_members_does():
    table = recording_of("saeima14_deputy_factions_2025-02-25.pasted.tsv").read().decode()
    recorded = {tuple(map(str.strip, line.split("\t")[1:3])) for line in table.splitlines()[2:]}
    ours = {(row["name"], row["sname"]) for row in rows("latvia", "members")}
    assert len(ours & recorded) == 84
    assert all(len(family.split()) == 1 for _, family in ours - recorded)


def test_of_the_six_recorded_votes_two_passed_by_more_than_the_half_and_one_is_final():
    votes = {item: vote_of_2026(item) for item in BALLOTS_2026}
    passed = {vote.bill_number for vote in votes.values() if vote.outcome == "passed"}
    assert passed == {"950/Lm14", "1272/Lp14", "953/Lm14"}
    assert [vote.bill_number for vote in votes.values() if vote.is_final] == ["1272/Lp14"]


def test_the_faction_that_is_gone_is_a_blank_in_the_recorded_votes_of_2026():
    factions = {ballot.faction for item in BALLOTS_2026 for ballot in vote_of_2026(item).ballots}
    assert factions == {"JV", "ZZS", "NA", "PRO", "LPV", "AS", None}


def test_namesakes_by_family_name_are_different_people_in_a_recorded_vote():
    vote = vote_of_2026("f3a248eb-8ec6-4555-ae25-a4f0903d4b6c")
    found = {ballot.identifier for ballot in vote.ballots if ballot.family_name in {"Judins", "Kalniņa"}}
    assert found == {"andrejs-judins", "igors-judins", "irma-kalnina", "inese-kalnina"}


def test_the_recorded_agenda_of_2025_has_18_votes_with_a_label(results_of_2025):
    assert len(results_of_2025) == 18
    assert results_of_2025["898/Lp14"] == ((66, 14, 2), "Likums")


def test_the_outcome_rule_agrees_with_every_label_of_the_recorded_agenda(results_of_2025):
    for number, ((yes, no, abstain), label) in results_of_2025.items():
        expected = "rejected" if label == "Noraidīts" else "passed"
        assert outcome(Tally(yes=yes, no=no, abstain=abstain), number) == expected, number


def test_the_recorded_agenda_has_its_sitting_with_both_days(agenda):
    (sitting,) = (record for record in agenda if isinstance(record, Sitting))
    assert sitting.key == "lv-saeima-14-ac98bfc2-1cdd-4fba-b646-8bae0629117a"
    assert (sitting.number, sitting.dates) == (2, (dt.date(2026, 9, 10), dt.date(2026, 9, 17)))


def test_the_recorded_agenda_expects_the_votes_of_its_items_and_sub_items(agenda):
    (expectation,) = (record for record in agenda if isinstance(record, Expectation))
    assert (expectation.what, expectation.expected) == ("votes", 3)


def test_the_recorded_agenda_has_three_matters_with_their_items(agenda):
    bills = {record.number: record.documents for record in agenda if isinstance(record, Bill)}
    assert bills == {
        "1105/Lm14": ("5277", "fc5dd32b-f989-4198-853f-381a6fb90118"),
        "1512/Lp14": ("5256", "5256A", "46faefb3-27d0-4f95-b865-6ddb981445f1"),
        "1104/Lm14": (
            "5276",
            "aedd01b5-b7b1-4ec8-b80d-46d8b5465904",
            "34dc647d-cb33-4cc0-81e1-adbc9eee3d27",
        ),
    }


def test_reading_1_of_a_referral_is_no_first_reading_in_the_recorded_agenda(agenda):
    steps = {step.bill: step.stage for step in agenda if isinstance(step, BillStage)}
    found = steps["lv-saeima-1512-lp14"]
    assert (found.kind, found.decision, found.date) == ("referral", "Noraidīts", None)


def test_no_day_is_made_up_for_what_passed_by_consensus_in_a_continued_sitting(agenda):
    assert not [record for record in agenda if isinstance(record, Vote)]


def test_the_recorded_agenda_names_its_bills():
    answer = answer_of(DKP, f"{DATA}/14.saeimas-2026.gada-rudens-sesija-2-dkp.xml")
    assert bills_on(answer) == {"1105/Lm14", "1512/Lp14", "1104/Lm14"}


def test_the_recorded_list_of_the_13th_saeima_has_100_members():
    members = members_of(answer_of("saeima13_deputies_en.html"))
    assert len({member["unid"] for member in members}) == 100
    assert {member["shortStr"] for member in members} >= {"SASKAŅA", "JK", "AP!", "NA", "ZZS", "JV", ""}


def test_the_english_names_of_factions_are_not_stored():
    assert read(answer_of("saeima13_deputies_en.html")) == ()


def test_the_recorded_list_of_the_14th_saeima_names_its_faction():
    (faction,) = read(answer_of("saeima14_deputies_lv.trimmed.html"))
    assert faction == Faction(
        chamber="lv-saeima", term="lv-saeima-14", label="JV", name="Frakcija JAUNĀ VIENOTĪBA"
    )


def test_the_members_of_the_recorded_lists_are_followed():
    for name, members in (("saeima13_deputies_en.html", 100), ("saeima14_deputies_lv.trimmed.html", 16)):
        requests = list(SaeimaSpider().follow(MEMBERS, answer_of(name)))
        assert len({request.url for request in requests}) == members
        assert all(PARLIAMENT.page_for(request.url).name == "member" for request in requests)


def test_the_recorded_member_has_a_mandate_and_a_faction_with_days():
    (person,) = read(answer_of("saeima14_deputy_profile_33EEA91F.trimmed.html"))
    assert (person.id.scheme, person.id.identifier, person.birth_year) == (
        "lv-saeima-14",
        "inga-berzina",
        1963,
    )
    assert [(place.faction, place.start, place.end) for place in person.memberships] == [
        (None, dt.date(2022, 11, 1), dt.date(2023, 9, 20)),
        ("JV", dt.date(2022, 11, 1), dt.date(2023, 9, 20)),
    ]


def test_every_faction_of_the_recorded_table_has_its_label():
    text = recording_of("saeima14_deputy_factions_2025-02-25.pasted.tsv").read().decode()
    rows = [line for line in csv.reader(text.splitlines(), delimiter="\t") if line and line[0].endswith(".")]
    counted = Counter(LABELS["14"].get(row[3], row[3]) for row in rows)
    assert counted == {"JV": 25, "ZZS": 16, "AS": 13, "NA": 12, "ST": 10, "PRO": 9, "LPV": 8, OUTSIDE: 7}


def test_the_vote_of_the_recorded_archived_call_is_found_by_its_link():
    answer = answer_of("livs14_agenda_calls_2026-07-23.trimmed.js.txt", "https://titania.saeima.lv/x")
    assert votes_of(answer) == [
        "0/20FFD0CEDD18C261C2258E3D003FA68D?OpenDocument",
        "0/6304FAE90F25C519C2258E3D003FA68F?OpenDocument",
        "0/B6CD380F2A82391DC2258E3D003FA69C?OpenDocument",
    ]


def test_of_the_recorded_live_calls_the_two_that_were_voted_on_are_followed():
    answer = answer_of("livs14_agenda_drawDKP_calls_2026-09-17.live.js.txt")
    requests = SaeimaSpider().follow(SITTINGS, answer)
    assert [request.url.rpartition("=")[2] for request in requests] == [
        "fe929133-60dd-4cef-9c58-40792ac7a0c4",
        "cae480d4-7bd5-4722-a32e-e2902dd632df",
    ]


def test_the_recorded_archived_form_is_not_taken_for_a_running_sitting():
    answer = answer_of("livs14_agenda_drawDKP_call_2026-09-17.nr_form.js.txt")
    assert list(SaeimaSpider().follow(SITTINGS, answer)) == []


def card_page(name):
    """A rendered card as plain tables: the same cells, and the line with those who submitted it."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in cells_of(name)
        if not any("Iesniedzēji:" in cell for cell in row)
    )
    text = recording_of(name).read().decode()
    sponsor = re.search(r'generic \[ref=e\d+\]: "(.*Iesniedzēji: .*)"', text)[1]
    return f"<table>{rows}</table><div>{html.escape(sponsor)}</div>".encode()


def card_of(name):
    bill, *steps = read(Answer(url=recording_of(name).url, body=card_page(name)))
    return bill, [step.stage for step in steps]


def test_the_recorded_card_of_a_bill_has_its_steps():
    bill, stages = card_of("livs14_doc_1292_Lp14.snapshot.md")
    assert (bill.key, bill.title) == ("lv-saeima-1292-lp14", "Grozījumi Saeimas vēlēšanu likumā")
    assert [(stage.kind, f"{stage.date:%d.%m.}", stage.decision) for stage in stages] == [
        ("submission", "31.03.", None),
        ("announcement", "13.04.", None),
        ("referral", "16.04.", "Noraidīts"),
    ]
    assert stages[2].document == "4595, 4595A"


def test_the_recorded_card_of_a_bill_names_who_submitted_it():
    _, stages = card_of("livs14_doc_1292_Lp14.snapshot.md")
    assert stages[0].actor.startswith("Armaņeva Maija, ")
    assert len(stages[0].actor.split(", ")) == 5


def test_the_recorded_card_of_a_decision_has_its_steps():
    bill, stages = card_of("livs14_doc_953_Lm14.snapshot.md")
    assert (bill.key, bill.kind) == ("lv-saeima-953-lm14", "lēmuma projekts")
    assert [(stage.kind, stage.decision, stage.document) for stage in stages] == [
        ("submission", None, None),
        ("only reading", "Paziņojums", "4662"),
    ]
    assert stages[0].actor == "Budžeta un finanšu (nodokļu) komisija"


@pytest.fixture(scope="module")
def outline():
    (found,) = read(answer_of(DEB, f"{DATA}/14.saeimas-2026.gada-rudens-sesija-2-deb.xml"))
    return found


def test_the_recorded_list_has_every_speaker_of_its_items_once(outline):
    text = recording_of(DEB).read().decode()
    counted = [names.count("#") + 1 for names in re.findall(r"<DEBATE_NAME>(.*?)</DEBATE_NAME>", text)]
    by_item = Counter(entry.item for entry in outline.entries)
    assert [by_item[item.key] for item in outline.items] == counted == [11, 2, 1]
    assert len({entry.key for entry in outline.entries}) == 14


def test_the_recorded_lengths_add_up(outline):
    lengths = re.findall(r"<DEBATE_TIME>(.*?)</DEBATE_TIME>", recording_of(DEB).read().decode())
    parts = [part.split(":") for text in lengths for part in text.split("#")]
    assert sum(entry.seconds for entry in outline.entries) == sum(60 * int(m) + int(s) for m, s in parts)


def test_the_one_recorded_minister_is_found(outline):
    (minister,) = (entry for entry in outline.entries if entry.capacity == "minister")
    assert (minister.family_name, minister.office, minister.faction) == ("Abu Meri", "VesM", None)
    assert recording_of(DEB).read().decode().count("VesM") == 1


def test_the_one_recorded_rapporteur_speaks_for_the_sponsors(outline):
    (rapporteur,) = (entry for entry in outline.entries if entry.capacity == "rapporteur")
    assert (rapporteur.family_name, rapporteur.position) == ("Petraviča", 1)
    assert {entry.capacity for entry in outline.entries} == {"rapporteur", "minister", "member"}


def test_the_recorded_list_is_of_the_sitting_and_items_of_the_recorded_agenda(outline, agenda):
    (sitting,) = (record for record in agenda if isinstance(record, Sitting))
    assert outline.sitting == sitting.key
    papers = {paper for record in agenda if isinstance(record, Bill) for paper in record.documents}
    assert {paper for item in outline.items for paper in item.documents} <= papers
    assert [item.bills for item in outline.items] == [
        ("lv-saeima-1105-lm14",),
        ("lv-saeima-1512-lp14",),
        (),
    ]


def test_the_recorded_list_of_a_cancelled_sitting_is_empty():
    assert read(answer_of(DEB_CANCELLED, f"{DATA}/14.saeimas-2026.gada-rudens-sesija-3-deb.xml")) == ()


@pytest.fixture(scope="module")
def transcript():
    """The paragraphs of the recorded text, put into a page such as it may have been."""
    text = json.loads(recording_of(TRANSCRIPT_1993).read())["text"]
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n\n"))
    return text, f"<html><body>{paragraphs}</body></html>".encode()


def test_the_recorded_transcript_has_one_turn_and_it_is_the_chairs(transcript):
    head, turns = turns_of(read_html(Answer(url="", body=b""), transcript[1].decode()))
    assert [(turn.who.capacity, turn.who.given_name, turn.who.family_name) for turn in turns] == [
        ("chair", "Anatolijs", "Gorbunovs")
    ]
    assert HEAD.search(head).groups() == ("5", "1993", "18", "novembrī")


def test_no_letter_of_the_recorded_transcript_is_lost(transcript):
    text, page = transcript
    _, turns = turns_of(read_html(Answer(url="", body=b""), page.decode()))
    spoken = text.partition("Priekšsēdētājs. Godātais")[2].partition("Stenogrammu parakstīja")[0]
    letters = len(re.sub(r"\s", "", "Godātais" + spoken))
    assert sum(len(re.sub(r"\s", "", turn.text)) for turn in turns) == letters == 15_358


def test_the_recorded_transcript_is_of_a_term_that_is_not_read(transcript):
    with pytest.raises(PageError, match="'5' is no term that we read"):
        read(Answer(url=recording_of(TRANSCRIPT_1993).url, body=transcript[1]))


def test_the_sittings_of_the_tracked_bill_are_where_the_recorded_calendar_has_them():
    rows = json.loads(recording_of("livs14_sittings_manifest.json").read())
    found = {(row["year"], row["month"], row["day"]): row["uuid"] for row in rows}
    assert found[2025, 4, 3] == "e3259161-602d-4410-a6b3-4d2152ddf032"
    assert found[2025, 4, 16] == "1645ba11-3583-4043-b084-c81baa597f3d"
    assert (found[2025, 3, 27], found[2025, 4, 3], found[2025, 4, 16]) == TRACKED_GUIDS


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("latvia")
    archive_recordings(folder / "recorded", "lv")
    order = ("crawl", "latvia", "--offline", "--archive", "recorded", "--database", "x.db")
    run = ottawa(*order, folder=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    with sqlite3.connect(folder / "x.db") as db:
        yield db


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT count(*) FROM responses WHERE source = 'lv-titania' AND state = 'stored'", 6),
        ("SELECT count(*) FROM responses WHERE state = 'quarantined'", 0),
        ("SELECT count(*) FROM ballots WHERE vote_key = 'lv-saeima-12-2018-05-10-090308'", 80),
        ("SELECT count(*) FROM persons WHERE key = 'lv-saeima-14-inga-berzina' AND is_stated", 1),
        ("SELECT name FROM factions WHERE key = 'lv-saeima-14-jv'", "Frakcija JAUNĀ VIENOTĪBA"),
        ("SELECT count(*) FROM discrepancies WHERE subject_key LIKE 'lv-%' AND origin <> 'dossier'", 0),
    ],
)
def test_the_real_spider_stores_all_that_was_recorded_whole(crawled, sql, expected):
    assert crawled.execute(sql).fetchone()[0] == expected
