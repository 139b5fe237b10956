import datetime as dt

import pytest
from poland_answers import (
    API,
    DAY_PATH,
    a_listed_vote,
    a_process,
    a_sitting_day,
    a_stage,
    a_statement,
    answer,
)
from senate_pages import a_list, a_listed_act
from senate_pages import answer as page_of_the_senate

from scrapers.pages import PageError
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.senat.addresses import ACTS, CLUBS, SENATORS
from scrapers.parliaments.poland.spider import PolishSpider
from scrapers.spiders import Selection

SENATE = [SENATORS, CLUBS, ACTS]
SEJM = [f"{API}/MP", f"{API}/clubs", f"{API}/proceedings"]
ALWAYS = [*SENATE, *SEJM]
TRACKED = "https://api.sejm.gov.pl/eli/acts/DU/2025/1008"
DRAFTS = f"{API}/bills?limit=500"
DENUNCIATION = "Ustawa o wypowiedzeniu Konwencji o zakazie użycia min przeciwpiechotnych"
A_BILL = a_process(
    a_stage("Start", printNumber="11"),
    a_stage("SejmReading", "II czytanie", sittingNum=3),
    a_stage("SenatePositionConsideration", sittingNum=4, printNumber="12"),
)


def spider(**selection):
    return PolishSpider(selection=Selection(**selection))


def begun(**selection):
    return [request.url for request in spider(**selection).begin()]


def followed(walker, path, content):
    found = answer(path, content)
    return [request.url for request in walker.follow(PARLIAMENT.page_for(found.url), found)]


def a_vote_on(papers, number):
    return a_listed_vote(votingNumber=number, title=f"Sprawozdanie ({papers})", topic="poprawka 1")


SITTING_3 = [a_vote_on("druki nr 11 i 13", 1), a_vote_on("druk nr 99", 2), a_vote_on("druk nr 12", 3)]


def test_by_default_it_asks_for_the_published_act_of_the_tracked_bill():
    assert begun() == [*ALWAYS, TRACKED, DRAFTS]


def test_a_named_bill_is_asked_for_by_its_number():
    assert begun(bills=("219",)) == [*ALWAYS, f"{API}/processes/219"]


def test_a_whole_term_begins_at_the_index():
    assert begun(term="10") == [*SEJM, f"{API}/votings", DRAFTS]


def test_the_senates_term_has_a_number_of_its_own():
    assert begun(term="11") == SENATE


def test_a_term_that_cannot_be_read_is_refused_before_anything_is_asked():
    with pytest.raises(ValueError, match="no term '9'"):
        begun(term="9")


def an_index(*days):
    return [{"date": day, "proceeding": sitting, "votingsNum": 2} for day, sitting in days]


def test_the_index_leads_to_each_sitting_once():
    index = an_index(("2025-01-10", 3), ("2025-01-11", 3), ("2025-02-01", 4))
    found = followed(spider(term="10"), "votings", index)
    assert found[:2] == [f"{API}/votings/3", f"{API}/votings/4"]


def test_the_index_leads_to_the_turns_of_every_day_of_every_sitting():
    index = an_index(("2025-01-10", 3), ("2025-01-11", 3), ("2025-01-11", 4))
    assert followed(spider(term="10"), "votings", index)[2:] == [
        f"{API}/proceedings/3/2025-01-10/transcripts",
        f"{API}/proceedings/3/2025-01-11/transcripts",
        f"{API}/proceedings/4/2025-01-11/transcripts",
    ]


def test_sittings_that_ended_before_the_day_are_left_out():
    index = an_index(("2025-01-10", 3), ("2025-01-31", 4), ("2025-02-01", 4))
    since = spider(term="10", since=dt.date(2025, 2, 1))
    assert followed(since, "votings", index) == [
        f"{API}/votings/4",
        f"{API}/proceedings/4/2025-01-31/transcripts",
        f"{API}/proceedings/4/2025-02-01/transcripts",
    ]


def test_the_index_leads_nowhere_when_only_a_bill_is_wanted():
    assert followed(spider(), "votings", an_index(("2025-01-10", 3))) == []


def test_in_a_whole_term_every_vote_of_a_sitting_is_asked_for():
    assert followed(spider(term="10"), "votings/3", SITTING_3) == [
        f"{API}/votings/3/{number}" for number in (1, 2, 3)
    ]


def test_the_act_leads_to_the_process_of_its_print():
    act = {"ELI": "DU/2025/1008", "title": DENUNCIATION, "prints": [{"term": 10, "number": "11"}]}
    assert followed(spider(), TRACKED, act) == [f"{API}/processes/11"]


def test_a_print_of_another_term_is_not_taken_for_one_of_this_term():
    act = {"ELI": "DU/2025/1008", "title": DENUNCIATION, "prints": [{"term": 9, "number": "11"}]}
    assert followed(spider(), TRACKED, act) == []


