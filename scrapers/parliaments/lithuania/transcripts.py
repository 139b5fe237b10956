"""Transcripts of sittings: what Word made of them, on the site of today and on the old one.

Turns are paragraphs, of which the first begins with the speaker. A turn that goes on under the next item of
the agenda is two, so that all words stand under what they are about. Nothing gives a turn its time but the
beginning of an item.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from db.records import AgendaItem, Correction, Debate, Option, Speech
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania.html import read_document, read_html
from scrapers.parliaments.lithuania.keys import CHAMBER, VILNIUS, term_on
from scrapers.parliaments.lithuania.speakers import (
    GOVERNMENT,
    Speaker,
    known_chair,
    ministers_in,
    speaker_at,
)
from scrapers.parliaments.lithuania.xml import collapse
from scrapers.shapes import Shape

TIME, TITLE, ADOPTION, TEXT = "Laikas", "Roman12", "Priemimas", "Roman"
"""Classes of paragraphs: when an item began, what it is called, a heading before the last vote, and words."""

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
FOOTNOTES = "* Santrumpų reikšmės"

MONTHS = (
    *("sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio"),
    *("liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"),
)
_DAY = re.compile(rf"(\d{{4}}) m\. ({'|'.join(MONTHS)}) (\d{{1,2}}) d\.", re.IGNORECASE)
_NUMBER = re.compile(r"posėdžio nr\. ?(\d+)", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d) val\.?")
_STAGE = re.compile(r" \((?P<stage>[^()\d]+)\)$")
_BILL = re.compile(r"\b[IVXL]+P-\d+(?:\(\d+\))?")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_SENTENCE = re.compile(r"(?<=[.!?…]) ")
_COUNTED = re.compile(r"(?=.*\bbalsą\b)(?=.*\bįskait[yo])", re.IGNORECASE)
"""`Protokolui prašau mano balsą įskaityti už`: for the record, count my vote as for."""
OPTIONS: dict[str, Option] = {"už": "yes", "prieš": "no", "susilaik": "abstain"}
_OPTION = re.compile(r"\b(už|prieš|susilaik)", re.IGNORECASE)

_HALF_A_DAY = dt.timedelta(hours=12)


@dataclass(slots=True)
class Item:
    """An item under which words are said; the one at the place 0 is what is said before the first."""

    position: int
    start: dt.datetime | None = None
    title: str = ""
    ministers: list[tuple[str, str]] = field(default_factory=list)
    """Whom the title or the chair has called by that office."""


@dataclass(slots=True)
class Turn:
    """One speaker's words under one item."""

    speaker: Speaker
    item: Item
    start: dt.datetime | None
    words: list[str] = field(default_factory=list)


def parse_transcript(answer: Answer) -> Iterator[Debate]:
    """The items and turns of a sitting, on the site of today.

    Raises:
        PageError: It is cut off, is no transcript, or does not say of which sitting.
    """
    yield _debate(answer, read_document(answer))


def parse_old_transcript(answer: Answer) -> Iterator[Debate]:
    """The items and turns of a sitting, on the old site.

    Raises:
        PageError: As `parse_transcript`.
    """
    # The old site closes its documents with </body><html>, by a slip of its own.
    yield _debate(answer, read_html(answer, "Dokumento tekstas", end="</body>"))


def _debate(answer: Answer, page: BeautifulSoup) -> Debate:
    paragraphs = page.find_all("p")
    heading = _heading(paragraphs)
    day, number = _day(answer, heading), _number(answer, heading)
    term = term_on(answer, day)
    items, turns = _read(answer, paragraphs, day)
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
        text = _words(paragraph)
        if speaker_at(text, is_bold=_is_bold(paragraph)) or _is(paragraph, TIME):
            break
        found.append(text)
    return collapse(" ".join(found))


def _day(answer: Answer, heading: str) -> dt.date:
    found = _DAY.search(heading)
    if found is None or "stenograma" not in heading.lower():
        raise PageError(answer, "heading", "is not that of a transcript with its day")
    return dt.date(int(found[1]), MONTHS.index(found[2].lower()) + 1, int(found[3]))


def _number(answer: Answer, heading: str) -> int:
    found = _NUMBER.search(heading)
    if found is None:
        raise PageError(answer, "heading", "names no number of a sitting")
    return int(found[1])


