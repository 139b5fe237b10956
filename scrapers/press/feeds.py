"""Feeds of every format that feedparser knows."""

from __future__ import annotations

import calendar
import datetime as dt
import io
import re
import time
from collections.abc import Iterator

import feedparser

from db.records import Statement
from scrapers.pages import Answer, PageError, title_of
from scrapers.press.items import YEARS, Item, clean_address, mentions, plain
from scrapers.press.outlets import Outlet
from scrapers.shapes import Shape, xml_names

NAMES = """
    rss rss/@version channel title link description language pubDate lastBuildDate generator image url
    copyright docs ttl item guid guid/@isPermaLink author category comments enclosure enclosure/@url
    enclosure/@length enclosure/@type
    {http://purl.org/dc/elements/1.1/}creator {http://purl.org/dc/elements/1.1/}date
    {http://purl.org/rss/1.0/modules/content/}encoded
    {http://www.w3.org/2005/Atom}link {http://www.w3.org/2005/Atom}link/@href
    {http://www.w3.org/2005/Atom}link/@rel {http://www.w3.org/2005/Atom}link/@type
"""
SHAPE = Shape(
    names=xml_names,
    known=frozenset(NAMES.split()),
    required=frozenset({"rss", "channel", "item", "title", "link"}),
)
"""The names of RSS 2.0 and of the additions that ministries are known to use."""

WHOLE = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)?$", re.DOTALL)


def read_feed(outlet: Outlet, answer: Answer) -> Iterator[Statement]:
    """What the feed says of articles about the subject; their text is elsewhere.

    Raises:
        PageError: It is no whole feed, or has no items.
    """
    return mentions(feed_items(outlet, answer), outlet)


def feed_items(outlet: Outlet, answer: Answer) -> list[Item]:
    """The items of a feed. Those without an address are nothing that could be followed.

    Raises:
        PageError: It is no whole feed, has no items, or leads to nothing that we take for an article.
    """
    _expect_feed(answer)
    headers = {"content-type": answer.content_type or "application/xml"}
    try:
        found = feedparser.parse(
            io.BytesIO(answer.body),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # broken mark-up makes the library stumble, in ways that it does not tell
        raise PageError(
            answer, "body", f"feedparser cannot read it: {type(error).__name__}: {error}"
        ) from error
    if not found.entries:
        raise PageError(answer, "item", "none")
    items = [_item(outlet, entry) for entry in found.entries if entry.get("link")]
    if not any(outlet.is_article(item.address) for item in items):
        raise PageError(answer, "link", f"none of {len(found.entries)} items leads to an article")
    return items


def _expect_feed(answer: Answer) -> None:
    start = answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000]
    if not start:
        raise PageError(answer, "body", "empty")
    if start[:4].lower() == b"&lt;":
        raise PageError(answer, "body", "a feed escaped twice: its mark-up is written as text")
    if re.match(rb"<!doctype html|<html", start, re.IGNORECASE):
        raise PageError(answer, "body", f"an HTML page where a feed was promised{title_of(start)}")
    if b"<!ENTITY" in answer.body:
        raise PageError(answer, "body", "a feed that defines entities of its own")
    if WHOLE.search(answer.body[-500:].rstrip()) is None:
        raise PageError(answer, "body", "not a whole feed: its last tag closes none")


def _item(outlet: Outlet, entry: feedparser.FeedParserDict) -> Item:
    texts = [entry.get("summary", ""), *(part.value for part in entry.get("content", ()))]
    moment = _moment(dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed"))
    return Item(
        address=_address(entry["link"]),
        title=plain(entry.get("title", "")),
        summary=plain(" ".join(texts)),
        day=moment and moment.astimezone(outlet.zone).date(),
        moment=moment,
        author=(outlet.is_shared and plain(entry.get("author", ""))) or None,
    )


def _address(link: str) -> str:
    """The address, or none where it is nothing of the kind: that is no article of anybody."""
    try:
        return clean_address(link)
    except ValueError:
        return ""


def _moment(stated: time.struct_time | None) -> dt.datetime | None:
    """The moment, None where there is none or where nothing can have been published then."""
    if stated is None or stated.tm_year not in YEARS:
        return None
    return dt.datetime.fromtimestamp(calendar.timegm(stated), dt.UTC)
