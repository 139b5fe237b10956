"""The calendar and the agendas of titania: which votes and sittings they lead to."""

import pytest
from invented_saeima import SITTING, TITANIA, UNID, answer, encoded, guid, problem, read

from scrapers.parliaments.latvia.sittings import Entry, calendar_of, votes_of

BASE = f"{TITANIA}/SaeimaLIVS2_DK.nsf/DK?ReadForm"
AGENDA = f"{BASE}&nr={SITTING}"
CALENDAR = f"{BASE}&calendar=1"
OTHER = UNID[::-1]


def called(name, *arguments):
    quoted = ",".join(f'"{argument}"' for argument in arguments)
    return f"{name}({quoted});"


def drawn(number=1, *, vote_type="0#0#0", name="drawDKP_Pr", count=34, state="5", sitting=""):
    """The call for an item in the form of 2026, of a running sitting."""
    arguments = [""] * count
    arguments[2] = encoded("Par (zilo) krāsu")
    if count == 34:
        arguments[13], arguments[15], arguments[21], arguments[28] = state, sitting, guid(number), vote_type
    return called(name, *arguments)


def votes(page, url=AGENDA):
    return votes_of(answer(url, page))


def sittings(*calls):
    return calendar_of(answer(CALENDAR, "".join(calls)))


def day(year, last):
    return called("dCC", "1", year, "04", "03", "4", "3", last)


def test_an_archived_agenda_leads_to_votes_by_its_links():
    page = drawn() + called("addVotesLink", UNID, OTHER, "0", "0", "0")
    assert votes(page) == [f"0/{OTHER}?OpenDocument"]


def test_an_item_can_have_several_votes():
    links = [called("addVotesLink", UNID, f"{number:032X}", "0", "0", "0") for number in (1, 2)]
    assert len(votes(drawn() + "".join(links))) == 2


def test_an_older_agenda_leads_to_votes_by_plain_links():
    assert votes(f'<a href="./0/{UNID.lower()}?OpenDocument">') == [f"0/{UNID}?OpenDocument"]


def test_a_vote_that_is_linked_in_two_layouts_is_asked_for_once():
    page = f"./0/{UNID.lower()}?OpenDocument" + called("addVotesLink", OTHER, UNID, "0", "0", "0")
    assert len(votes(page)) == 1


@pytest.mark.parametrize("mark", ["&", "&amp;"])
def test_a_running_sitting_leads_to_votes_by_the_addresses_of_items(mark):
    page = f"./Voting?ReadForm{mark}parentID={guid(1)}"
    assert votes(page) == [f"Voting?ReadForm&parentID={guid(1)}"]


def test_the_items_of_a_running_sitting_lead_to_votes_where_there_was_one():
    page = drawn(1) + drawn(2, vote_type="") + drawn(3, name="drawDKP_UT")
    assert votes(page) == [f"Voting?ReadForm&parentID={guid(number)}" for number in (1, 3)]


def test_a_kind_of_item_that_was_never_seen_is_found_by_the_beginning_of_its_name():
    assert votes(drawn(name="drawDKP_Zils")) == [f"Voting?ReadForm&parentID={guid(1)}"]


def test_the_places_of_arguments_mean_nothing_where_there_are_not_34():
    assert votes(drawn(count=14)) == []


def test_an_archived_agenda_is_not_asked_for_by_items_which_would_be_expired():
    page = drawn() + called("addVotesLink", UNID, OTHER, "0", "0", "0")
    assert not any(address.startswith("Voting") for address in votes(page))


@pytest.mark.parametrize("changes", [{"state": "6"}, {"sitting": SITTING}])
def test_the_items_of_a_sitting_that_runs_no_more_lead_nowhere(changes):
    assert votes(drawn(**changes)) == []


def test_an_agenda_on_which_nothing_was_voted_on_leads_nowhere():
    assert votes(drawn(vote_type="")) == []


def test_a_page_without_items_is_no_agenda():
    assert problem(AGENDA, "<html></html>").problem == "not called: an empty agenda, or another page"


def test_a_link_to_what_is_no_vote_is_refused():
    assert problem(AGENDA, called("addVotesLink", UNID, "x", "0", "0", "0")).element == "addVotesLink"


def test_nothing_is_stored_of_an_agenda_or_a_calendar():
    assert read(AGENDA, drawn()) == ()
    assert read(CALENDAR, day("2025", SITTING)) == ()


def test_a_calendar_has_sittings_by_year_and_identifier():
    assert sittings(day("2025", SITTING), day("2024", guid(4))) == [
        Entry(2025, SITTING),
        Entry(2024, guid(4)),
    ]


def test_a_sitting_that_is_continued_is_in_the_calendar_once():
    assert sittings(day("2025", SITTING), day("2025", SITTING)) == [Entry(2025, SITTING)]


def test_the_newest_sitting_has_no_identifier_but_the_mark_that_it_runs():
    assert sittings(day("2026", "active=1")) == [Entry(2026, None)]


@pytest.mark.parametrize(
    "call", [day("25", SITTING), day("2025", "nr="), called("dCC", "2025", "2024", SITTING)]
)
def test_a_sitting_of_the_calendar_without_a_year_or_an_identifier_is_refused(call):
    assert problem(CALENDAR, call).problem.endswith("is not a sitting")


def test_a_calendar_without_sittings_is_refused():
    assert problem(CALENDAR, "<html></html>").element == "dCC"
