"""The traps of the Saeima's sources, each under the name that it has among those who read them."""

import datetime as dt
from contextlib import closing

import pytest
from invented_saeima import (
    AGENDA_FILE,
    LIVE_PAGE,
    SITTING,
    TITANIA,
    VOTE_FILE,
    VOTE_PAGE,
    agenda_file,
    answer,
    debate,
    debates_file,
    guid,
    item,
    problem,
    read,
    registration,
    vote,
    vote_page,
    votes_file,
)
from scrapy import Request
from test_latvia_sittings import called, drawn
from test_latvia_storing import INCLUSION, take_in

from db.checks import invariants, violations
from db.database import open_database
from db.records import Bill, BillStage, Expectation, Sitting, Vote
from scrapers.parliaments.latvia import PARLIAMENT
from scrapers.parliaments.latvia.keys import card_url, sittings_url, transcript_url
from scrapers.parliaments.latvia.sittings import calendar_of, votes_of
from scrapers.parliaments.latvia.spider import SaeimaSpider
from scrapers.spiders import Selection


def of(kind, url, body):
    return [record for record in read(url, body) if isinstance(record, kind)]


def the_vote(url=VOTE_FILE, **changes):
    (found,) = of(Vote, url, votes_file(vote(**changes)))
    return found


def test_a_continued_sitting_lies_under_its_old_date_and_its_votes_under_their_own(tmp_path):
    """A sitting of the 29th goes on on the 5th: one identifier, one file, two days."""
    continued = agenda_file(item(1), CONTINUE_DATES="10.04.2025 09:00:00")
    late = votes_file(vote(VOTETIMESTAMP="10.04.2025 09:30:00"))
    with closing(open_database(tmp_path / "x.db")) as db:
        take_in(db, [(AGENDA_FILE, continued), (VOTE_FILE, late)])
        (row,) = db.query(
            "SELECT start_date, votes.date FROM sittings JOIN votes ON sitting_key = sittings.key"
        )
        assert row == {"start_date": "2025-04-03", "date": "2025-04-10"}
        found = [each.invariant for invariant in invariants() for each in violations(db, invariant)]
        assert "votes_lie_on_sitting_days" not in found


def test_files_of_one_name_are_joined_by_the_identifier_of_the_sitting_and_not_by_the_name(tmp_path):
    """The pairing by name is an assumption: a file of another sitting's votes is not this agenda's."""
    with closing(open_database(tmp_path / "x.db")) as db:
        take_in(db, [(AGENDA_FILE, agenda_file(item(1))), (VOTE_FILE, votes_file(vote(), sitting=guid(77)))])
        assert [row["sitting_key"] for row in db.query("SELECT sitting_key FROM votes")] == [
            f"lv-saeima-14-{guid(77)}"
        ]
        (row,) = db.query("SELECT expected, collected FROM coverage WHERE what = 'votes'")
        assert row == {"expected": 1, "collected": 0}


def test_an_item_carried_over_repeats_its_speeches_in_both_files_and_they_are_counted_once(tmp_path):
    """The same identifier, the same speaker and length in the files of two sittings."""
    twice = [
        (f"{VOTE_FILE.rpartition('-')[0]}{place}-deb.xml", debates_file(debate(1), sitting=guid(place)))
        for place in (71, 72)
    ]
    with closing(open_database(tmp_path / "x.db")) as db:
        take_in(db, twice)
        listed = list(db.query("SELECT sitting_key FROM speech_outlines ORDER BY 1"))
        assert [row["sitting_key"] for row in listed] == [f"lv-saeima-14-{guid(place)}" for place in (71, 72)]
        assert list(db.query("SELECT * FROM speeches")) == []


def test_votes_of_sub_items_are_missing_from_the_live_page_and_come_with_the_open_data():
    """The running agenda knows that an item has sub-items, but not their votes."""
    live = answer(sittings_url("14", "actual=1"), drawn(1))
    assert votes_of(live) == [f"Voting?ReadForm&parentID={guid(1)}"]
    agenda = agenda_file(item(1), item(2, PARENTID=guid(1), **INCLUSION))
    assert Expectation(subject=f"lv-saeima-14-{SITTING}", what="votes", expected=2) in read(
        AGENDA_FILE, agenda
    )