def test_another_act_at_the_tracked_address_is_not_followed():
    act = {"ELI": "DU/2025/1008", "title": "Ustawa o niczym", "prints": [{"term": 10, "number": "11"}]}
    with pytest.raises(PageError, match=r"\$\.title"):
        followed(spider(), TRACKED, act)


def test_an_act_on_something_else_is_not_followed():
    act = {"ELI": "DU/2025/1", "title": "Ustawa o niczym", "prints": [{"term": 10, "number": "11"}]}
    assert followed(spider(), "https://api.sejm.gov.pl/eli/acts/DU/2025/1", act) == []


def test_a_bill_leads_to_its_papers_and_to_the_lists_of_its_sittings():
    assert followed(spider(), "processes/11", A_BILL) == [
        f"{API}/prints/11",
        f"{API}/prints/12",
        f"{API}/proceedings/3/2025-01-10/transcripts",
        f"{API}/proceedings/4/2025-01-10/transcripts",
        f"{API}/votings/3",
        f"{API}/votings/4",
    ]


def test_a_bill_leads_to_the_votes_that_hang_in_it():
    voting = a_stage("Voting", voting=a_listed_vote())
    assert f"{API}/votings/3/7" in followed(spider(), "processes/11", a_process(voting))


def test_of_a_sitting_only_the_votes_that_name_a_paper_of_the_bill_are_asked_for():
    walker = spider()
    followed(walker, "processes/11", A_BILL)
    assert followed(walker, "votings/3", SITTING_3) == [f"{API}/votings/3/1", f"{API}/votings/3/3"]


def test_it_does_not_matter_whether_the_bill_or_the_list_is_read_first():
    walker = spider()
    assert followed(walker, "votings/3", SITTING_3) == []
    found = followed(walker, "processes/11", A_BILL)
    assert {f"{API}/votings/3/1", f"{API}/votings/3/3"} < set(found)
    assert f"{API}/votings/3/2" not in found


def test_a_vote_is_a_leaf_and_leads_nowhere():
    assert followed(spider(term="10"), "votings/3/7", b"not read at all") == []


def test_only_the_official_hosts_are_asked():
    assert spider().allowed_domains == ["api.sejm.gov.pl", "www.senat.gov.pl"]


def some_drafts(*numbers):
    return [
        {
            "term": 10,
            "number": f"RPW/{number}/2025",
            "title": "Projekt",
            "applicantType": "DEPUTIES",
            "submissionType": "BILL",
            "status": "ACTIVE",
            "dateOfReceipt": "2025-01-02",
        }
        for number in numbers
    ]


def test_the_list_of_drafts_is_read_on_from_where_it_ended():
    assert followed(spider(), "bills?limit=500", some_drafts(1, 2)) == [f"{DRAFTS}&offset=2"]


def test_the_list_of_drafts_ends_where_a_page_is_empty_or_comes_again():
    walker = spider()
    followed(walker, "bills?limit=500", some_drafts(1, 2))
    assert followed(walker, "bills?limit=500&offset=2", some_drafts(1, 2)) == []
    assert followed(walker, "bills?limit=500&offset=2", []) == []


def test_a_bill_that_became_an_act_leads_to_the_journal_of_laws():
    found = followed(spider(), "processes/11", a_process(ELI="DU/2025/7"))
    assert "https://api.sejm.gov.pl/eli/acts/DU/2025/7" in found


def test_a_bill_that_reached_the_senate_is_looked_for_there_under_its_final_name():
    walker = spider()
    listed = page_of_the_senate(ACTS, a_list(a_listed_act(17, "Ustawa o wszystkim")))
    assert [r.url for r in walker.follow(PARLIAMENT.page_for(ACTS), listed)] == []
    there = a_process(a_stage("SenatePosition"), titleFinal="o wszystkim")
    assert "https://www.senat.gov.pl/prace/ustawa,17.html" in followed(walker, "processes/11", there)


def test_a_day_leads_to_the_words_of_every_turn_but_not_of_the_chairs_whole_day():
    assert followed(spider(), DAY_PATH, a_sitting_day(a_statement(1), a_statement(2))) == [
        f"{API}/{DAY_PATH}/1",
        f"{API}/{DAY_PATH}/2",
    ]


def test_the_numbers_of_votes_are_taken_from_the_list_and_never_counted_up_to_the_days_number():
    """The index counts the votes of a day, while their numbers run on: 16 to 81 on a day with 66."""
    listed = [a_listed_vote(votingNumber=number) for number in range(16, 82)]
    found = followed(spider(term="10"), "votings/3", listed)
    assert (found[0], found[-1], len(found)) == (f"{API}/votings/3/16", f"{API}/votings/3/81", 66)


def test_the_turns_of_a_bills_earlier_days_are_not_asked_for_again_every_night():
    found = followed(spider(since=dt.date(2025, 1, 11)), "processes/11", A_BILL)
    assert not any("transcripts" in url for url in found)
