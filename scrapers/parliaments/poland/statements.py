"""The words of one turn, the item of the agenda above them, and the chair's words within them."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement
from bs4.filter import SoupStrainer
from slugify import slugify

from db.records import AgendaItem, Debate, Speech, SpeechText
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.poland.addresses import (
    CHAMBER,
    TERM,
    TERM_KEY,
    asked_statement,
    position_of,
    sitting_key,
    speech_key,
)
from scrapers.parliaments.poland.questions import papers_in

CONTENT = SoupStrainer("blockquote")
HEADING = re.compile(r"(\d+)\. kadencja, (\d+)\. posiedzenie, \d+\. dzień \((\d\d)-(\d\d)-(\d{4})\)")
ITEM = re.compile(r"(?P<number>\d[\d., i-]*?)\.? punkt\w* porządku dziennego:?\s*(?P<title>.*)")
STAGE = re.compile(r"^(?:Pierwsze|Drugie|Trzecie) czytanie|trzecie czytanie|^Sprawozdanie", re.IGNORECASE)
CHAIR = re.compile(r"(?:Wicem|M)arszałek(?: \w[\w -]*)?:")
"""The line by which the chair comes in."""

TITLES = ("punkt", "punkt-tytul")
SPEAKER = "mowca"
NAVIGATION = "przebieg"
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the page of a turn says."""

    title: str
    """The agenda item; empty in announcements."""
    speaker: str
    """The line above the words, with its colon."""
    lines: list[str]


def read_statement(answer: Answer) -> Iterator[Debate | SpeechText]:
    """The words of a turn with its item, and what the chair said within it as turns of the chair.

    Raises:
        PageError: It is no whole statement, has no words or no speaker, or is another one.
    """
    sitting, day, number = asked_statement(answer)
    statement = _statement(answer, _content(answer), sitting, day)
    key = speech_key(sitting, day, number)
    item = _item(sitting_key(sitting), statement.title)
    words, chair = _told_apart(statement)
    yield Debate(
        sitting=sitting_key(sitting),
        chamber=CHAMBER,
        term=TERM_KEY,
        items=(item,) if item else (),
        speeches=tuple(
            _interruption(answer, key, item, (day, number, part), said) for part, said in enumerate(chair, 1)
        ),
        mentions=(_mention(answer, key, (day, number, 0), statement.speaker),),
    )
    yield SpeechText(key=key, language="pl", text="\n".join(words), url=answer.url, item=item)


def _content(answer: Answer) -> Tag:
    if not answer.body.strip():
        raise PageError(answer, "body", "empty: not published yet")
    try:
        text = answer.body.decode()
    except UnicodeDecodeError as error:
        raise PageError(answer, "body", f"not in UTF-8: {error}") from error
    if "</html>" not in text[-200:].lower():
        raise PageError(answer, "body", "cut off: it does not end with </html>")
    content = BeautifulSoup(text, "lxml", parse_only=CONTENT).blockquote
    if content is None:
        title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
        raise PageError(answer, "blockquote", f"missing in the page titled {title and title[1].strip()!r}")
    return content


def _statement(answer: Answer, content: Tag, sitting: int, day: dt.date) -> Statement:
    parts = [(kind, words) for part in content.children if (words := _words(part)) and (kind := _kind(part))]
    place = next((place for place, (kind, _) in enumerate(parts) if kind == SPEAKER), None)
    if place is None:
        raise PageError(answer, "h2.mowca", "missing: words of nobody")
    heading = " ".join(words for kind, words in parts[:place] if kind == "h1")
    _expect_heading(answer, heading, sitting, day)
    lines = [words for kind, words in parts[place + 1 :] if kind != NAVIGATION]
    if not lines:
        raise PageError(answer, "p", "missing: no words")
    for kind, words in parts[:place]:
        if kind not in {"h1", *TITLES}:
            raise PageError(answer, kind, f"words of nobody: {words[:60]!r}")
    title = " ".join(words for kind, words in parts[:place] if kind in TITLES)
    return Statement(title=title, speaker=parts[place][1], lines=lines)


def _kind(part: PageElement) -> str:
    """The class of an element, the name of one without, or what a bare text is."""
    if not isinstance(part, Tag):
        return "text"
    classes = part.get("class") or [part.name]
    return str(classes[0])


def _words(part: PageElement) -> str:
    return " ".join(part.get_text(" ").replace(SOFT_HYPHEN, "").split())


def _expect_heading(answer: Answer, words: str, sitting: int, day: dt.date) -> None:
    found = HEADING.fullmatch(words)
    if found is None:
        raise PageError(answer, "h1", f"{words!r} names no sitting and day")
    term, number, *date = found.groups()
    expect(answer, "h1", (term, number), (str(TERM), str(sitting)))
    expect(answer, "h1", "-".join(reversed(date)), day.isoformat())


def _item(sitting: str, title: str) -> AgendaItem | None:
    """The item. Its key holds a sum of the title, since one number can stand above several titles."""
    if not title:
        return None
    found = ITEM.match(title)
    number = found["number"] if found else None
    name = (found["title"] if found else "") or title
    return AgendaItem(
        key=f"{sitting}-item-{slugify(number or 'other')}-{zlib.crc32(name.encode()):08x}",
        position=int(re.findall(r"\d+", number)[0]) if number else 0,
        number=number,
        title=name,
        stage=stage[0] if (stage := STAGE.search(name)) else None,
        documents=papers_in(name),
    )


def _told_apart(statement: Statement) -> tuple[list[str], list[list[str]]]:
    """The speaker's lines, and the chair's, one list for each time that the chair comes in.

    The chair's words end where the speaker's line stands again.
    """
    said: list[str] = []
    chair: list[list[str]] = []
    is_chair = False
    for line in statement.lines:
        if CHAIR.fullmatch(line) and line != statement.speaker:
            is_chair = True
            chair.append([line])
        elif is_chair and _resumes(line, statement.speaker):
            is_chair = False
        elif is_chair:
            chair[-1].append(line)
        else:
            said.append(line)
    return said, chair


def _resumes(line: str, speaker: str) -> bool:
    """Whether a line is the speaker's again: the name, after the whole function, its first word, or none."""
    if not line.endswith(":") or line.split()[-2:] != speaker.split()[-2:]:
        return False
    return line == speaker or line.split()[:1] == speaker.split()[:1] or speaker.endswith(line)


def _mention(answer: Answer, key: str, place: tuple[dt.date, int, int], speaker: str) -> Speech:
    """The turn itself, of which the list of the day says more."""
    return Speech(
        key=key,
        position=position_of(*place),
        date=place[0],
        speaker=speaker.rstrip(":"),
        capacity=None,
        language=None,
        text=None,
        url=answer.url,
    )


def _interruption(
    answer: Answer, key: str, item: AgendaItem | None, place: tuple[dt.date, int, int], lines: list[str]
) -> Speech:
    return Speech(
        key=f"{key}-chair-{place[2]}",
        position=position_of(*place),
        item=item.key if item else None,
        date=place[0],
        speaker=lines[0].rstrip(":"),
        capacity="chair",
        language="pl",
        text="\n".join(lines[1:]),
        url=answer.url,
    )
