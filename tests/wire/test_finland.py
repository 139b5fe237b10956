"""The pages of the Eduskunta, against its recorded answers."""

import csv
import datetime as dt
import json
from collections import Counter
from contextlib import closing
from zoneinfo import ZoneInfo

import pytest
from blank import blank_database
from recorded import REASON, WIRE, recordings

from db.records import Faction, Sitting, Tally, Vote, count
from scrapers.intake import Intake
from scrapers.pages import Answer, PageError
from scrapers.parliaments.finland import MATTER as MATTER_PAGE
from scrapers.parliaments.finland import OLD_BALLOTS, OLD_VOTES, PARLIAMENT, SEARCH
from scrapers.parliaments.finland.oldbreakdowns import breakdowns_of
from scrapers.parliaments.finland.oldvotes import rows_of_year
from scrapers.parliaments.finland.questions import is_final, meaning_of_yes
from scrapers.parliaments.finland.spider import EduskuntaSpider
from scrapers.spiders import Received

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

VOTE = "aanestys.2023-71-7.json"
MATTER = "valtiopaivaasia.HE-74-2023.trimmed.json"
MEMBER = "kansanedustaja.1109.json"
SPEECHES = "search.puheenvuoro.asumistuki.json"
BREAKDOWNS = {
    "side": "hallitusoppositioJakaumat",
    "faction": "eduskuntaryhmaJakaumat",
    "district": "vaalipiiriJakaumat",
}


def answer_of(name):
    (recording,) = (found for found in recordings("fi") if found.file.name == name)
    return Answer(
        url=recording.url,
        body=recording.read(),
        content_type=recording.content_type,
        method=recording.method,
        request_body=recording.body,
    )


def read(answer):
    return PARLIAMENT.page_for(answer.url, answer.method, answer.request_body).read(answer)


@pytest.fixture(scope="module")
def vote():
    return read(answer_of(VOTE))[-1]


@pytest.fixture(scope="module")
def bill():
    return read(answer_of(MATTER))[0]


@pytest.fixture(scope="module")
def member():
    return read(answer_of(MEMBER))[-1]


def test_the_recorded_vote_has_every_ballot(vote):
    rows = json.loads(answer_of(VOTE).body)["aanestystapahtumat"]
    assert [
        (ballot.identifier, ballot.family_name, ballot.given_name, ballot.faction, ballot.label)
        for ballot in vote.ballots
    ] == [
        (
            row["henkilonumero"],
            row["sukunimi"],
            row["etunimi"],
            row["edkryhmalyhenne"]["fi"],
            row["kayttaytyminen"]["fi"],
        )
        for row in rows
    ]
    assert len(rows) == 199


def test_the_recorded_vote_has_the_tally_of_its_ballots(vote):
    assert vote.declared == Tally(yes=102, no=79, abstain=0, absent=18)
    assert count(vote.ballots) == Tally(yes=102, no=79, abstain=0, present_not_voting=0, absent=18)


def test_the_groups_of_the_recorded_vote_are_as_large_as_their_rows_say(vote):
    assert Counter(ballot.faction for ballot in vote.ballots) == {
        "kok": 48,
        "ps": 45,
        "sd": 43,
        "kesk": 23,
        "vihr": 13,
        "vas": 11,
        "r": 10,
        "kd": 5,
        "liik": 1,
    }


def test_the_recorded_vote_is_on_a_statement_and_not_on_the_bill(vote):
    assert (vote.meaning_of_yes, vote.is_final, vote.outcome) == ("for the committee report", False, "passed")
    assert vote.bill == "fi-eduskunta-he-74-2023"


def test_the_recorded_vote_keeps_the_zone_of_its_time(vote):
    assert vote.time.isoformat() == "2023-12-12T12:07:40.861000+02:00"
    assert vote.date == dt.date(2023, 12, 12)


def test_the_speaker_has_no_ballot_in_the_recorded_vote(vote):
    assert "1109" not in {ballot.identifier for ballot in vote.ballots}


