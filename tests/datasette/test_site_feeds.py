"""Feeds, the calendar, and what the site says to machines."""

import json

import feedparser
import pytest
from lxml import etree
from ottawa_site import asking
from reading import changed_copy

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(reader, address):
    answer = reader.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.text)
    assert not found.bozo
    return found


EVERY = ("all", "votes", "statements", "actions", "corrections", "alarms")
FEEDS = [
    *(f"/feeds/{kind}.atom" for kind in EVERY),
    *(f"/feeds/xa/{kind}.atom" for kind in EVERY),
    *(f"/bills/xa-bill-1/{kind}.atom" for kind in (*EVERY[:5], "turns")),
    *(f"/people/member-007/{kind}.atom" for kind in ("all", "votes", "statements", "turns", "corrections")),
]


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_is_what_atom_asks_for(reader, address):
    found = read(reader, address)
    assert found.version == "atom10"
    assert found.feed.title
    assert found.feed.id == f"http://localhost{address}"
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


NOTHING = (
    "/feeds/nothing.atom",
    "/feeds/turns.atom",
    "/feeds/zz/votes.atom",
    "/feeds/zz/all.atom",
    "/bills/none/votes.atom",
    "/bills/xa-bill-1/alarms.atom",
    "/people/none/all.atom",
    "/people/member-007/actions.atom",
)


@pytest.mark.parametrize("address", NOTHING)
def test_a_feed_of_nothing_that_there_is_is_not_found(reader, address):
    assert reader.get(address).status_code == 404


def test_a_feed_of_an_empty_database_is_empty(empty_reader):
    assert titles(empty_reader, "/feeds/all.atom") == []


def test_the_feed_of_a_bill_has_what_is_new_on_it_and_nothing_else(reader):
    assert titles(reader, "/bills/xa-bill-1/votes.atom") == [
        "Vote: Chamber of Nowhere, 2025-03-01: The whole Bill on Nothing"
    ]
    assert len(titles(reader, "/bills/xa-bill-1/turns.atom")) == 3
    assert titles(reader, "/bills/xa-bill-1/actions.atom") == [
        "Treaty action: Nowhere, withdrawal (Nothing treaty), 2025-03-31",
        "Treaty action: Nowhere, ratification (Nothing treaty), 2002-03-04",
    ]
    assert [title.partition(":")[0] for title in titles(reader, "/bills/xa-bill-1/statements.atom")] == [
        "Statement"
    ]
    assert titles(reader, "/bills/xb-bill-2/all.atom") == []


def test_the_corrections_of_a_bill_are_those_of_its_votes_and_stages_too(reader):
    found = titles(reader, "/bills/xa-bill-1/corrections.atom")
    assert sorted(found) == ["Correction: xa-1-1, title", "Correction: xa-1-1/member-005, ballot"]


def test_the_feed_of_a_person_has_the_own_ballot_in_it(reader):
    found = {
        entry.id.rpartition(":")[2]: entry for entry in read(reader, "/people/member-005/votes.atom").entries
    }
    assert found["votes/xa-1-1"].summary.startswith("Ballot: no. passed; 5 yes")
    assert set(found) == {"votes/xa-1-1"}


def test_a_ballot_that_was_withdrawn_is_not_in_the_feed_of_its_member(reader):
    keys = {entry.id.rpartition(":")[2] for entry in read(reader, "/people/member-012/votes.atom").entries}
    assert keys == {"votes/xa-1-1", "votes/xb-1-1"}


def test_the_feed_of_a_person_has_the_own_statements_turns_and_corrections(reader):
    assert ["Member 007" in title for title in titles(reader, "/people/member-007/statements.atom")] == [True]
    assert titles(reader, "/people/member-007/turns.atom") == [
        "Turn: Minister of Nothing Member 007, Chamber of Nowhere, 2025-03-01"
    ]
    assert titles(reader, "/people/member-007/corrections.atom") == []
    assert titles(reader, "/people/member-005/corrections.atom") == ["Correction: xa-1-1/member-005, ballot"]


