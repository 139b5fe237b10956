"""What ministries, governments and heads of state publish, by their feeds, lists and articles."""

from __future__ import annotations

import re
from functools import partial

from db.records import Country, Source
from scrapers.pages import Desk, Page
from scrapers.press.articles import read_article
from scrapers.press.feeds import SHAPE, read_feed
from scrapers.press.lists import read_list
from scrapers.press.outlets import OUTLETS, Outlet

COUNTRIES = (
    Country(key="lt", name="Lithuania"),
    Country(key="lv", name="Latvia"),
    Country(key="ee", name="Estonia"),
    Country(key="pl", name="Poland"),
    Country(key="fi", name="Finland"),
    Country(key="no", name="Norway"),
    Country(key="ua", name="Ukraine"),
)
"""Whose statements are collected; of the last two only those in the dossier."""


def desk(outlets: tuple[Outlet, ...]) -> Desk:
    """The descriptor over these outlets. Nobody knows what their sites bear, so they are asked seldom.

    No list is asked for every night because it is one: that of a ministry that publishes daily changes daily,
    and is not believed for a day; one that has stood still for four weeks is believed for up to two.
    """
    return Desk(
        label="press",
        countries=COUNTRIES,
        sources=tuple(map(_source, outlets)),
        pages=tuple(page for outlet in outlets for page in _pages(outlet)),
        download_slots={outlet.host: {"delay": 5.0, "concurrency": 1} for outlet in outlets},
    )


def _source(outlet: Outlet) -> Source:
    return Source(
        key=outlet.key,
        country=outlet.country,
        name=outlet.name,
        url=outlet.listing,
        licence="not known",
        attribution=outlet.name,
    )


def _pages(outlet: Outlet) -> tuple[Page, Page]:
    """The list comes first: its address may look like that of an article."""
    is_feed = outlet.kind == "feed"
    listing = Page(
        name=outlet.kind,
        source=outlet.key,
        pattern=re.escape(outlet.listing),
        parse=partial(read_feed if is_feed else read_list, outlet),
        evidence="constructed",
        description="The latest articles, of which those about the subject are taken.",
        shape=SHAPE if is_feed else None,
    )
    article = Page(
        name="article",
        source=outlet.key,
        pattern=outlet.article,
        parse=partial(read_article, outlet),
        evidence="constructed",
        description="One article, taken if its text is about the subject.",
        is_leaf=True,
    )
    return listing, article


DESK = desk(OUTLETS)
