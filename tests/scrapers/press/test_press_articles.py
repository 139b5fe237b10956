"""Reading articles. The ministry and what it publishes are invented."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_press import ABOUT, HOST, LIST, LISTED, OUTLET, SHARED, TEXT, answer, article

from scrapers.pages import PageError
from scrapers.press.articles import read_article

URL = f"{HOST}/news/mines"
META = "<meta property='article:published_time' content='2025-02-03T00:15:00+00:00'>"
LINKED = '<script type="application/ld+json">{"datePublished": "2025-03-04", "cut": </script>'


def read(body, outlet=OUTLET, url=URL):
    return list(read_article(outlet, answer(body, url=url)))


def problem(body):
    with pytest.raises(PageError) as caught:
        read(body)
    assert caught.value.url == URL
    return caught.value.element, caught.value.problem


def test_an_article_is_a_statement_with_its_words():
    (found,) = read(article())
    assert (found.key, found.title, found.language) == ("lv-nothing-news-mines", ABOUT, "en")
    assert TEXT in found.text
    assert "Home" not in found.text
    assert "Contact" not in found.text
    assert not found.is_mention


def test_nobody_is_named_by_us_as_the_speaker_of_an_article():
    (found,) = read(article())
    assert [(one.name, one.person, one.office) for one in found.signatories] == [
        ("Ministry of Nothing", None, None)
    ]


def test_its_date_is_that_of_the_mark_up_in_the_zone_of_the_state():
    (found,) = read(article(date="2025-01-15T23:30:00Z"))
    assert found.date == dt.date(2025, 1, 16)
    assert found.time == dt.datetime(2025, 1, 15, 23, 30, tzinfo=dt.UTC)


def test_a_moment_without_a_zone_is_one_of_the_state():
    (found,) = read(article(date="2025-01-16T00:30:00"))
    assert found.time == dt.datetime(2025, 1, 15, 22, 30, tzinfo=dt.UTC)


def test_a_day_alone_makes_no_moment():
    (found,) = read(article(date="2025-01-16"))
    assert (found.date, found.time) == (dt.date(2025, 1, 16), None)


@pytest.mark.parametrize(
    ("more", "day"), [(META, dt.date(2025, 2, 3)), (LINKED, dt.date(2025, 3, 4))], ids=["meta", "json-ld"]
)
def test_the_date_may_stand_in_the_head(more, day):
    (found,) = read(article(date=None).replace("<title>", f"{more}<title>"))
    assert found.date == day


def test_what_the_head_says_goes_before_a_time_in_the_text():
    (found,) = read(article().replace("<title>", f"{META}<title>"))
    assert found.date == dt.date(2025, 2, 3)


def test_a_printed_date_is_read_where_the_row_of_settings_says_where_it_stands():
    body = article(date=None).replace("<p>", "<p class='event-date'>16.01.2025</p><p>", 1)
    (found,) = read(body, LISTED, f"{LIST}/mines")
    assert (found.date, found.time) == (dt.date(2025, 1, 16), None)


@pytest.mark.parametrize(
    "date", [None, "", "soon", "2025-02-30", "2025-13-01T00:00:00Z", "0001-01-01T00:00:00Z"]
)
def test_an_article_without_a_date_is_named(date):
    assert problem(article(date=date)) == ("date", "an article without a date")


def test_an_article_without_a_title_is_named():
    assert problem(article().replace("h1", "h5").replace("og:", "")) == ("title", "none")


def test_a_page_of_which_the_extractor_finds_no_words_is_named(monkeypatch):
    monkeypatch.setattr("trafilatura.extract", lambda *given, **more: None)
    assert problem(article()) == ("text", "none")


def test_a_page_that_asks_whether_we_are_human_is_named():
    assert problem("<html><body><main><h1>Just a moment...</h1></main></body></html>")[0] == "date"


def test_a_page_in_an_encoding_that_has_no_name_is_named():
    assert problem(article().replace("utf-8", "utf\x01-8"))[0] == "charset"


def test_an_empty_answer_is_named():
    assert problem("")[0] == "title"


def test_an_article_about_something_else_is_none():
    assert read(article(title="On roads", text="A road was opened by nobody in particular. " * 5)) == []


def test_an_article_is_about_the_subject_by_its_text_alone():
    (found,) = read(article(title="A speech"))
    assert found.title == "A speech"


def test_the_title_for_machines_will_do():
    og = "<meta property='og:title' content='Anti-personnel mines'>"
    (found,) = read(article().replace("h1", "h5").replace("<title>", f"{og}<title>"))
    assert found.title == "Anti-personnel mines"


def test_where_several_institutions_publish_an_article_does_not_say_whose_it_is():
    (found,) = read(article(), SHARED, "https://all.example/news/mines")
    assert found.signatories == ()


def test_the_encoding_is_the_one_that_the_page_states():
    body = article(title="Mõned anti-personnel mines").replace("utf-8", "iso-8859-1").encode("iso-8859-1")
    (found,) = read(body)
    assert found.title == "Mõned anti-personnel mines"


@given(
    st.lists(
        st.sampled_from(
            [
                "<main>",
                "</main>",
                "<h1>",
                "</h1>",
                "<p>",
                "</p>",
                "<time datetime='2025-01-01'>",
                "<!--",
                "-->",
                "<article>",
                "<script type='application/ld+json'>",
                '"datePublished": "x"',
                "anti-personnel mines",
                "&#0;",
                "\x00",
                "<table>",
                "<meta itemprop='datePublished'>",
                "words " * 30,
                "<![CDATA[",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_whatever_a_page_holds_the_answer_is_a_statement_or_a_named_error(body):
    try:
        found = read(body)
    except PageError:
        return
    assert all(one.date and one.title and one.text for one in found)