def test_the_recorded_vote_names_its_sitting_and_all_groups_in_both_languages():
    records = read(answer_of(VOTE))
    assert [type(record) for record in records[:1]] == [Sitting]
    groups = [record for record in records if isinstance(record, Faction)]
    assert len(groups) == 9
    assert all(group.name_sv for group in groups)


def test_the_recorded_vote_with_an_unknown_label_is_refused():
    answer = answer_of(VOTE)
    spoilt = answer.body.replace(b'"fi":"Jaa"', b'"fi":"MAYBE"', 1)
    with pytest.raises(PageError, match="kayttaytyminen: unknown label 'MAYBE'"):
        read(Answer(url=answer.url, body=spoilt))


def test_the_recorded_vote_with_a_ballot_removed_is_refused():
    answer = answer_of(VOTE)
    wire = json.loads(answer.body)
    del wire["aanestystapahtumat"][100]
    with pytest.raises(PageError, match=r"aanestystulos\.yhteensa: 199 where 198"):
        read(Answer(url=answer.url, body=json.dumps(wire).encode()))


def test_the_members_of_the_recorded_vote_are_followed():
    answer = answer_of(VOTE)
    page = PARLIAMENT.page_for(answer.url)
    assert len({request.url for request in EduskuntaSpider().follow(page, answer)}) == 199


def test_the_recorded_bill_says_what_became_of_it(bill):
    assert (bill.number, bill.decision, bill.act) == ("HE 74/2023 vp", "Hyväksytty muutettuna", "1241/2023")
    assert (bill.submitted, bill.closed) == (dt.date(2023, 10, 12), dt.date(2023, 12, 12))


def test_the_recorded_bill_has_its_stages_in_order(bill):
    assert [(f"{stage.date:%m-%d}", stage.kind) for stage in bill.stages] == [
        ("10-17", "referral debate"),
        ("10-18", "committee"),
        ("10-19", "opinion"),
        ("10-20", "opinion"),
        ("11-14", "opinion"),
        ("11-14", "opinion"),
        ("11-17", "opinion"),
        ("11-21", "opinion"),
        ("11-23", "opinion"),
        ("11-24", "opinion"),
        ("12-01", "committee"),
        ("12-08", "first reading"),
        ("12-12", "second reading"),
        ("12-13", "reply"),
        ("12-14", "reply"),
        ("12-21", "signature"),
    ]


def test_two_stages_of_one_day_are_in_the_order_of_the_source(bill):
    numbers = [stage.identifier for stage in bill.stages if stage.date == dt.date(2023, 11, 14)]
    assert numbers == ["EDK-2023-001116-1-TP-12", "EDK-2023-001116-1-TP-13"]


def test_the_opinions_on_the_recorded_bill_are_of_two_other_committees(bill):
    actors = {stage.actor for stage in bill.stages if stage.kind == "opinion"}
    assert actors == {"Perustuslakivaliokunta", "Ympäristövaliokunta"}


def test_the_recorded_bill_has_five_papers():
    keys = [document.key for document in read(answer_of(MATTER))[1:]]
    assert keys == [
        "fi-eduskunta-he-74-2023",
        "fi-eduskunta-stvm-14-2023",
        "fi-eduskunta-ymvl-20-2023",
        "fi-eduskunta-pevl-14-2023",
        "fi-eduskunta-ev-64-2023",
    ]


def test_the_recorded_member_has_two_mandates_and_three_spells_in_a_group(member):
    assert [(spell.faction, spell.start.isoformat()) for spell in member.memberships] == [
        (None, "2011-04-20"),
        (None, "2019-04-17"),
        ("ps", "2011-04-20"),
        ("ps", "2019-04-17"),
        ("ps", "2019-07-03"),
    ]


def test_the_recorded_member_was_in_no_group_while_in_the_european_parliament(member):
    day = dt.date(2019, 6, 1)
    spells = [spell for spell in member.memberships if spell.faction]
    assert not [spell for spell in spells if spell.start <= day <= (spell.end or day)]


