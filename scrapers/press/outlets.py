"""Where ministries, governments and heads of state publish: a row of settings for each place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

ZONES = {
    "lt": ZoneInfo("Europe/Vilnius"),
    "lv": ZoneInfo("Europe/Riga"),
    "ee": ZoneInfo("Europe/Tallinn"),
    "pl": ZoneInfo("Europe/Warsaw"),
    "fi": ZoneInfo("Europe/Helsinki"),
}
"""Where the clock of each state runs: a release belongs to the day on which it came out there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One place where an institution publishes, and how it is read."""

    key: str
    country: str
    name: str
    """The institution, in English; the statements that it publishes are its own unless a page says more."""
    language: str
    listing: str
    """The address of the feed or, where there is none, of the list of articles."""
    kind: Literal["feed", "list"]
    article: str
    """Matches the addresses of articles, without their query."""
    is_shared: bool = False
    """Whether several institutions publish here, so that only an item's author says whose it is."""
    items: str = "a[href]"
    """On a list: selects the items."""
    date: str | None = None
    """On an article: selects the element that prints the date, where no mark-up for machines gives it."""

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.listing).netloc

    @property
    def zone(self) -> ZoneInfo:
        """Where its clock runs."""
        return ZONES[self.country]

    def is_article(self, address: str) -> bool:
        """Whether an article stands at this address, which has no query."""
        return address != self.listing and re.fullmatch(self.article, address) is not None


def _latvian(key: str, name: str, host: str) -> Outlet:
    """A row for the platform that the institutions of Latvia share."""
    return Outlet(
        key=f"lv-{key}",
        country="lv",
        name=name,
        language="lv",
        listing=f"https://{host}/lv/rss/articles",
        kind="feed",
        article=rf"https://{re.escape(host)}/lv/jaunums/[^/]+",
    )


def _polish(key: str, name: str, path: str) -> Outlet:
    """A row for the template that the institutions of Poland share. It prints no time of day."""
    folder = path.partition("/")[0]
    return Outlet(
        key=f"pl-{key}",
        country="pl",
        name=name,
        language="pl",
        listing=f"https://www.gov.pl/web/{path}",
        kind="list",
        article=rf"https://www\.gov\.pl/web/{folder}/[^/]+",
        items="div.art-prev li",
        date="p.event-date",
    )


def _estonian(key: str, name: str, feed: str) -> Outlet:
    """A row for a site of which only the feed is known: any other page of it may be an article."""
    host = re.escape(urlsplit(feed).netloc)
    return Outlet(
        key=f"ee-{key}",
        country="ee",
        name=name,
        language="et",
        listing=feed,
        kind="feed",
        article=rf"https://{host}/(?!.*\.xml$).+",
    )


OUTLETS = (
    Outlet(
        key="lt-defence",
        country="lt",
        name="Ministry of National Defence of Lithuania",
        language="lt",
        listing="https://kam.lt/feed/",
        kind="feed",
        article=r"https://kam\.lt/[^/]+/?",
    ),
    Outlet(
        key="lt-foreign",
        country="lt",
        name="Ministry of Foreign Affairs of Lithuania",
        language="en",
        listing="https://www.urm.lt/en/news/928",
        kind="list",
        article=r"https://www\.urm\.lt/en/news/928/[^/]+:\d+",
    ),
    Outlet(
        key="lt-government",
        country="lt",
        name="Government of Lithuania",
        language="en",
        listing="https://lrv.lt/en/news/rss",
        kind="feed",
        article=r"https://lrv\.lt/en/news/[^/]+/?",
    ),
    Outlet(
        key="lt-president",
        country="lt",
        name="President of Lithuania",
        language="en",
        listing="https://lrp.lt/en/media-center/news/6607",
        kind="list",
        article=r"https://lrp\.lt/en/(?:media-center/)?news/[^/]+/\d+",
    ),
    _latvian("defence", "Ministry of Defence of Latvia", "www.mod.gov.lv"),
    _latvian("foreign", "Ministry of Foreign Affairs of Latvia", "www.mfa.gov.lv"),
    _latvian("government", "Cabinet of Ministers of Latvia", "www.mk.gov.lv"),
    _latvian("president", "President of Latvia", "www.president.lv"),
    _estonian("defence", "Ministry of Defence of Estonia", "https://kaitseministeerium.ee/rss.xml"),
    _estonian("foreign", "Ministry of Foreign Affairs of Estonia", "https://vm.ee/rss-feeds/rss.xml"),
    _estonian("government", "Government of Estonia", "https://valitsus.ee/rss-feeds/rss.xml"),
    Outlet(
        key="ee-president",
        country="ee",
        name="President of Estonia",
        language="en",
        listing="https://president.ee/en/media/press-releases/",
        kind="list",
        article=r"https://president\.ee/en/media/press-releases/[^/]+/?",
    ),
    _polish("defence", "Ministry of National Defence of Poland", "obrona-narodowa/aktualnosci5"),
    _polish("foreign", "Ministry of Foreign Affairs of Poland", "dyplomacja/aktualnosci"),
    _polish("government", "Prime Minister of Poland", "premier/wydarzenia"),
    Outlet(
        key="fi-government",
        country="fi",
        name="Government of Finland",
        language="fi",
        listing="https://valtioneuvosto.fi/staattiset-feedit/-/asset_publisher/Kh4WBNNjLkT0/rss",
        kind="feed",
        article=r"https://valtioneuvosto\.fi/-/.+",
        is_shared=True,
    ),
)
"""Every place. Two are missing: the President of Poland, whose site refuses every program and has no feed,
and the President of Finland, of whose site we have seen no list and no article."""
