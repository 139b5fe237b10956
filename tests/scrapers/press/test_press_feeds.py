"""Reading feeds. The ministry and what it publishes are invented."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_press import ABOUT, FEED, HOST, OUTLET, SHARED, answer, article, feed, item

from scrapers.pages import PageError
from scrapers.press.feeds import SHAPE, feed_items, read_feed

ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>On cluster munitions</title>'
    f'<link href="{HOST}/news/atom"/><updated>2025-01-15T10:00:00Z</updated></entry></feed>'
)


def read(*items, **more):
    return list(read_feed(OUTLET, answer(feed(*items), **more)))


def problem(body):
    with pytest.raises(PageError) as caught:
        list(read_feed(OUTLET, answer(body)))
    assert caught.value.url == FEED
    return caught.value.element, caught.value.problem


def test_an_item_about_the_subject_is_a_statement_of_the_ministry():
    (found,) = read(item())
    assert (found.title, found.url, found.channel) == (ABOUT, f"{HOST}/news/mines", "press release")
    assert [(one.name, one.person) for one in found.signatories] == [("Ministry of Nothing", None)]


def test_it_is_only_an_announcement_and_has_neither_text_nor_stance():
    (found,) = read(item())
    assert (found.is_mention, found.text, found.gist, found.stance, found.arguments) == (
        True,
        None,
        None,
        None,
        (),
    )


def test_an_item_belongs_to_the_day_in_the_zone_of_the_state():
    (found,) = read(item(published="Wed, 15 Jan 2025 23:30:00 +0000"))
    assert found.date == dt.date(2025, 1, 16)
    assert found.time == dt.datetime(2025, 1, 15, 23, 30, tzinfo=dt.UTC)


def test_an_item_about_something_else_is_none():
    assert read(item(title="On the mining of coal"), item(title="On roads")) == []


def test_an_item_can_be_about_the_subject_by_its_summary_alone():
    (found,) = read(item(title="A speech", description="<p>It was on <b>anti-personnel</b> mines.</p>"))
    assert found.title == "A speech"


def test_an_item_without_a_title_is_known_by_its_summary():
    (found,) = read(item(title=None, description="On anti-personnel mines"))
    assert found.title is None


@pytest.mark.parametrize(
    "published", ["yesterday", "Wed, 45 Foo 2025", "", "99999999999", "Thu, 01 Jan 99999 00:00:00 GMT", None]
)
def test_a_malformed_date_does_not_lose_the_item_though_it_says_nothing_by_itself(published):
    body = feed(item(published=published))
    (found,) = feed_items(OUTLET, answer(body))
    assert (found.address, found.day, found.moment) == (f"{HOST}/news/mines", None, None)
    assert list(read_feed(OUTLET, answer(body))) == []


def test_the_date_of_dublin_core_will_do():
    (found,) = read(item(published=None, **{"dc:date": "2025-01-15T10:00:00Z"}))
    assert found.date == dt.date(2025, 1, 15)


def test_an_address_is_kept_without_what_counts_readers():
    (found,) = read(item(path="/news/mines?utm_source=rss#top"))
    assert found.url == f"{HOST}/news/mines"
    assert found.key == "lv-nothing-news-mines"


def test_an_item_that_leads_elsewhere_is_no_article_of_the_ministry():
    found = read(item(path=".evil.example/news/mines"), item(path="/events/mines"), item())
    assert [one.url for one in found] == [f"{HOST}/news/mines"]


def test_an_address_that_is_none_is_no_article():
    found = read(item().replace(HOST, "https://[broken"), item())
    assert [one.url for one in found] == [f"{HOST}/news/mines"]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_summary_that_was_escaped_too_often_is_read_all_the_same(times):
    text = "<![CDATA[<p>Anti-personnel&nbsp;mines &amp; more</p>]]>"
    for _ in range(times - 1):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    (found,) = feed_items(OUTLET, answer(feed(item(title="A", description=text))))
    assert found.summary == "Anti-personnel mines & more"


def test_atom_is_a_feed_too():
    (found,) = read_feed(OUTLET, answer(ATOM))
    assert (found.title, found.date) == ("On cluster munitions", dt.date(2025, 1, 15))


def test_where_several_institutions_publish_the_author_says_whose_it_is():
    body = feed(item(**{"dc:creator": "Ministry of Something"})).replace(HOST, "https://all.example")
    (found,) = read_feed(SHARED, answer(body))
    assert [one.name for one in found.signatories] == ["Ministry of Something"]


def test_the_author_of_an_item_elsewhere_is_some_editor():
    (found,) = read(item(**{"dc:creator": "admin"}))
    assert [one.name for one in found.signatories] == ["Ministry of Nothing"]


def test_a_page_under_the_address_of_a_feed_is_named_with_its_title():
    assert problem(article(title="Just a moment...")) == (
        "body",
        "an HTML page where a feed was promised, titled 'Just a moment...'",
    )


def test_a_feed_that_is_escaped_twice_is_named():
    escaped = feed().replace("&", "&amp;").replace("<", "&lt;")
    assert problem(escaped) == ("body", "a feed escaped twice: its mark-up is written as text")


@pytest.mark.parametrize("body", ["", "  \n", "\ufeff"])
def test_an_empty_feed_is_named(body):
    assert problem(body) == ("body", "empty")


def test_a_feed_that_is_cut_off_is_named():
    whole = feed(item(), item(path="/news/two"))
    for length in range(60, len(whole) - 1, 37):
        assert "not a whole feed" in problem(whole[:length])[1]


def test_a_feed_that_defines_entities_is_named():
    bomb = '<!DOCTYPE rss [<!ENTITY a "mines">]>' + feed().partition("?>")[2]
    assert "entities" in problem(bomb)[1]


def test_a_feed_without_items_is_named():
    assert problem('<rss version="2.0"><channel><title>News</title></channel></rss>') == ("item", "none")


@pytest.mark.parametrize("one", ["<item><title>Mines</title></item>", item(path="/redesigned/mines")])
def test_a_feed_that_leads_to_no_article_is_named_since_the_site_was_changed(one):
    assert problem(feed(one)) == ("link", "none of 1 items leads to an article")


def test_a_stray_ampersand_costs_no_item():
    (found,) = read(
        item(title="ZZ").replace("ZZ", "Research & mines against personnel: anti-personnel mines")
    )
    assert found.title.startswith("Research & mines")


def test_a_feed_has_the_shape_that_was_expected():
    assert SHAPE.differences(feed(item(**{"dc:creator": "x"})).encode()) == []


def test_a_strange_name_in_a_feed_is_told():
    assert SHAPE.differences(feed(item(mood="gloomy")).encode()) == [("unknown", "mood")]


@given(
    st.lists(
        st.sampled_from(
            [
                "<item>",
                "</item>",
                "<title>",
                "</title>",
                "<link>",
                "</link>",
                "&",
                "&#0;",
                "&lt;",
                "]]>",
                "mines",
                "<![CDATA[",
                "<pubDate>",
                "</pubDate>",
                "anti-personnel mines",
                f"{HOST}/news/x",
                "\x00",
                "é",
                " ",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_whatever_a_feed_holds_the_answer_is_statements_or_a_named_error(middle):
    body = f'<rss version="2.0"><channel>{middle}</channel></rss>'
    try:
        found = list(read_feed(OUTLET, answer(body)))
    except PageError:
        return
    assert all(one.url.startswith(f"{HOST}/news/") and one.date for one in found)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_nothing_is_made_up(body):
    with pytest.raises(PageError):
        list(read_feed(OUTLET, answer(body)))
