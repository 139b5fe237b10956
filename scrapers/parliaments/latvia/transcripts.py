"""Transcripts on the Saeima's site: the words of a sitting, and the list of them for a term.

No page of one was recorded, only its text: what is read are paragraphs, wherever they stand. The sitting is
known by the link to its votes on titania, and the day by the head. Results that the chair reads out stay
words: nothing there says at which second the vote was taken, so they are no tally of any vote.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from db.records import Debate, Expectation, Speech
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.keys import CHAMBER, SAEIMA_URL, guids_in, term_key, transcript_url
from scrapers.parliaments.latvia.reading import read_html
from scrapers.parliaments.latvia.turns import CHAIR, PRESIDING, SPEAKER, Reader, Turn
from scrapers.shapes import Shape

PARTS = frozenset({"link to the sitting", "head", "Sēdi vada", "Sēdes vadītāja", "speaker"})
"""What a transcript is made of, by the handbook."""

CATEGORIES = {"12": "28", "13": "21", "14": "29"}
"""The list of a term's transcripts, by the term. That of the 15th is not known."""

MONTHS = (
    "janvārī",
    "februārī",
    "martā",
    "aprīlī",
    "maijā",
    "jūnijā",
    "jūlijā",
    "augustā",
    "septembrī",
    "oktobrī",
    "novembrī",
    "decembrī",
)
"""The months as dates have them, in the locative."""

HEAD = re.compile(
    r"Latvijas Republikas (?P<term>\d+)\. ?Saeimas?\b"
    rf"(?:.{{0,300}}?(?P<year>\d{{4}})\. ?gada (?P<day>\d{{1,2}})\. ?(?P<month>{'|'.join(MONTHS)}))?"
)
"""The title of a transcript, with the first day soon after it; a day elsewhere is another's."""

_VIEW = re.compile(r"/transcripts/view/(\d+)")
_BREAK, _BREAK_MARK = re.compile(r"<br\b"), "\u2028"
_SITTING_LINK = re.compile(r"(?i)titania\.saeima\.lv/LIVS\d+/SaeimaLIVS2_DK\.nsf/DK\?ReadForm&.*\bnr=")


def category_url(term: str) -> str | None:
    """The list of a term's transcripts, where its number is known."""
    return f"{SAEIMA_URL}/lv/transcripts/category/{CATEGORIES[term]}" if term in CATEGORIES else None


def parse_category(answer: Answer) -> Iterator[Expectation]:
    """How many transcripts the term has.

    Raises:
        PageError: There are none, or the list is of no term that we read.
    """
    number = answer.url.rpartition("/")[2]
    terms = {category: term for term, category in CATEGORIES.items()}
    if number not in terms:
        raise PageError(answer, "address", f"{number!r} is the list of no term that we read")
    term = term_key(answer, terms[number])
    yield Expectation(subject=term, what="transcripts", expected=len(transcripts_of(answer)))


def transcripts_of(answer: Answer) -> list[str]:
    """The addresses of the transcripts, each once: the same number has the same text in every language.

    Raises:
        PageError: There are none.
    """
    links = _page(answer).iter("a")
    numbers = [found[1] for link in links if (found := _VIEW.search(link.get("href") or ""))]
    if not numbers:
        raise PageError(answer, "a", "no transcripts: an empty list, or another page")
    return [transcript_url(number) for number in dict.fromkeys(numbers)]


def parse_transcript(answer: Answer) -> Iterator[Debate]:
    """The turns of a sitting.

    Raises:
        PageError: The page is cut off, names no term or day, or has no turn.
    """
    page = _page(answer)
    head, turns = turns_of(page)
    if not turns:
        raise PageError(answer, "p", "no turn: an empty transcript, or another page")
    term, day = _title(answer, head)
    number = answer.url.rpartition("/")[2]
    guid = _sitting(page)
    key = f"{term}-transcript-{number}"
    yield Debate(
        sitting=f"{term}-{guid}" if guid else key,
        chamber=CHAMBER,
        term=term,
        speeches=tuple(_speech(key, place, day, answer.url, turn) for place, turn in enumerate(turns, 1)),
    )


def turns_of(page: Element) -> tuple[str, list[Turn]]:
    """What stands before the first turn, and the turns."""
    reader = Reader()
    turns = reader.read(lines_of(page))
    return " ".join(reader.head), turns


def lines_of(page: Element) -> Iterator[str]:
    """The paragraphs and their lines, without soft hyphens and with single blanks."""
    for paragraph in page.iter("p"):
        for line in "".join(map(str, paragraph.itertext())).split(_BREAK_MARK):
            if words := " ".join(line.replace("\u00ad", "").split()):
                yield words


def names_in(body: bytes) -> Iterator[str]:
    """Which parts of a transcript, by the handbook's names, the page has."""
    page = read_html(Answer(url="", body=body), _BREAK.sub(f"{_BREAK_MARK}<br", body.decode()))
    lines = list(lines_of(page))
    if _sitting(page):
        yield "link to the sitting"
    if HEAD.search(" ".join(lines)):
        yield "head"
    for name, form in (("Sēdi vada", PRESIDING), ("Sēdes vadītāja", CHAIR), ("speaker", SPEAKER)):
        if any(map(form.fullmatch, lines)):
            yield name


SHAPE = Shape(names=names_in, known=PARTS, required=PARTS)


def _page(answer: Answer) -> Element:
    try:
        text = answer.body.decode()
    except UnicodeDecodeError as error:
        raise PageError(answer, "body", f"not UTF-8: {error}") from error
    if "</html>" not in text[-2000:].lower():
        raise PageError(answer, "body", "not a whole page: its end is missing")
    return read_html(answer, _BREAK.sub(f"{_BREAK_MARK}<br", text))


def _title(answer: Answer, head: str) -> tuple[str, dt.date]:
    """The term and the day. Where there is no day none is made up."""
    found = HEAD.search(head)
    if found is None:
        raise PageError(answer, "head", "names no Saeima")
    if found["day"] is None:
        raise PageError(answer, "head", "names no day")
    try:
        day = dt.date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError as error:
        raise PageError(answer, "head", f"{found['day']}. {found['month']} is not a date") from error
    return term_key(answer, found["term"]), day


def _sitting(page: Element) -> str | None:
    """The identifier of the sitting, if all links to sittings on titania name the same one."""
    links = (link.get("href") or "" for link in page.iter("a"))
    found = {guid for link in links if _SITTING_LINK.search(link) for guid in guids_in(link)}
    return found.pop() if len(found) == 1 else None


def _speech(key: str, place: int, day: dt.date, url: str, turn: Turn) -> Speech:
    who = turn.who
    return Speech(
        key=f"{key}-{place}",
        position=place,
        date=day,
        speaker=who.label,
        family_name=who.family_name,
        given_name=who.given_name,
        faction=who.faction,
        office=who.office,
        capacity=who.capacity,
        language="lv",
        text=turn.text,
        url=url,
    )