def test_the_trimmed_ballots_of_a_search_do_not_become_votes():
    assert read(answer_of("search.aanestys.trimmed.json")) == ()


def test_the_votes_of_the_recorded_search_are_followed():
    requests = EduskuntaSpider().follow(SEARCH, answer_of("search.aanestys.trimmed.json"))
    assert [request.url.rpartition("/")[2] for request in requests] == ["2023-14-1", "2023-19-5"]


@pytest.fixture(scope="module")
def turns():
    return json.loads(answer_of(SPEECHES).body)["results"]


def speeches_of(*results):
    """The recorded results as if they had been all."""
    answer = answer_of(SPEECHES)
    figures = {"totalResultCount": len(results), "actualResultCount": len(results), "startFromIndex": 0}
    body = json.dumps({"searchMetadata": figures, "results": results}, ensure_ascii=False).encode()
    return Answer(url=answer.url, body=body, method="POST", request_body=answer.request_body)


def test_the_recorded_search_for_speeches_is_two_of_many_so_that_nothing_is_stored():
    answer = answer_of(SPEECHES)
    assert PARLIAMENT.page_for(answer.url, "POST", answer.request_body).name == "speeches"
    assert read(answer) == ()


def test_the_recorded_turn_of_2024_is_read_with_all_its_words(turns):
    (debate,) = read(speeches_of(turns[0]))
    speech, chair = debate.speeches
    wire = turns[0]["puheenvuoro"]
    assert len(speech.text) == len(wire["puheenvuoro"]) > 3000
    assert chair.text == wire["puheenjohtajanRepliikki"]["repliikki"]
    assert (speech.person.identifier, speech.faction, speech.capacity) == ("1399", "vas", "member")
    assert (chair.capacity, chair.person, chair.office) == ("chair", None, "Toinen varapuhemies")
    assert (speech.language, speech.is_draft, speech.date) == ("fi", False, dt.date(2024, 10, 9))


def test_the_recorded_moment_is_what_the_clock_in_helsinki_showed(turns):
    (debate,) = read(speeches_of(turns[0]))
    shown = debate.speeches[0].start.astimezone(ZoneInfo("Europe/Helsinki"))
    assert f"{shown:%H.%M}" == turns[0]["puheenvuoro"]["kellonaika"] == "16.52"


def test_the_recorded_turn_lies_in_its_item_with_its_bill(turns):
    (debate,) = read(speeches_of(turns[0]))
    assert (debate.sitting, debate.items[0].number) == ("fi-eduskunta-2024-99", "4")
    assert debate.items[0].bills == ("fi-eduskunta-he-146-2024",)


def test_the_recorded_turn_of_2006_has_no_day_and_keeps_its_words(turns):
    (debate,) = read(speeches_of(turns[1]))
    (speech,) = debate.speeches
    assert (debate.sitting, debate.term) == ("fi-eduskunta-2006-99", "fi-eduskunta-2006")
    assert (speech.date, speech.start, speech.person.identifier) == (None, None, "800")
    assert len(speech.text) == len(turns[1]["puheenvuoro"]["puheenvuoro"].strip())


def test_the_sitting_of_the_recorded_vote_says_where_its_minutes_are():
    (sitting,) = (
        record for record in read(answer_of("aanestys.2023-71-7.json")) if isinstance(record, Sitting)
    )
    assert sitting.transcript_url == "https://www.eduskunta.fi/valtiopaivaasiakirjat/PTK+71/2023"


def test_the_minutes_of_the_recorded_bill_name_the_days_of_its_debates():
    requests = EduskuntaSpider().follow(MATTER_PAGE, answer_of(MATTER))
    windows = [json.loads(request.body)["expression"]["and"][0]["fromDate"][:10] for request in requests]
    assert windows == ["2023-12-05", "2023-12-07", "2023-12-08", "2023-12-11", "2023-12-12"]


