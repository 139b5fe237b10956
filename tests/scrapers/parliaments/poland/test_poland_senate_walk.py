from senate_pages import ACT, DAY, SENT, VOTE, a_day, a_list, a_listed_act, a_row, a_vote_row, an_act, answer

from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.senat.addresses import ACTS, CLUBS, SENATORS
from scrapers.parliaments.poland.senat.walk import SenateWalk

SITTING = a_row('<a href="tematy,667,1.html">65. pos. Senatu</a>', "23 września 2025")
MORE = '<a href="page,2.html">dalej</a>'
SECOND_DAY = DAY.replace(",1,", ",2,")


def followed(walk, url, body):
    found = answer(url, body)
    return [request.url for request in walk.follow(PARLIAMENT.page_for(url), found)]


def wanting(*names):
    walk = SenateWalk(is_whole=False)
    for name in names:
        assert list(walk.want(name)) == []
    return walk


def test_it_begins_at_the_senators_their_clubs_and_the_acts():
    assert [request.url for request in SenateWalk(is_whole=True).begin()] == [SENATORS, CLUBS, ACTS]


def test_of_the_list_only_a_wanted_act_is_asked_for():
    page = a_list(a_listed_act(17, "Ustawa o  niczym"), a_listed_act(16, "Ustawa o czymś"))
    assert followed(wanting("o niczym"), ACTS, page) == ["https://www.senat.gov.pl/prace/ustawa,17.html"]


def test_the_list_is_read_on_only_while_a_wanted_act_is_missing():
    page = a_list(a_listed_act(17), more=MORE)
    assert followed(wanting("o czymś"), ACTS, page) == [f"{ACTS}page,2.html"]
    assert f"{ACTS}page,2.html" not in followed(wanting("o niczym"), ACTS, page)
    assert followed(wanting(), ACTS, page) == []


def test_a_bill_that_comes_after_the_list_is_looked_for_in_it():
    walk = wanting()
    followed(walk, ACTS, a_list(a_listed_act(17), more=MORE))
    assert [request.url for request in walk.want("o niczym")] == [
        "https://www.senat.gov.pl/prace/ustawa,17.html"
    ]
    assert [request.url for request in walk.want("o czymś")][-1] == f"{ACTS}page,2.html"


def test_in_a_whole_term_every_act_and_every_page_of_the_list_is_asked_for():
    found = followed(SenateWalk(is_whole=True), ACTS, a_list(a_listed_act(17), a_listed_act(16), more=MORE))
    assert len(found) == 3


def test_an_act_leads_to_the_votes_of_its_sitting():
    assert followed(wanting(), ACT, an_act(SENT, SITTING)) == [DAY]


def test_a_day_leads_to_the_next_and_to_the_votes_on_the_act_alone():
    walk = wanting()
    followed(walk, ACT, an_act(SENT, SITTING))
    page = a_day(a_vote_row(1, 10650, "Ustawa o niczym"), a_vote_row(2, 10651, "Ustawa o czymś"))
    assert followed(walk, DAY, page) == [SECOND_DAY, VOTE]


def test_a_vote_is_known_by_the_print_of_the_act_too():
    walk = wanting()
    followed(walk, ACT, an_act(SENT, SITTING))
    page = a_day(a_vote_row(1, 10650, "Głosowanie (druk nr 17)"))
    assert VOTE in followed(walk, DAY, page)


def test_it_does_not_matter_whether_the_act_or_the_day_is_read_first():
    walk = wanting()
    assert followed(walk, DAY, a_day(a_vote_row(1, 10650))) == [SECOND_DAY]
    assert followed(walk, ACT, an_act(SENT, SITTING)) == [DAY, VOTE]


def test_a_vote_leads_nowhere():
    assert followed(wanting(), VOTE, "not read at all") == []
