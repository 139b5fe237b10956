"""A press of many invented ministries, each with a feed and an article of its own."""

import dataclasses

from invented_press import HOST, OUTLET, article, feed, item

from scrapers import press
from scrapers.press import outlets


def host(number):
    return HOST.replace("ministry", f"ministry-{number}")


def address(number):
    return f"{host(number)}/rss.xml"


def outlet(number):
    there = host(number)
    return dataclasses.replace(
        OUTLET,
        key=f"lv-nothing-{number}",
        name=f"Ministry {number}",
        listing=address(number),
        article=rf"{there}/news/[^/]+",
    )


def feed_of(number, *more):
    """What the feed says: an article about the subject, and one about none."""
    return feed(item(), *more, item(title="On roads", path="/news/roads")).replace(HOST, host(number))


def article_of(number):
    return article().replace(HOST, host(number))


def take_over(count):
    """Put so many invented ministries in the place of all others, before anybody asks who there is."""
    outlets.OUTLETS = tuple(outlet(number) for number in range(1, count + 1))
    press.DESK = press.desk(outlets.OUTLETS)