def test_the_sides_of_the_house_in_the_recorded_vote_are_kept(vote):
    sides = {part.label: part.tally for part in vote.breakdowns if part.kind == "side"}
    assert sides == {
        "Hallitusryhmät": Tally(yes=102, no=0, abstain=0, absent=6),
        "Oppositioryhmät": Tally(yes=0, no=79, abstain=0, absent=12),
    }


def test_every_breakdown_of_the_recorded_vote_adds_up_to_its_tally(vote):
    wire = json.loads(answer_of(VOTE).body)
    for kind, name in BREAKDOWNS.items():
        parts = [part.tally for part in vote.breakdowns if part.kind == kind]
        assert len(parts) == len(wire[name])
        assert sum(part.yes for part in parts) == vote.declared.yes
        assert sum(part.absent for part in parts) == vote.declared.absent


def test_the_groups_of_the_recorded_breakdown_go_by_the_labels_of_the_ballots(vote):
    labels = {part.label for part in vote.breakdowns if part.kind == "faction"}
    spelled_otherwise = labels - {ballot.faction for ballot in vote.ballots}
    assert spelled_otherwise <= {"Liike Nyt -eduskuntaryhmä"}


def test_a_trimmed_vote_of_the_recorded_search_is_refused_as_a_vote():
    results = json.loads(answer_of("search.aanestys.trimmed.json").body)["results"]
    url = "https://api.eduskunta.fi/api/v1/taysistunnot/aanestykset/2023-14-1"
    with pytest.raises(PageError, match=r"aanestystulos\.yhteensa: 199 where 3"):
        read(Answer(url=url, body=json.dumps(results[0]["aanestys"]).encode()))


