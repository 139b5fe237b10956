"""A matter: a bill with its stages, and its main papers.

Who signed a member's motion is left out: government bills name nobody, and no answer that does was seen.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from db.records import Bill, Document
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import (
    CHAMBER,
    SITE,
    TRACKED_BILLS,
    address,
    identifier_of,
    key_of,
    one_of,
    swedish,
    term_of,
)
from scrapers.parliaments.finland.stages import stages
from scrapers.parliaments.finland.wire import KeyDocument, MatterWire, Proposal

MINUTES_ITEM = "PTKAK"
"""The kind of paper that is an item of the minutes."""

_MINUTES = re.compile(r"PTK \d+/(\d{4}) vp")


def parse_matter(answer: Answer) -> Iterator[Bill | Document]:
    """The bill with its stages, then its main papers.

    Raises:
        PageError: Something is missing, or the answer is about another matter.
    """
    wire = read_json(answer, MatterWire)
    expect(answer, "eduskuntatunnus.fi", wire.eduskuntatunnus.fi, identifier_of(answer))
    if not wire.kasittelyt.fi:
        raise PageError(answer, "kasittelyt.fi", "empty")
    papers = sorted(wire.keskeiset_asiakirjat.fi, key=lambda paper: paper.asiakirja_jarjestys)
    bill = _bill(answer, wire, papers)
    yield bill
    for paper in papers:
        yield _document(answer, paper, bill.key)


def days_in_plenary(answer: Answer) -> list[tuple[int, dt.date]]:
    """The days of sittings that dealt with the matter, each with its parliamentary year, by the minutes.

    Raises:
        PageError: The answer cannot be read.
    """
    groups = read_json(answer, MatterWire).kasittelyn_asiakirjat
    minutes = (
        (_MINUTES.fullmatch(paper.eduskuntatunnus or ""), paper.laadintapvm)
        for group in (groups.fi if groups else ())
        for paper in group
        if paper.asiakirjatyyppikoodi == MINUTES_ITEM
    )
    return sorted({(int(number[1]), day) for number, day in minutes if number and day})


def _bill(answer: Answer, wire: MatterWire, papers: list[KeyDocument]) -> Bill:
    number = wire.eduskuntatunnus.fi
    return Bill(
        key=key_of(answer, "eduskuntatunnus.fi", number),
        chamber=CHAMBER,
        term=term_of(wire.valtiopaivavuosi.fi),
        number=number,
        title=one_of(answer, "nimeke", wire.nimeke),
        title_sv=swedish(wire.nimeke),
        kind=wire.asiakirjatyyppinimi.fi,
        submitted=wire.laadintapvm.fi,
        closed=wire.paattymispvm.fi,
        decision=wire.kokonaispaatosnimi.fi,
        act=_statutes(wire.ehdotukset.fi),
        is_tracked=number in TRACKED_BILLS,
        url=f"{SITE}/valtiopaivaasiat/{number.removesuffix(' vp').replace(' ', '+')}",
        documents=tuple(paper.eduskuntatunnus for paper in papers),
        stages=stages(wire),
    )


def _statutes(proposals: list[Proposal]) -> str | None:
    """The numbers of the acts in the statutes of Finland, in the order of the proposals."""
    ordered = sorted(proposals, key=lambda proposal: proposal.ehdotusnumero or 0)
    return (
        ", ".join(proposal.saadoskokoelmaviite for proposal in ordered if proposal.saadoskokoelmaviite)
        or None
    )


def _document(answer: Answer, paper: KeyDocument, bill: str) -> Document:
    return Document(
        key=key_of(answer, "keskeisetAsiakirjat.eduskuntatunnus", paper.eduskuntatunnus),
        chamber=CHAMBER,
        term=term_of(paper.eduskuntatunnus.removesuffix(" vp").rpartition("/")[2]),
        number=paper.eduskuntatunnus,
        title=paper.nimeketeksti.strip(),
        date=paper.laadintapvm,
        url=address("asiakirjat/edktunnus", paper.edktunnus) + "/html" if paper.html_saatavilla else None,
        bills=(bill,),
    )
