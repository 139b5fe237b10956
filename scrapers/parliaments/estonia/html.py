"""Reading HTML: the part of a page that holds its content, and texts without the blanks of its layout."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer

from scrapers.pages import Answer, PageError

MAIN = SoupStrainer("main")


def read_main(answer: Answer, until: str | None = None) -> Tag:
    """The content of a public page, without menus and scripts around it, and up to a mark if one is given.

    Raises:
        PageError: It is not a whole HTML page in UTF-8, or a page of some other kind, such as a challenge.
    """
    if answer.content_type and "html" not in answer.content_type.lower():
        raise PageError(answer, "Content-Type", f"{answer.content_type!r} where HTML was promised")
    if b"</html>" not in answer.body[-2000:].lower():
        raise PageError(answer, "body", "not a whole HTML page: it does not end as one")
    try:
        text = answer.body.decode()
    except UnicodeDecodeError as error:
        raise PageError(answer, "body", f"not in UTF-8: {error}") from error
    wanted = text.partition(until)[0] if until else text
    main = BeautifulSoup(wanted, "lxml", parse_only=MAIN).select_one("main")
    if main is None:
        title = BeautifulSoup(text, "lxml", parse_only=SoupStrainer("title")).get_text(strip=True)
        raise PageError(answer, "main", f"missing in the page titled {title!r}")
    return main


def one(answer: Answer, within: Tag, selector: str) -> Tag:
    """The first element that the selector finds.

    Raises:
        PageError: There is none.
    """
    found = within.select_one(selector)
    if found is None:
        raise PageError(answer, selector, f"missing in <{within.name}>")
    return found


def words(of: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(of.get_text(" ").split())


def plain(text: str) -> str:
    """A text that may hold tags, entities and soft hyphens, without them and on one line."""
    whole = words(BeautifulSoup(text, "lxml")) if "<" in text or "&" in text else " ".join(text.split())
    return whole.replace("\N{SOFT HYPHEN}", "")


def attribute(answer: Answer, of: Tag, name: str) -> str:
    """An attribute of an element.

    Raises:
        PageError: It is missing.
    """
    found = of.get(name)
    if not isinstance(found, str):
        raise PageError(answer, f"{of.name}[{name}]", f"missing in {words(of)!r}")
    return found