def test_every_final_vote_of_the_old_service_but_one_on_a_statement_is_for_its_bill():
    with (WIRE / "fi/legacy/SaliDBAanestys.rows.repo-csv.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = Counter()
    for row in rows:
        heading, kind = row["KohtaKasittelyOtsikko"].strip(), row["AanestysValtiopaivaasia"].split()[0]
        meaning = meaning_of_yes(row["AanestysOtsikko"], kind, heading)
        found[meaning, is_final(meaning, heading)] += 1
    assert found == {("for the bill", True): 23, ("for the statement", False): 1}


def exported(table):
    """The columns and rows of an exported table; the export had made figures of some numbers."""
    with (WIRE / f"fi/legacy/{table}.rows.repo-csv.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    return columns[1:], [[value.removesuffix(".0") for value in row[1:]] for row in rows]


def old_answer(table="SaliDBAanestys", url=None, vote=None):
    """Exported rows in the service's envelope: all of them, or those of one vote."""
    columns, found = exported(table)
    rows = [row for row in found if vote in (None, row[1])]
    wire = {
        "page": 0,
        "perPage": 100,
        "hasMore": False,
        "tableName": table,
        "columnNames": columns,
        "rowData": rows,
        "columnCount": len(columns),
        "rowCount": len(rows),
    }
    return Answer(url=url or rows_of_year(2015), body=json.dumps(wire).encode())


def test_the_exported_rows_have_the_columns_that_the_service_listed():
    schema = json.loads((WIRE / "fi/legacy/tables-columns.repo-schema.json").read_text(encoding="utf-8"))
    (table,) = (table for table in schema["tables"] if table["tableName"] == "SaliDBAanestys")
    assert {column["columnName"] for column in table["columns"]} == set(
        json.loads(old_answer().body)["columnNames"]
    )


def test_every_exported_vote_is_read_and_dated_by_its_minutes():
    votes = [record for record in read(old_answer()) if isinstance(record, Vote)]
    assert len({vote.key for vote in votes}) == len(votes) == 24
    by_hand = {"41145": dt.date(2018, 5, 16), "41707": dt.date(2018, 12, 18), "47521": dt.date(2021, 11, 10)}
    wire = json.loads(old_answer().body)["rowData"]
    assert [vote.identifier for vote in votes] == [row[0] for row in wire]
    found = {vote.identifier: vote for vote in votes}
    assert {identity: found[identity].date for identity in by_hand} == by_hand
    assert found["36213"].time.isoformat() == "2015-11-20T13:32:59.323000+02:00"
    assert found["47521"].time.isoformat() == "2021-11-10T12:02:06+00:00"


def test_the_exported_groups_add_up_to_the_exported_tallies():
    votes = [record for record in read(old_answer()) if isinstance(record, Vote)]
    for vote in votes:
        (found,) = read(breakdowns_answer(vote.identifier))
        assert found.vote == vote.identifier
        for name in ("yes", "no", "abstain", "absent"):
            total = sum(getattr(part.tally, name) for part in found.parts)
            assert total == getattr(vote.declared, name)


def breakdowns_answer(vote):
    return old_answer("SaliDBAanestysJakauma", breakdowns_of(vote), vote)


def test_the_exported_rows_of_groups_are_all_read_under_their_printed_names():
    votes = [record for record in read(old_answer()) if isinstance(record, Vote)]
    found = [part for vote in votes for part in read(breakdowns_answer(vote.identifier))[0].parts]
    assert len(found) == 217
    assert {part.kind for part in found} == {"faction"}
    assert "Keskustan eduskuntaryhmä" in {part.label for part in found}


def test_the_treaty_bill_of_the_old_service_has_a_vote_on_the_treaty_and_one_on_the_act():
    votes = [record for record in read(old_answer()) if isinstance(record, Vote)]
    found = [(vote.question, vote.is_final) for vote in votes if vote.bill == "fi-eduskunta-he-99-2021"]
    assert found == [
        ("Sopimuksen hyväksyminen / hylkääminen", True),
        ("Lakiehdotuksen hyväksyminen / hylkääminen", True),
    ]


def test_the_recorded_ballots_of_the_old_service_are_a_part_of_a_roll():
    answer = answer_of("SaliDBAanestysEdustaja.rows.AanestysId-13301.json")
    (found,) = read(answer)
    assert (found.vote, found.first, len(found.ballots)) == ("13301", 0, 10)
    assert Counter(ballot.label for ballot in found.ballots) == {"Jaa": 4, "Ei": 4, "Poissa": 2}
    groups = Counter(ballot.faction for ballot in found.ballots)
    assert groups == {"kesk": 5, "sd": 2, "kok": 1, "vas": 1, "vihr": 1}
    first = found.ballots[0]
    assert (first.identifier, first.family_name, first.option) == ("102", "Aaltonen", "absent")


def test_the_recorded_ballots_without_the_row_of_their_vote_are_quarantined():
    answer = answer_of("SaliDBAanestysEdustaja.rows.AanestysId-13301.json")
    found = Received(
        page=OLD_BALLOTS,
        answer=answer,
        fingerprint="0" * 40,
        fetched_at=dt.datetime(2026, 3, 15, tzinfo=dt.UTC),
        origin="live",
    )
    with closing(blank_database()) as db:
        intake = Intake(db, "finland", "offline")
        assert intake.take(found) == "quarantined"
        ((state, _, reason),) = intake.problems
    assert (state, reason.rpartition(": ")[2]) == ("quarantined", "no answer has described the vote 13301")


def test_after_the_recorded_ballots_the_next_ten_are_asked_for_and_their_members():
    answer = answer_of("SaliDBAanestysEdustaja.rows.AanestysId-13301.json")
    *members, rest = EduskuntaSpider().follow(OLD_BALLOTS, answer)
    assert len(members) == 10
    assert rest.url == answer.url.replace("page=0", "page=1")


def test_the_recorded_ballots_of_the_old_service_are_no_votes():
    with pytest.raises(PageError, match="tableName"):
        OLD_VOTES.read(answer_of("SaliDBAanestysEdustaja.rows.AanestysId-13301.json"))
