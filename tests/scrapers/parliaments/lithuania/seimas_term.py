"""A whole term of the invented Seimas: members, factions, and for each sitting its course and its rolls."""

import datetime as dt
from collections.abc import Iterator

from invented_seimas import (
    answer,
    ballot,
    course,
    element,
    envelope,
    faction,
    factions,
    member,
    members,
    post,
    totals,
    vote,
)

from scrapers.pages import Answer

MEMBERS, VOTES_A_SITTING, SPEECHES = 141, 50, 3
"""The speeches are those on one question."""
WORDS = ("Už", "Už", "Už", "Už", "Prieš", "Prieš", "Susilaikė", "")
"""What the members do in turn: mostly yes, sometimes no, now and then nothing."""
FACTIONS = {"BLUE": "Blue frakcija", "GREEN": "Green frakcija"}
FIRST_DAY = dt.date(2024, 11, 14)
SITTINGS, VOTES, QUESTIONS = -503_000, -70_000, -800_000
"""From where sittings, votes and questions are numbered, downwards."""


def term(ballots: int) -> Iterator[Answer]:
    """The answers that hold at least as many ballots."""
    yield factions(*(faction(label, name, 70) for label, name in FACTIONS.items()))
    yield members(*(member(who, post(FACTIONS[_side(who)], "2024-11-14")) for who in range(1, MEMBERS + 1)))
    for sitting in range(-(-ballots // (MEMBERS * VOTES_A_SITTING))):
        yield from _sitting(sitting)


def _side(who: int) -> str:
    return tuple(FACTIONS)[who % 2]


def _sitting(number: int) -> Iterator[Answer]:
    day, sitting = FIRST_DAY + dt.timedelta(days=number), SITTINGS - number
    numbers = range(number * VOTES_A_SITTING, (number + 1) * VOTES_A_SITTING)
    found = course(*(_question(each, day) for each in numbers), day=f"{day}", sitting_id=f"{sitting}")
    yield answer(f"ad_seimo_posedzio_eiga_full?posedzio_id={sitting}", found.body)
    for each in numbers:
        yield _roll(each)


def _question(number: int, day: dt.date) -> str:
    yes, no, abstain = (_cast(number).count(word) for word in ("Už", "Prieš", "Susilaikė"))
    said = f"Pritarta (už {yes}, prieš {no}, susilaikė {abstain})"
    moment = f"{day} 12:{number % VOTES_A_SITTING:02}:01"
    return element(
        "darbotvarkes-klausimas",
        element("nr", f"1-{number % VOTES_A_SITTING + 1}."),
        element("pavadinimas", f"Mėlynojo įstatymo Nr. I-1 2 straipsnio projektas (Nr. XVP-{number + 1})"),
        element("stadija", "Svarstymas"),
        element("nuo", moment),
        element("iki", moment),
        element("kalbos", *(_speech(who, moment) for who in range(1, SPEECHES + 1))),
        element("balsavimai", vote(VOTES - number, "dėl pritarimo po svarstymo", said, moment)),
        svarst_kl_stad_id=QUESTIONS - number,
        registracijos_nr=f"XVP-{number + 1}",
    )


def _speech(who: int, moment: str) -> str:
    """That somebody spoke, which is not read; but the plain parser must take it apart too."""
    words = {"asmuo": f"Member {who:03}", "pareigos": "Seimo narys", "nuo": moment, "iki": moment}
    inside = (element(name, word) for name, word in words.items())
    return element("kalbetojas", *inside, klb_id=-who, asm_id=who)


def _cast(number: int) -> list[str]:
    return [WORDS[(who + number) % len(WORDS)] for who in range(1, MEMBERS + 1)]


def _roll(number: int) -> Answer:
    cast = _cast(number)
    yes, no, abstain, none = (cast.count(word) for word in ("Už", "Prieš", "Susilaikė", ""))
    inside = (
        totals(yes, no, abstain, MEMBERS - none, MEMBERS),
        *(ballot(who, word, _side(who)) for who, word in enumerate(cast, 1)),
    )
    body = envelope(element("SeimoNariųBalsavimas", *inside, balsavimo_id=VOTES - number))
    return answer(f"ad_sp_balsavimo_rezultatai?balsavimo_id={VOTES - number}", body)
