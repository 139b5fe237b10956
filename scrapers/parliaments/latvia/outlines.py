"""Who spoke on which item and for how long, in the open data: `deb`. The words are in the transcripts.

An item that was carried over to another sitting comes with the same speakers in the files of both;
`db.outlines` attaches such entries to no turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from db.records import AgendaItem, Capacity, DebateOutline, SpeechOutline
from scrapers.pages import Answer, PageError, read_xml
from scrapers.parliaments.latvia.agenda import CANCELLED, CONSIDERED
from scrapers.parliaments.latvia.ballots import faction_of
from scrapers.parliaments.latvia.keys import CHAMBER, bill_key, guid_of, term_of_file
from scrapers.parliaments.latvia.reading import Fields, arrays_of, fields_of, text_of

ARRAYS = (
    "DEBATE_NAME",
    "DEBATE_SURNAME",
    "DEBATE_FRACTION",
    "DEBATE_TIME",
    "DEBATE_INFO",
    "DEBATE_OPINION",
)
"""The parallel arrays that are read. Those of suffixes and states may be shorter, so they are not."""

ROOT_SHAPE = {"LAST_VERSION", "DK_ID", "DK_STATUS", "DEBATES"}
"""The elements that a file may have."""

RAPPORTEUR = "Referents"
"""How the note on somebody who reports begins: `Referents iesniedzēju vārdā`, on behalf of the sponsors."""

_MEMBER = re.compile(r"(?:\d+x, )?Dep\.")
_MINISTER = re.compile(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][\wāčēģīķļņšūž]*M")
"""The code of a minister, such as `VesM` of the one for health."""

_LENGTH = re.compile(r"(?:(\d+):)?(\d+):(\d\d)")


def parse_outline(answer: Answer) -> Iterator[DebateOutline]:
    """The items that had speakers, and the speakers in their order; nothing of a sitting that was cancelled.

    Raises:
        PageError: Something is missing or unknown, or the arrays differ in length.
    """
    root = read_xml(answer, "DKroot")
    if strange := {str(child.tag) for child in root} - ROOT_SHAPE:
        raise PageError(answer, "DKroot", f"not known is {', '.join(sorted(strange))}")
    status = text_of(answer, fields_of(root), "DK_STATUS")
    if status not in {CONSIDERED, CANCELLED}:
        raise PageError(answer, "DK_STATUS", f"unknown state {status!r}")
    if status == CONSIDERED:
        yield _outline(answer, root)


def _outline(answer: Answer, root: Element) -> DebateOutline:
    term = term_of_file(answer)
    sitting = f"{term}-{guid_of(answer, 'DK_ID', text_of(answer, fields_of(root), 'DK_ID'))}"
    records = sorted(
        map(fields_of, root.iterchildren("DEBATES")),
        key=lambda record: text_of(answer, record, "DKP_SEQUENCE"),
    )
    items = [_item(answer, sitting, place, record) for place, record in enumerate(records, 1)]
    if len({item.key for item in items}) < len(items):
        raise PageError(answer, "DEBATES.DKP_ID", "an item is listed twice")
    entries: list[SpeechOutline] = []
    for item, record in zip(items, records, strict=True):
        for number, cells in enumerate(_speakers(answer, record), 1):
            entries.append(_entry(answer, item, (len(entries) + 1, number), cells))
    return DebateOutline(
        sitting=sitting, chamber=CHAMBER, term=term, items=tuple(items), entries=tuple(entries)
    )


def _item(answer: Answer, sitting: str, place: int, record: Fields) -> AgendaItem:
    """The item; its identifier is among the papers, by which votes and bills are joined to items."""
    guid = guid_of(answer, "DEBATES.DKP_ID", text_of(answer, record, "DKP_ID"))
    number = text_of(answer, record, "LIVSDOCUMENTID")
    title = " ".join(text_of(answer, record, "TITLE").split())
    if not title:
        raise PageError(answer, "DEBATES.TITLE", "empty")
    return AgendaItem(
        key=f"{sitting}-{guid}",
        position=place,
        number=text_of(answer, record, "DKP_NUMBER") or None,
        title=title,
        bills=(bill_key(answer, "DEBATES.LIVSDOCUMENTID", number),) if number else (),
        documents=(guid,),
    )


def _speakers(answer: Answer, record: Fields) -> list[tuple[str, ...]]:
    """The rows of the arrays. The array of one speaker whose value is empty has no text at all."""
    if "#" not in text_of(answer, record, "DEBATE_NAME"):
        return [tuple(text_of(answer, record, name) for name in ARRAYS)]
    return list(zip(*arrays_of(answer, record, ARRAYS), strict=True))


def _entry(
    answer: Answer, item: AgendaItem, places: tuple[int, int], cells: tuple[str, ...]
) -> SpeechOutline:
    given, family, faction, length, info, opinion = cells
    if not (given and family):
        raise PageError(answer, "DEBATES.DEBATE_SURNAME", "a speaker without a name")
    return SpeechOutline(
        key=f"{item.key}-{places[1]}",
        item=item.key,
        position=places[0],
        family_name=family,
        given_name=given,
        faction=faction_of(faction),
        office=None if _MEMBER.fullmatch(info) else info or None,
        capacity=capacity_of(info, opinion),
        opinion=opinion or None,
        seconds=_seconds(answer, length),
    )


def capacity_of(info: str, opinion: str) -> Capacity | None:
    """In which capacity somebody speaks, by the two notes; unknown where they say something new."""
    if _MINISTER.fullmatch(info):
        return "minister"
    if not _MEMBER.fullmatch(info):
        return None
    return "rapporteur" if opinion.startswith(RAPPORTEUR) else "member"


def _seconds(answer: Answer, length: str) -> int:
    found = _LENGTH.fullmatch(length)
    if found is None:
        raise PageError(answer, "DEBATES.DEBATE_TIME", f"{length!r} is not a length of time")
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
