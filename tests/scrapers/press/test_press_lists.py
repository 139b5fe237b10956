"""Reading lists of articles. The office and what it publishes are invented."""

import datetime as dt

import pytest
from invented_press import LIST, LISTED, answer

from scrapers.pages import PageError
from scrapers.press.lists import day_of, list_items, read_list


def page(*items):
    return (
        f"<html><body><a href='/'>Home</a><div class='art-prev'><ul>{''.join(items)}</ul></div></body></html>"
    )


def item(title="On anti-personnel mines", href="/news/mines", date="16.01.2025"):
    return (
        f"<li><a href='{href}'><div class='event'><span class='date'>{date}</span></div>"
        f"<div class='title'>{title}</div></a></li>"
    )


def read(*items):
    return list(read_list(LISTED, answer(page(*items), url=LIST)))


def test_an_item_about_the_subject_is_a_statement_of_the_office():
    (found,) = read(item(), item(title="On roads", href="/news/roads"))
    assert (found.title, found.url, found.date) == (
        "On anti-personnel mines",
        f"{LIST}/mines",
        dt.date(2025, 1, 16),
    )
    assert [one.name for one in found.signatories] == ["Office of Nothing"]


def test_an_item_without_a_day_is_still_followed():
    (found,) = list_items(LISTED, answer(page(item(date="today")), url=LIST))
    assert (found.address, found.day) == (f"{LIST}/mines", None)
    assert read(item(date="today")) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16.01.2025", dt.date(2025, 1, 16)),
        ("on 1.2.2025 at noon", dt.date(2025, 2, 1)),
        ("31.02.2025", None),
        ("1.16.01.2025", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_printed(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    "body", ["", "{}", "<html>Just a moment...</html>", page(), page("<li>Nothing</li>")]
)
def test_what_is_no_list_is_named(body):
    with pytest.raises(PageError, match="no link that leads to an article"):
        read_list(LISTED, answer(body, url=LIST))


def test_links_that_lead_elsewhere_are_no_articles():
    found = list_items(
        LISTED, answer(page(item(), item(href="https://[broken"), item(href="/events/x")), url=LIST)
    )
    assert [one.address for one in found] == [f"{LIST}/mines"]