@pytest.mark.parametrize(
    ("url", "tally", "status"),
    [
        (VOTE_PAGE, "", "secret"),
        (LIVE_PAGE.format(guid(1)), "par 3, pret 2, atturas 0", "not_published"),
        (LIVE_PAGE.format(guid(1)), "", None),
    ],
    ids=["secret", "not yet published", "expired"],
)
def test_a_list_is_empty_for_three_different_reasons(url, tally, status):
    page = vote_page("", by_name='""', by_result='""', tally=tally)
    if status is None:
        assert problem(url, page).problem == "empty: expired, the sitting no longer runs"
    else:
        assert [found.ballots_status for found in read(url, page)] == [status]


def test_the_red_span_of_a_vote_page_is_no_outcome():
    """Whatever stands there: labels live on the agenda only, and a peer invented 562 outcomes."""
    page = vote_page("++-0.").replace(b"</html>", b'<span style="color:red">Noraid&#299;ts</span></html>')
    (found,) = read(VOTE_PAGE, page)
    assert (found.outcome_label, found.outcome) == (None, "rejected")
    (found,) = read(VOTE_PAGE, page.replace(b"Noraid&#299;ts", b"Likums"))
    assert (found.outcome_label, found.outcome) == (None, "rejected")


@pytest.mark.parametrize("positive", ["1", "0", ""])
def test_result_ispositive_is_no_pass_flag(positive):
    """It is empty on what was rejected and on sub-items alike."""
    with_flag = agenda_file(item(1, RESULT_ISPOSITIVE=positive))
    assert read(AGENDA_FILE, with_flag) == read(AGENDA_FILE, agenda_file(item(1)))


@pytest.mark.parametrize("label", ["16", "27(J)", "24(A)", "23(As)", "4(S)", "9(X)"])
def test_a_calendar_has_its_sittings_whatever_their_labels(label):
    """An incomplete list of labels, without (As) and (S), lost a peer 16 sittings."""
    page = called("dCC", "1", "2025", "04", "03", label, "3", SITTING)
    assert [entry.guid for entry in calendar_of(answer(sittings_url("14", "calendar=1"), page))] == [SITTING]


def test_a_question_hour_can_have_ballots():
    records = read(AGENDA_FILE, agenda_file(item(1), SESSIONTYPE="5", DK_NUMBER=""))
    assert Expectation(subject=f"lv-saeima-14-{SITTING}", what="votes", expected=1) in records
    assert not [record for record in records if isinstance(record, Sitting)]


def test_reading_1_is_also_written_for_a_referral():
    """READING is 1 for the referral to committees as well as for the first reading."""
    motives = ("Par zilo krāsu (7/Lp14), nodošana komisijām", "Par zilo krāsu (7/Lp14), 1.lasījums")
    kinds = [
        step.stage.kind
        for motive in motives
        for step in of(BillStage, AGENDA_FILE, agenda_file(item(1, VOTEMOTIVE=motive, READING="1")))
    ]
    assert kinds == ["referral", "first reading"]


def test_an_urgent_bill_has_only_two_readings_and_the_second_is_final():
    urgent, other = (
        the_vote(VOTEMOTIVE=f"Par zilo krāsu (7/Lp14), 2.lasījums{suffix}") for suffix in (", steidzams", "")
    )
    assert (urgent.is_final, other.is_final) == (True, False)


def test_the_key_of_a_member_is_no_running_number_and_no_faction():
    """A peer's running numbers gave two members one identifier; a change of faction must not give two."""
    one = the_vote(cast="+", FRACTION="ZILIE")
    other = the_vote(cast="+", number=2, FRACTION="ZALIE")
    assert one.ballots[0].identifier == other.ballots[0].identifier == "member-001"


def test_namesakes_with_the_same_initial_are_two_people():
    """Two members of one family name, one faction and one initial."""
    found = the_vote(cast="+-", NAME="Ilze#Inta", SURNAME="Zilā#Zilā", FRACTION="ZILIE#ZILIE")
    assert [ballot.identifier for ballot in found.ballots] == ["ilze-zila", "inta-zila"]


