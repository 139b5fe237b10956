"""Turns in the debates of the plenary, with the chair's words that stand beside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from slugify import slugify

from db.records import AgendaItem, Capacity, Debate, PersonId, Speech
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import CHAMBER, key_of, minutes_url, term_of
from scrapers.parliaments.finland.languages import language_of
from scrapers.parliaments.finland.windows import day_of, window_of
from scrapers.parliaments.finland.wire import (
    MinutesItem,
    Named,
    SpeakerWire,
    SpeechHit,
    SpeechSearchWire,
    SpeechWire,
)

APPROVED = "Hyväksytty"
"""The state of a turn that is no draft any more."""
MINISTER = "ministeri"
"""Stands in the titles of ministers: `Puolustusministeri`."""
CHAIR = "puhemies"
"""Ends the titles of those who preside: `Toinen varapuhemies`."""

_ID = re.compile(r"PUH (\d+)/(\d{4})((?:/\d+)+)")

Sitting = tuple[int, int]
"""Parliamentary year and number."""


def parse_speeches(answer: Answer) -> Iterator[Debate]:
    """The debates of the sittings in the window, if all of it is in the answer; else nothing yet.

    Raises:
        PageError: Something is missing or contradicts itself, or a single day is not whole.
    """
    wire = read_speeches(answer)
    window = window_of(answer)
    if not is_whole(wire):
        if window is not None and window[2] == 1:
            raise PageError(
                answer, "searchMetadata.totalResultCount", "more turns of a day than an answer holds"
            )
        return
    turns = sorted((_turn(answer, hit) for hit in wire.results), key=_sitting)
    for sitting, found in groupby(turns, key=_sitting):
        yield _debate(answer, sitting, _in_order(list(found)))


def read_speeches(answer: Answer) -> SpeechSearchWire:
    """One page of results.

    Raises:
        PageError: It is not as long as it says, names a turn twice, or is empty on a day of a sitting.
    """
    wire = read_json(answer, SpeechSearchWire)
    found = [hit.id for hit in wire.results]
    expect(answer, "searchMetadata.actualResultCount", wire.search_metadata.actual_result_count, len(found))
    expect(answer, "results.id", len(found), len(set(found)))
    window = window_of(answer)
    if not found and window is not None and window[2] == 1:
        raise PageError(answer, "results", f"no turn on {window[1]}, a day of a sitting")
    return wire


def is_whole(wire: SpeechSearchWire) -> bool:
    """Whether all that was asked for is in this one answer."""
    return wire.search_metadata.total_result_count == len(wire.results)


def _turn(answer: Answer, hit: SpeechHit) -> SpeechWire:
    if hit.puheenvuoro is None:
        raise PageError(answer, "results.puheenvuoro", f"missing in {hit.id!r}")
    turn = hit.puheenvuoro
    expect(answer, "results.puheenvuoro.id", turn.id, hit.id)
    match = _ID.fullmatch(turn.id)
    if match is None:
        raise PageError(answer, "results.id", f"unknown form {turn.id!r}")
    expect(answer, f"{turn.id}: taysistuntonumero", turn.taysistuntonumero, match[1])
    expect(answer, f"{turn.id}: valtiopaivavuosi", turn.valtiopaivavuosi, match[2])
    if turn.aloitushetki is None and window_of(answer) is not None:
        raise PageError(answer, f"{turn.id}: aloitushetki", "missing in a search by that")
    if term_of(turn.valtiopaivavuosi) is None:
        raise PageError(answer, f"{turn.id}: valtiopaivavuosi", "unknown parliamentary year")
    return turn


def _sitting(turn: SpeechWire) -> Sitting:
    return int(turn.valtiopaivavuosi), int(turn.taysistuntonumero)


def _in_order(turns: list[SpeechWire]) -> list[SpeechWire]:
    """By the moment, and within one moment by the numbers of the source; by these if one has none."""
    numbered = sorted(turns, key=lambda turn: [int(part) for part in turn.id.split("/")[1:]])
    moments = {turn.id: turn.aloitushetki for turn in turns if turn.aloitushetki is not None}
    return sorted(numbered, key=lambda turn: moments[turn.id]) if len(moments) == len(turns) else numbered


def _day(turns: list[SpeechWire]) -> dt.date | None:
    """The day on which a sitting began; one that is held past midnight keeps it. Old turns have no moment."""
    moments = [turn.aloitushetki for turn in turns if turn.aloitushetki is not None]
    return day_of(min(moments)) if moments else None


def _debate(answer: Answer, sitting: Sitting, turns: list[SpeechWire]) -> Debate:
    year, number = sitting
    key = f"{CHAMBER}-{year}-{number}"
    day = _day(turns)
    speeches: list[Speech] = []
    for turn in turns:
        speeches.append(_speech(turn, key, day, len(speeches) + 1))
        if turn.puheenjohtajan_repliikki and turn.puheenjohtajan_repliikki.repliikki:
            speeches.append(_chair(turn, speeches[-1]))
    return Debate(
        sitting=key,
        chamber=CHAMBER,
        term=f"{CHAMBER}-{year}",
        items=tuple(_items(answer, key, turns)),
        speeches=tuple(speeches),
    )


def _items(answer: Answer, sitting: str, turns: list[SpeechWire]) -> Iterator[AgendaItem]:
    """The items in the order of their first turns, each with the matters of all its turns."""
    found: dict[str, list[SpeechWire]] = {}
    for turn in turns:
        if turn.poytakirjanasiankohta.fi.kohtanumero:
            found.setdefault(turn.poytakirjanasiankohta.fi.kohtanumero, []).append(turn)
    for position, (number, spoken) in enumerate(found.items(), 1):
        matters = dict.fromkeys(turn.asia.fi.eduskuntatunnus for turn in spoken if turn.asia)
        papers = dict.fromkeys(paper.eduskuntatunnus for turn in spoken for paper in _papers(turn))
        yield AgendaItem(
            key=_item_key(sitting, number),
            position=position,
            number=number,
            title=_title(answer, spoken[0]),
            bills=tuple(key_of(answer, "asia.fi.eduskuntatunnus", matter) for matter in matters if matter),
            documents=tuple(paper for paper in papers if paper),
        )


def _papers(turn: SpeechWire) -> list[Named]:
    return (turn.asiakirjaviitteet.fi if turn.asiakirjaviitteet else None) or []


def _item_key(sitting: str, number: str) -> str:
    return f"{sitting}-item-{slugify(number)}"


def _title(answer: Answer, turn: SpeechWire) -> str:
    item: MinutesItem = turn.poytakirjanasiankohta.fi
    title = (item.nimeketeksti or "").strip()
    if not title:
        raise PageError(
            answer, f"{turn.id}: poytakirjanasiankohta.fi.nimeketeksti", "an item without a title"
        )
    return title


def _speech(turn: SpeechWire, sitting: str, day: dt.date | None, position: int) -> Speech:
    who, text = turn.puhuja, (turn.puheenvuoro or "").strip()
    number = turn.poytakirjanasiankohta.fi.kohtanumero
    return Speech(
        key=f"{CHAMBER}-{slugify(turn.id)}",
        position=position,
        item=_item_key(sitting, number) if number else None,
        date=day,
        start=turn.aloitushetki,
        end=turn.lopetushetki,
        speaker=" ".join(filter(None, (who.asema, who.etunimi, who.sukunimi, who.lisatieto))) or None,
        person=_person(who),
        family_name=who.sukunimi or None,
        given_name=who.etunimi or None,
        faction=who.lisatieto or None,
        office=who.asema or None,
        capacity=_capacity(who),
        language=language_of(text),
        text=text or None,
        is_draft=turn.tila != APPROVED,
        url=minutes_url(turn.taysistuntonumero, turn.valtiopaivavuosi, number),
    )


def _person(who: SpeakerWire) -> PersonId | None:
    if not (who.henkilonro and who.sukunimi and who.etunimi):
        return None
    return PersonId(
        scheme=CHAMBER,
        identifier=who.henkilonro,
        family_name=who.sukunimi,
        given_name=who.etunimi,
    )


def _capacity(who: SpeakerWire) -> Capacity | None:
    """By the title: without one a member speaks, and a title of neither kind leaves it open."""
    title = (who.asema or "").lower()
    if not title:
        return "member" if who.henkilonro else None
    if MINISTER in title:
        return "minister"
    return "chair" if title.endswith(CHAIR) else None


def _chair(turn: SpeechWire, after: Speech) -> Speech:
    """What the chair said after the turn. The source quotes the name within the quotes of its own format."""
    words = turn.puheenjohtajan_repliikki
    assert words is not None and words.repliikki is not None  # noqa: S101, PT018  asked before
    speaker = (words.puheenjohtaja or "").strip('" ')
    office, _, name = speaker.rpartition(f"{CHAIR} ")
    given, _, family = name.rpartition(" ")
    text = words.repliikki.strip()
    return Speech(
        key=f"{after.key}-chair",
        position=after.position + 1,
        item=after.item,
        date=after.date,
        speaker=speaker or None,
        family_name=family or None,
        given_name=given or None,
        office=f"{office}{CHAIR}" if CHAIR in speaker.lower() else None,
        capacity="chair",
        language=language_of(text),
        text=text,
        is_draft=after.is_draft,
        url=after.url,
    )
