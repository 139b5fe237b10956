"""The pages of the Eduskunta, against its recorded answers."""

import csv
import datetime as dt
import json
from collections import Counter

import pytest
from recorded import REASON, WIRE, recordings

from db.records import Faction, Sitting, Tally, count
from scrapers.pages import Answer, PageError
from scrapers.parliaments.finland import PARLIAMENT, SEARCH
from scrapers.parliaments.finland.questions import is_final, meaning_of_yes
from scrapers.parliaments.finland.spider import EduskuntaSpider

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

VOTE = "aanestys.2023-71-7.json"
MATTER = "valtiopaivaasia.HE-74-2023.trimmed.json"
MEMBER = "kansanedustaja.1109.json"


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
    return PARLIAMENT.page_for(answer.url, answer.method).read(answer)


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


def test_the_recorded_search_for_speeches_is_left_alone():
    answer = answer_of("search.puheenvuoro.asumistuki.json")
    assert read(answer) == ()
    assert list(EduskuntaSpider().follow(SEARCH, answer)) == []


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
