"""The paragraphs of a transcript, put together to turns under the items of the agenda."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from bs4 import Tag

from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania.keys import VILNIUS
from scrapers.parliaments.lithuania.speakers import Speaker, known_chair, ministers_in, speaker_at
from scrapers.parliaments.lithuania.xml import collapse

TIME, TITLE, ADOPTION, TEXT = "Laikas", "Roman12", "Priemimas", "Roman"
"""Classes of paragraphs: when an item began, what it is called, a heading before the last vote, and words."""

FOOTNOTES = "* Santrumpų reikšmės"
"""How the list of abbreviations at the end begins."""

_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d) val\.?")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HALF_A_DAY = dt.timedelta(hours=12)


@dataclass(slots=True)
class Item:
    """An item under which words are said; the one at the place 0 is what is said before the first."""

    position: int
    start: dt.datetime | None = None
    title: str = ""
    anchor: str = ""
    """What the address of the transcript is followed by to lead to the item, where it has a mark."""
    ministers: list[tuple[str, str]] = field(default_factory=list)
    """Whom the title or the chair has called by that office."""


@dataclass(slots=True)
class Turn:
    """One speaker's words under one item."""

    speaker: Speaker
    item: Item
    start: dt.datetime | None
    end: dt.datetime | None = None
    words: list[str] = field(default_factory=list)


def read_turns(answer: Answer, paragraphs: list[Tag], day: dt.date) -> tuple[list[Item], list[Turn]]:
    """All items and turns, in one walk over the paragraphs."""
    walk = _Walk(answer, day)
    for paragraph in paragraphs:
        text = words_of(paragraph)
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
        if is_of(paragraph, TIME):
            self._clock = self._moment(text)
        elif is_of(paragraph, TITLE):
            self._title(text, anchor_of(paragraph))
        elif not is_of(paragraph, ADOPTION):
            self._speak(text, is_bold=is_bold(paragraph))

    def _title(self, text: str, anchor: str) -> None:
        is_more = bool(self.items) and (not self.turns or self.turns[-1].item is not self._item)
        if is_more and self._clock is None:
            self._item.title = f"{self._item.title} {text}"
        else:
            if self.turns and self.turns[-1].item is self._item:
                self.turns[-1].end = self._clock
            self._item = Item(len(self.items) + 1, start=self._clock, title=text, anchor=anchor)
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


def words_of(paragraph: Tag) -> str:
    """The text of a paragraph: no soft hyphens, one kind of hyphen and of blank, raised digits as such."""
    for raised in paragraph.find_all("sup"):
        raised.replace_with(raised.get_text().translate(_SUPERSCRIPT))
    return collapse(paragraph.get_text().replace("\N{NON-BREAKING HYPHEN}", "-"))


def is_of(paragraph: Tag, name: str) -> bool:
    """Whether a paragraph has this class."""
    return name in (paragraph.get("class") or [])


def anchor_of(paragraph: Tag) -> str:
    """The mark of an item, as it stands in an address: `#klausimas3`."""
    mark = paragraph.find("a", attrs={"name": re.compile(r"klausimas\d+")})
    return f"#{mark['name']}" if mark else ""


def is_bold(paragraph: Tag) -> bool:
    """Whether the first words of a paragraph are in bold letters."""
    bold = paragraph.find("b")
    if bold is None:
        return False
    start = collapse(bold.get_text())
    return bool(start) and collapse(paragraph.get_text()).startswith(start)
