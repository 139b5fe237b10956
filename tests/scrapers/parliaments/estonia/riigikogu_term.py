"""A whole term of the invented Riigikogu: its members, the lists of its votes, and each with its ballots."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from estonia_answers import API, a_faction_spell, a_member, a_sitting, a_spell, a_vote, a_voter, answer, uuid

from scrapers.pages import Answer

MEMBERS, VOTES_A_SITTING = 101, 20
LETTERS = "PPPVVEH-"
"""What the members do in turn: mostly yes, sometimes no, now and then nothing."""
QUESTIONS = ("1. muudatusettepanek", "2. muudatusettepanek", "3. muudatusettepanek", "Lõpphääletus")
"""What is put to the vote on each bill in turn."""
FACTIONS = {"uuid": uuid(1), "name": "Blue fraktsioon"}, {"uuid": uuid(2), "name": "Green fraktsioon"}
FIRST_DAY = dt.date(2023, 4, 11)
DRAFTS, SITTINGS, VOTES = 100_000, 200_000, 300_000
"""From where bills, sittings and votes are numbered."""


def term(ballots: int) -> Iterator[Answer]:
    """The answers that hold at least as many ballots."""
    yield answer(f"{API}/plenary-members", [_member(number) for number in range(1, MEMBERS + 1)])
    for sitting in range(-(-ballots // (MEMBERS * VOTES_A_SITTING))):
        yield from _sitting(sitting)


def _sitting(number: int) -> Iterator[Answer]:
    day = FIRST_DAY + dt.timedelta(days=number)
    title = f"Täiskogu korraline istung kolmapäev, {day.day}.{day.month:02}.{day.year} 14:00"
    about = {"uuid": uuid(SITTINGS + number), "title": title}
    votes = [_vote(number * VOTES_A_SITTING + place, place, day, about) for place in range(VOTES_A_SITTING)]
    listed = [{name: vote[name] for name in vote.keys() - {"voters", "sitting"}} for vote in votes]
    yield answer(f"{API}/votings?startDate={day}&endDate={day}", [a_sitting(*listed, **about)])
    for vote in votes:
        yield answer(f"{API}/votings/{vote['uuid']}", vote)


def _vote(number: int, place: int, day: dt.date, sitting: dict[str, str]) -> Any:
    cast = "".join(LETTERS[(who + number) % len(LETTERS)] for who in range(1, MEMBERS + 1))
    bill = number // len(QUESTIONS)
    return a_vote(
        cast,
        uuid=uuid(VOTES + number),
        votingNumber=place + 1,
        startDateTime=f"{day}T15:{place:02}:34.79",
        sitting=sitting,
        description=QUESTIONS[number % len(QUESTIONS)],
        relatedDraft={"uuid": uuid(DRAFTS + bill), "title": "Ei millegi seadus", "mark": bill + 1},
        voters=[a_voter(who, letter, faction=FACTIONS[who % 2]) for who, letter in enumerate(cast, 1)],
    )


def _member(number: int) -> Any:
    spell = a_faction_spell(FACTIONS[number % 2]["name"], "2023-04-10")
    names = {"uuid": uuid(1000 + number), "lastName": f"{number:03}"}
    return a_member(spell, **names, plenaryMembership=a_spell())
