"""Transcripts of sittings: what Word made of them, on the site of today and on the old one.

Turns are paragraphs, of which the first begins with the speaker. A turn that goes on under the next item of
the agenda is two, so that all words stand under what they are about. Nothing gives a turn its time but the
beginning of an item, which is also when the turn before it ended. By these times votes find their item: the
transcript names none of them.

A turn's key is its item's place in the sitting and its own place in the item: there are no identifiers, but
each item has a mark of that number, to which the address of its turns leads.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from db.records import AgendaItem, Correction, Debate, Option, Speech
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania.html import read_document, read_html
from scrapers.parliaments.lithuania.keys import CHAMBER, term_on
from scrapers.parliaments.lithuania.speakers import GOVERNMENT, speaker_at
from scrapers.parliaments.lithuania.turns import (
    ADOPTION,
    TEXT,
    TIME,
    TITLE,
    Item,
    Turn,
    is_bold,
    is_of,
    read_turns,
    words_of,
)
from scrapers.parliaments.lithuania.xml import collapse
from scrapers.shapes import Shape

HEADINGS = frozenset({"Pirmininkai", "MsoTitle", "MsoNormal", "MsoFootnoteText"})
"""Classes of what stands before the words, and of the notes after them."""


def paragraph_classes(body: bytes) -> Iterator[str]:
    """The classes of the paragraphs that say something."""
    page = BeautifulSoup(body, "lxml")
    for paragraph in page.find_all("p"):
        if collapse(paragraph.get_text()):
            yield from paragraph.get("class") or ["none"]


TRANSCRIPT_SHAPE = Shape(
    names=paragraph_classes,
    known=frozenset({TIME, TITLE, ADOPTION, TEXT, *HEADINGS}),
    required=frozenset({TIME, TITLE, TEXT}),
)
"""What the recorded transcript of 2015 has, and those of today should have."""

DRAFT = "Negalutinis variantas"

MONTHS = (
    *("sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio"),
    *("liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"),
)
TRANSCRIPT_KIND = "Stenograma"
_KIND = re.compile(r"Rūšis: ?(.+)")
_DAY = re.compile(rf"(\d{{4}}) m\. ({'|'.join(MONTHS)}) (\d{{1,2}}) d\.", re.IGNORECASE)
_NUMBER = re.compile(r"posėdžio nr\. ?(\d+)", re.IGNORECASE)
_STAGE = re.compile(r" \((?P<stage>[^()\d]+)\)$")
_BILL = re.compile(r"\b[IVXL]+P-\d+(?:\(\d+\))?")

_SENTENCE = re.compile(r"(?<=[.!?…]) ")
_COUNTED = re.compile(r"(?=.*\bbalsą\b)(?=.*\bįskait[yo])", re.IGNORECASE)
"""`Protokolui prašau mano balsą įskaityti už`: for the record, count my vote as for."""
OPTIONS: dict[str, Option] = {"už": "yes", "prieš": "no", "susilaik": "abstain"}
_OPTION = re.compile(r"\b(už|prieš|susilaik)", re.IGNORECASE)


def parse_transcript(answer: Answer) -> Iterator[Debate]:
    """The items and turns of a sitting, on the site of today.

    Raises:
        PageError: It is cut off, is no transcript, or does not say of which sitting.
    """
    yield _debate(answer, read_document(answer))


def parse_old_transcript(answer: Answer) -> Iterator[Debate]:
    """The items and turns of a sitting, on the old site.

    Documents of all kinds have addresses of this form. One that calls itself something else says nothing.

    Raises:
        PageError: As `parse_transcript`, or the document does not say of what kind it is.
    """
    # The old site closes its documents with </body><html>, by a slip of its own.
    page = read_html(answer, "Dokumento tekstas", end="</body>")
    kinds = [found[1] for cell in page.select("td") if (found := _KIND.fullmatch(collapse(cell.get_text())))]
    if not kinds:
        raise PageError(answer, "Rūšis", "missing: the kind of the document")
    if kinds[0] == TRANSCRIPT_KIND:
        yield _debate(answer, page)


def _debate(answer: Answer, page: BeautifulSoup) -> Debate:
    paragraphs = page.find_all("p")
    heading = _heading(paragraphs)
    day, number = _day(answer, heading), _number(answer, heading)
    term = term_on(answer, day)
    items, turns = read_turns(answer, paragraphs, day)
    if not turns:
        raise PageError(answer, f"p.{TEXT}", "nobody speaks")
    prefix = f"{term}-{number}"
    _let_ministers_answer(items)
    speeches = tuple(_speeches(answer, prefix, turns, day, is_draft=DRAFT in heading))
    return Debate(
        sitting=None,
        number=number,
        chamber=CHAMBER,
        term=term,
        items=tuple(_agenda_item(prefix, item) for item in items),
        speeches=speeches,
        corrections=tuple(found for speech in speeches for found in _corrections(speech)),
    )


def _heading(paragraphs: list[Tag]) -> str:
    """What stands before the first words."""
    found: list[str] = []
    for paragraph in paragraphs:
        text = words_of(paragraph)
        if speaker_at(text, is_bold=is_bold(paragraph)) or is_of(paragraph, TIME):
            break
        found.append(text)
    return collapse(" ".join(found))


def _day(answer: Answer, heading: str) -> dt.date:
    found = _DAY.search(heading)
    if found is None or "stenograma" not in heading.lower():
        raise PageError(answer, "heading", "is not that of a transcript with its day")
    try:
        return dt.date(int(found[1]), MONTHS.index(found[2].lower()) + 1, int(found[3]))
    except ValueError as error:
        raise PageError(answer, "heading", f"{found[0]!r} is not a day") from error


def _number(answer: Answer, heading: str) -> int:
    found = _NUMBER.search(heading)
    if found is None:
        raise PageError(answer, "heading", "names no number of a sitting")
    return int(found[1])


def _let_ministers_answer(items: list[Item]) -> None:
    """Where the Government answers, whoever is called a minister anywhere in the sitting speaks as one."""
    called = [name for item in items for name in item.ministers]
    for item in items:
        if GOVERNMENT.match(item.title):
            item.ministers = called


def _speeches(
    answer: Answer, prefix: str, turns: list[Turn], day: dt.date, *, is_draft: bool
) -> Iterator[Speech]:
    places: dict[int, int] = {}
    for position, turn in enumerate(turns, 1):
        item, speaker = turn.item, turn.speaker
        places[item.position] = places.get(item.position, 0) + 1
        yield Speech(
            key=f"{prefix}-{item.position}-{places[item.position]}",
            position=position,
            item=f"{prefix}-{item.position}" if item.position else None,
            date=day,
            start=turn.start,
            end=turn.end,
            speaker=speaker.printed,
            family_name=speaker.family,
            given_name=speaker.given,
            faction=speaker.faction,
            capacity=speaker.capacity(item.title, item.ministers),
            language="lt",
            text="\n".join(turn.words),
            is_draft=is_draft,
            url=answer.url + item.anchor,
        )


def _agenda_item(prefix: str, item: Item) -> AgendaItem:
    stage = _STAGE.search(item.title)
    return AgendaItem(
        key=f"{prefix}-{item.position}",
        position=item.position,
        title=item.title[: stage.start()] if stage else item.title,
        stage=stage["stage"] if stage else None,
        documents=tuple(dict.fromkeys(_papers(item.title))),
    )


def _papers(title: str) -> Iterator[str]:
    """The numbers of bills in a title, without their revision and with it. Laws have other numbers."""
    for number in _BILL.findall(title):
        yield number.partition("(")[0]
        yield number


def _corrections(speech: Speech) -> Iterator[Correction]:
    """What a member asks to have counted; of the chair's repetition of it nothing."""
    if speech.capacity == "chair":
        return
    said = [words for words in _SENTENCE.split(speech.text or "") if _COUNTED.search(words)]
    for number, words in enumerate(said, 1):
        options = {OPTIONS[found.lower()] for found in _OPTION.findall(words)}
        yield Correction(
            key=f"{speech.key}-correction-{number}",
            speech=speech.key,
            option=options.pop() if len(options) == 1 else None,
            label=words,
        )
