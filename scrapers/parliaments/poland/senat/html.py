"""Reading the Senate's pages, which are HTML for readers."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from scrapers.pages import Answer, PageError

REJECTED = "Request Rejected"
"""The title of the page that the firewall sends, with status 200."""


def read_html(answer: Answer) -> BeautifulSoup:
    """The page, however its markup ends within.

    Raises:
        PageError: It is empty, cut off, not HTML in UTF-8, or the firewall's.
    """
    if not answer.body.strip():
        raise PageError(answer, "body", "empty")
    if answer.content_type and "html" not in answer.content_type.lower():
        raise PageError(answer, "Content-Type", f"{answer.content_type!r} where HTML was promised")
    try:
        text = answer.body.decode()
    except UnicodeDecodeError as error:
        raise PageError(answer, "body", f"not in UTF-8: {error}") from error
    page = BeautifulSoup(text, "lxml")
    if page.title and REJECTED in page.title.get_text():
        raise PageError(answer, "title", f"the firewall's page {REJECTED!r}, not the source's")
    if "</html>" not in text[-500:].lower():
        raise PageError(answer, "body", "cut off: it does not end with </html>")
    return page


def one(answer: Answer, within: Tag, selector: str) -> Tag:
    """The first element that the selector finds.

    Raises:
        PageError: There is none.
    """
    found = within.select_one(selector)
    if found is None:
        raise PageError(answer, selector, "missing")
    return found


def words(of: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(of.get_text(" ").split())