def test_the_feed_of_a_person_leads_to_the_page_of_the_person(reader):
    found = read(reader, "/people/member-007/all.atom").feed
    assert found.title == "Leaving Ottawa: everything new, Member 007"
    assert found.link == "http://localhost/people/member-007"


def test_the_feeds_of_a_key_that_was_given_up_lead_to_the_key_that_took_its_place(database, tmp_path):
    merged = changed_copy(
        database,
        tmp_path,
        "INSERT INTO person_merges VALUES ('member-old', 'member-007', 'reviewed', 'same', 'x', '2025')",
    )
    answer = merged.get("/people/member-old/votes.atom")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/people/member-007/votes.atom"


@pytest.mark.parametrize(
    ("page", "feeds", "kinds"),
    [
        ("/states/xa", "/feeds/xa", EVERY),
        ("/bills/xa-bill-1", "/bills/xa-bill-1", (*EVERY[:4], "turns", "corrections")),
        ("/people/member-007", "/people/member-007", ("all", "votes", "statements", "turns", "corrections")),
    ],
)
def test_a_page_names_its_own_feeds_for_readers_and_for_machines(reader, page, feeds, kinds):
    found = reader.page(page)
    heads = [link["href"] for link in found.head.find_all("link", type="application/atom+xml")]
    expected = [f"{feeds}/{kind}.atom" for kind in kinds]
    assert heads == ["/feeds/all.atom", *expected]
    assert [
        link["href"] for link in found.main.find_all("a", href=lambda href: href.endswith(".atom"))
    ] == expected


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


def events(reader):
    lines = reader.get("/calendar.ics").text.replace("\r\n ", "").split("\r\n")
    pairs = [line.split(":", 1) for line in lines if ":" in line]
    starts = [n for n, pair in enumerate(pairs) if pair == ["BEGIN", "VEVENT"]]
    return [dict(pairs[n + 1 : n + 7]) for n in starts]


def sittings(reader):
    return [event for event in events(reader) if event["UID"].startswith("sittings/")]


def test_the_calendar_has_the_sittings_to_come(reader, monkeypatch):
    monkeypatch.setattr(asking, "today", lambda: "2025-03-01")
    (event,) = sittings(reader)
    assert event == {
        "UID": "sittings/xa-sitting-1/2025-03-01@leaving-ottawa",
        "DTSTAMP": "20250302T000000Z",
        "DTSTART;VALUE=DATE": "20250301",
        "SUMMARY": "Chamber of Nowhere (Nowhere) sits",
        "DESCRIPTION": "On the agenda: 4. De nihilo",
        "URL": "http://localhost/debates/xa-sitting-1",
    }


def test_a_sitting_that_was_is_not_in_the_calendar(reader, monkeypatch):
    monkeypatch.setattr(asking, "today", lambda: "2025-03-02")
    assert sittings(reader) == []


def test_a_sitting_of_several_days_has_those_that_are_left(database, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "today", lambda: "2025-03-02")
    changed = changed_copy(
        database,
        tmp_path,
        "INSERT INTO sitting_days SELECT id, '2025-03-01' FROM sittings",
        "INSERT INTO sitting_days SELECT id, '2025-03-03' FROM sittings",
        "UPDATE agenda_items SET withdrawn_at = '2025-03-01'",
    )
    (event,) = sittings(changed)
    assert event["DTSTART;VALUE=DATE"] == "20250303"
    assert event["DESCRIPTION"] == "The agenda is not known."


def test_hostile_words_add_no_line_to_the_calendar(database, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "today", lambda: "2025-03-01")
    hostile = "UPDATE agenda_items SET title = 'De' || char(13, 10) || 'ATTACH:x'"
    (event,) = sittings(changed_copy(database, tmp_path, hostile))
    assert event["DESCRIPTION"] == "On the agenda: 4. De ATTACH:x"


def test_no_line_of_the_calendar_is_too_long(database, tmp_path):
    long = changed_copy(database, tmp_path, f"UPDATE treaties SET short_name = '{'ąž,;“漢🜁' * 60}'")
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