def _read(answer: Answer, paragraphs: list[Tag], day: dt.date) -> tuple[list[Item], list[Turn]]:
    """All items and turns, in one walk over the paragraphs."""
    walk = _Walk(answer, day)
    for paragraph in paragraphs:
        text = _words(paragraph)
        if text.startswith(FOOTNOTES):
            break
        if text:
            walk.take(paragraph, text)
    return walk.items, walk.turns


class _Walk:
    """Where in the transcript we are."""

    def __init__(self, answer: Answer, day: dt.date) -> None:
        self.items: list[Item] = []
        self.turns: list[Turn] = []
        self._answer = answer
        self._day = day
        self._item = Item(0)
        self._clock: dt.datetime | None = None
        self._latest: dt.datetime | None = None
        self._chair: Speaker | None = None

    def take(self, paragraph: Tag, text: str) -> None:
        """A time, a title, or words that begin a turn or go on with it."""
        if _is(paragraph, TIME):
            self._clock = self._moment(text)
        elif _is(paragraph, TITLE):
            self._title(text)
        elif not _is(paragraph, ADOPTION):
            self._speak(text, is_bold=_is_bold(paragraph))

    def _title(self, text: str) -> None:
        is_more = bool(self.items) and (not self.turns or self.turns[-1].item is not self._item)
        if is_more and self._clock is None:
            self._item.title = f"{self._item.title} {text}"
        else:
            self._item = Item(len(self.items) + 1, start=self._clock, title=text)
            self.items.append(self._item)
            self._clock = None
        self._item.ministers += ministers_in(text)

    def _speak(self, text: str, *, is_bold: bool) -> None:
        begun = speaker_at(text, is_bold=is_bold)
        if begun is not None:
            speaker, text = begun
            self._begin(known_chair(speaker, self._chair))
        elif not self.turns:
            return
        elif self.turns[-1].item is not self._item:
            self._begin(self.turns[-1].speaker)
        turn = self.turns[-1]
        if text:
            turn.words.append(text)
        if turn.speaker.is_chair:
            self._item.ministers += ministers_in(text)

    def _begin(self, speaker: Speaker) -> None:
        is_first = not self.turns or self.turns[-1].item is not self._item
        self.turns.append(Turn(speaker, self._item, self._item.start if is_first else None))
        if speaker.is_chair and speaker.family is not None:
            self._chair = speaker if " (" in speaker.printed else self._chair

    def _moment(self, text: str) -> dt.datetime | None:
        """When an item begins. After midnight the next day has come; a time before the last one is a slip.

        Raises:
            PageError: It is no time.
        """
        found = _CLOCK.fullmatch(text)
        if found is None or int(found[1]) > 23 or int(found[2]) > 59:  # noqa: PLR2004  of a clock
            raise PageError(self._answer, f"p.{TIME}", f"{text!r} is not a time")
        moment = dt.datetime.combine(self._day, dt.time(int(found[1]), int(found[2])), VILNIUS)
        if self._latest is not None:
            if self._latest - moment > _HALF_A_DAY:
                moment += dt.timedelta(days=1)
            if moment < self._latest:
                return None
        self._latest = moment
        return moment


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
            speaker=speaker.printed,
            family_name=speaker.family,
            given_name=speaker.given,
            faction=speaker.faction,
            capacity=speaker.capacity(item.title, item.ministers),
            language="lt",
            text="\n".join(turn.words),
            is_draft=is_draft,
            url=answer.url,
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


def _words(paragraph: Tag) -> str:
    """The text of a paragraph: no soft hyphens, one kind of hyphen and of blank, raised digits as such."""
    for raised in paragraph.find_all("sup"):
        raised.replace_with(raised.get_text().translate(_SUPERSCRIPT))
    return collapse(paragraph.get_text().replace("\N{NON-BREAKING HYPHEN}", "-"))


def _is(paragraph: Tag, name: str) -> bool:
    return name in (paragraph.get("class") or [])


def _is_bold(paragraph: Tag) -> bool:
    """Whether the first words of a paragraph are in bold letters."""
    bold = paragraph.find("b")
    if bold is None:
        return False
    start = collapse(bold.get_text())
    return bool(start) and collapse(paragraph.get_text()).startswith(start)
