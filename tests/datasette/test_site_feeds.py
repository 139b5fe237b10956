"""Feeds, the calendar, and what the site says to machines."""

import json

import feedparser
import pytest
from lxml import etree
from reading import changed_copy

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(reader, address):
    answer = reader.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.text)
    assert not found.bozo
    return found


@pytest.mark.parametrize("kind", ["all", "votes", "statements", "actions", "corrections", "alarms"])
@pytest.mark.parametrize("state", ["", "xa/"])
def test_a_feed_is_what_atom_asks_for(reader, kind, state):
    found = read(reader, f"/feeds/{state}{kind}.atom")
    assert found.version == "atom10"
    assert found.feed.title
    assert found.feed.id == f"http://localhost/feeds/{state}{kind}.atom"
    assert found.feed.updated_parsed
    assert all(entry.id and entry.title and entry.link and entry.updated_parsed for entry in found.entries)
    assert len({entry.id for entry in found.entries}) == len(found.entries)


def titles(reader, address):
    return [entry.title for entry in read(reader, address).entries]


def test_the_newest_come_first(reader):
    days = [entry.updated for entry in read(reader, "/feeds/all.atom").entries]
    assert days == sorted(days, reverse=True)


def test_a_feed_of_a_state_has_only_its_own(reader):
    assert any("Chamber of Nowhere" in title for title in titles(reader, "/feeds/xa/votes.atom"))
    assert not any("Elsewhere" in title for title in titles(reader, "/feeds/xa/votes.atom"))


def test_a_statement_of_several_states_is_in_the_feed_of_each(reader):
    for state in ("xa", "xb"):
        assert any("Somebody" in title for title in titles(reader, f"/feeds/{state}/statements.atom"))


def test_an_entry_leads_to_the_page_and_to_the_source(reader):
    (entry,) = [e for e in read(reader, "/feeds/votes.atom").entries if e.id.endswith("votes/xa-1-1")]
    assert entry.link == "http://localhost/votes/xa-1-1"
    assert {link.href for link in entry.links if link.rel == "via"} == {"https://assembly.example/votes/1"}
    assert entry.summary == "passed; 5 yes, 2 no, 2 abstained; a yes was for the bill."


def test_an_unknown_figure_is_a_question_mark_in_a_feed(reader):
    summaries = {entry.id: entry.summary for entry in read(reader, "/feeds/votes.atom").entries}
    assert "? yes" in next(text for key, text in summaries.items() if key.endswith("xb-1-4"))


def test_hostile_words_in_a_feed_are_text(database, tmp_path):
    hostile = changed_copy(
        database, tmp_path, "UPDATE votes SET title_en = '</title>\x01<script>&' WHERE key = 'xa-1-1'"
    )
    answer = hostile.get("/feeds/votes.atom")
    assert "<script" not in answer.text
    named = etree.fromstring(answer.content).xpath("//a:entry/a:title/text()", namespaces=ATOM)
    assert "Vote: Chamber of Nowhere, 2025-03-01: </title><script>&" in named


@pytest.mark.parametrize("address", ["/feeds/nothing.atom", "/feeds/zz/votes.atom", "/feeds/zz/all.atom"])
def test_a_feed_of_nothing_that_there_is_is_not_found(reader, address):
    assert reader.get(address).status_code == 404


def test_a_feed_of_an_empty_database_is_empty(empty_reader):
    assert titles(empty_reader, "/feeds/all.atom") == []


def test_the_page_of_feeds_lists_those_of_every_state(reader):
    page = reader.page("/feeds")
    assert page.find("a", href="/feeds/all.atom")
    assert page.find("a", href="/feeds/xa/corrections.atom")


def test_every_page_names_the_feed_of_what_is_new(reader):
    assert reader.page("/votes").find("link", type="application/atom+xml")["href"] == "/feeds/all.atom"


def test_the_calendar_has_the_day_on_which_a_withdrawal_takes_effect(reader):
    answer = reader.get("/calendar.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    lines = answer.text.replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20250930" in lines
    assert "SUMMARY:Nowhere leaves the Nothing treaty" in lines
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 0


def test_no_line_of_the_calendar_is_too_long(database, tmp_path):
    long = changed_copy(database, tmp_path, f"UPDATE treaties SET short_name = '{'ąž,;' * 60}'")
    body = long.get("/calendar.ics").content
    assert max(map(len, body.split(b"\r\n"))) <= 75
    assert "ąž\\,\\;" in body.decode().replace("\r\n ", "")


def test_the_map_of_the_site_holds_pages_that_answer(reader):
    answer = reader.get("/sitemap.xml")
    found = etree.fromstring(answer.content).xpath("//*[local-name() = 'loc']/text()")
    assert {
        "http://localhost/",
        "http://localhost/votes/xa-1-1",
        "http://localhost/people/member-001",
    } <= set(found)
    broken = [url for url in found if reader.get(url.removeprefix("http://localhost")).status_code != 200]
    assert broken == []


def test_machines_are_asked_to_leave_the_ways_through_the_facets_alone(reader):
    lines = reader.get("/robots.txt").text.splitlines()
    assert "Disallow: /*?" in lines
    assert lines[-1] == "Sitemap: http://localhost/sitemap.xml"


def test_a_narrowed_table_asks_not_to_be_indexed(reader):
    def robots(address):
        return reader.page(address).find("meta", attrs={"name": "robots"})["content"]

    assert robots("/ottawa/votes") == "index"
    assert robots("/ottawa/votes?is_final=1") == "noindex"


def test_a_page_names_its_own_address_and_title_for_those_who_share_it(reader):
    head = reader.page("/votes/xa-1-1?from=mail").head
    assert head.find("link", rel="canonical")["href"] == "http://localhost/votes/xa-1-1"
    assert head.find("meta", property="og:title")["content"] == "The whole Bill on Nothing, 2025-03-01"


@pytest.mark.parametrize("address", ["/", "/data"])
def test_the_data_set_is_described_for_machines(reader, address):
    described = json.loads(reader.page(address).find("script", type="application/ld+json").string)
    assert described["@type"] == "Dataset"
    for file in described["distribution"]:
        assert reader.get(file["contentUrl"].removeprefix("http://localhost")).status_code == 200