def test_absent_is_not_100_minus_those_who_voted():
    """With 97 mandates held and 5 ballots nobody can say who the others were."""
    found = of(Vote, VOTE_FILE, votes_file(registration("R" * 97), vote("++-0.", 2)))
    assert [ballot.option for ballot in found[0].ballots].count("absent") == 0
    assert not found[0].lists_absent


def test_a_bill_of_the_14th_saeima_can_be_voted_on_by_the_15th_and_stays_the_same_bill():
    """Unfinished bills may be carried over, and keep their number."""
    found = the_vote(VOTE_FILE.replace("14.saeimas-2025", "15.saeimas-2026"))
    assert (found.term, found.bill) == ("lv-saeima-15", "lv-saeima-7-lp14")


def test_the_15th_saeima_has_bills_databases_and_members_of_its_own():
    """It changes faction codes, the identifiers of members, and the end of the numbers of bills."""
    url = VOTE_FILE.replace("14.saeimas-2025", "15.saeimas-2026")
    found = the_vote(url, VOTEMOTIVE="Par zilo krāsu (7/Lp15), 3.lasījums", cast="+", FRACTION="JAUNIE")
    assert (found.bill, found.scheme) == ("lv-saeima-7-lp15", "lv-saeima-15")
    assert found.ballots[0].faction == "JAUNIE"
    assert card_url("7/Lp15").startswith(f"{TITANIA.replace('14', '15')}/saeimalivs15.nsf/")


def test_a_transcript_of_a_term_whose_category_is_unknown_is_not_guessed_at():
    urls = [request.url for request in SaeimaSpider(selection=Selection(term="15")).begin()]
    assert not [url for url in urls if "/transcripts/" in url]


@pytest.mark.parametrize(
    "mirror",
    [
        transcript_url("17").replace("/lv/", "/en/"),
        transcript_url("17").replace("www.", "m."),
        transcript_url("17").replace("www.saeima.lv", "saeima.lv."),
    ],
)
def test_a_language_mirror_is_no_second_transcript(mirror):
    assert PARLIAMENT.page_for(mirror) is None


@pytest.mark.parametrize(
    "address", ["saeimas-zinas.rss.rss", "saeimas-zinas/page%3A7", "saeimas-zinas?phrase=x"]
)
def test_the_endless_addresses_of_the_saeimas_news_are_never_asked_for(address):
    assert PARLIAMENT.page_for(f"https://www.saeima.lv/lv/aktualitates/{address}") is None


def test_bars_in_an_address_are_percent_encoded():
    assert "|" not in Request(card_url("7/Lp14")).url
    assert PARLIAMENT.page_for(Request(f"{card_url('7/Lp14')}|70|").url) is not None


def test_a_number_of_a_bill_within_a_title_is_not_the_bill_that_is_voted_on():
    found = the_vote(VOTEMOTIVE="Par pieprasījumu par zilo krāsu (7/Lp14) (9/P14)")
    assert found.bill_number == "9/P14"


def test_documents_of_an_item_carry_letters_for_annexes_and_proposals():
    (bill,) = of(Bill, AGENDA_FILE, agenda_file(item(1, DKP_DOCUMENTNRLST="5256, 5256A, 5256B")))
    assert bill.documents[:3] == ("5256", "5256A", "5256B")


def test_the_time_of_riga_is_told_without_an_offset():
    summer = the_vote(VOTETIMESTAMP="29.05.2025 10:00:00").time
    winter = the_vote(VOTETIMESTAMP="27.11.2025 10:00:00").time
    assert (summer.utcoffset(), winter.utcoffset()) == (dt.timedelta(hours=3), dt.timedelta(hours=2))


def test_the_names_of_sponsors_stay_in_the_order_in_which_the_source_has_them():
    (step,) = of(
        BillStage, AGENDA_FILE, agenda_file(item(1, NAMESUBMITED="Deputāti Ilze Zilā, Jānis Zaļais"))
    )
    assert step.stage.actor == "Deputāti Ilze Zilā, Jānis Zaļais"
