import pytest
from invented_pages import rare_answers
from invented_terms import whole_terms
from page_speed import Speed, measured, plain_parser, slowest

from scrapers.pages import Answer, reader_of

RARE = list(rare_answers())


@pytest.fixture(scope="module")
def invented():
    return [*whole_terms(1_000), *RARE]


def speed(page, ours, theirs=1.0):
    return Speed(parliament="nowhere", page=page, plain="lxml", size=1, ours=ours, theirs=theirs)


@pytest.mark.parametrize("answer", RARE, ids=lambda answer: answer.url.rpartition("/")[2])
def test_the_pages_read_the_rare_answers(answer):
    _, page = reader_of(answer.url, answer.method)
    assert isinstance(page.read(answer), tuple)


def test_every_page_that_gives_ballots_without_html_is_measured_on_invented_answers(invented):
    pages = {reader_of(answer.url, answer.method)[1].name for answer in invented}
    assert pages >= {"vote", "votes", "roll", "votings", "course", "agenda"}


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        (b'{"a": 1}', "msgspec"),
        (b" [1]", "msgspec"),
        (b"<?xml version='1.0'?><a/>", "lxml"),
        (b"<DKroot><VOTES/></DKroot>", "lxml"),
        (b"<posedziai/>", "lxml"),
        (b"<!doctype html><p>a", "Beautiful Soup"),
    ],
)
def test_each_format_is_held_against_its_own_plain_parser(body, plain):
    name, parse = plain_parser(Answer(url="", body=body))
    assert (name, parse(body) is not None) == (plain, True)


def test_an_old_page_is_decoded_as_its_source_says():
    answer = Answer(url="", body=b"<p>\xe0\xa5</p>", content_type="text/html; charset=windows-1257")
    assert plain_parser(answer)[1](answer.body).get_text() == "ą\N{REPLACEMENT CHARACTER}"


def test_a_page_is_measured_against_the_plain_parser():
    answer = RARE[0]
    found = measured(("lithuania", "terms"), reader_of(answer.url)[1], answer)
    assert found.ratio == found.ours / found.theirs > 0


def test_of_each_page_the_answer_counts_that_it_is_slowest_with():
    found = [speed("b", 2.0), speed("a", 3.0, theirs=3.0), speed("a", 2.0)]
    assert slowest(found) == [found[2], found[0]]
