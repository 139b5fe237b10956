"""A whole term of the invented Saeima: for each sitting its agenda, and its votes with their ballots."""

import datetime as dt
from collections.abc import Iterator

from invented_saeima import FILES, agenda_file, answer, guid, item, registration, vote, votes_file

from scrapers.pages import Answer

MEMBERS, VOTES_A_SITTING = 100, 50
LETTERS = "++++--0."
"""What the members do in turn: mostly yes, sometimes no, now and then nothing."""
FACTIONS = "#".join(("ZILIE", "ZALIE")[member % 2] for member in range(MEMBERS))
FIRST_DAY = dt.date(2022, 11, 3)
SITTINGS, VOTINGS = 100_000, 200_000
"""From where sittings and votes are numbered; items of the agenda begin with 1."""


def term(ballots: int) -> Iterator[Answer]:
    """The answers that hold at least as many ballots."""
    for number in range(-(-ballots // (MEMBERS * VOTES_A_SITTING))):
        yield from _sitting(number)


def _sitting(number: int) -> Iterator[Answer]:
    day, sitting = FIRST_DAY + dt.timedelta(days=number), guid(SITTINGS + number)
    base = FILES.rpartition("-")[0]
    numbers = range(number * VOTES_A_SITTING + 1, (number + 1) * VOTES_A_SITTING + 1)
    casts = ["".join(LETTERS[(who + each) % len(LETTERS)] for who in range(MEMBERS)) for each in numbers]
    items = [_item(each, cast, sitting) for each, cast in zip(numbers, casts, strict=True)]
    about = {"DKDATE": f"{day:%d.%m.%Y}", "WORKSEQUENCEID": sitting, "DK_NUMBER": f"{number + 1}"}
    yield answer(f"{base}-{number + 1}-dkp.xml", agenda_file(*items, **about))
    present = registration("R" * MEMBERS, **_vote(0, f"{day:%d.%m.%Y} 09:00:00"), dkp_id=guid(0))
    votes = [
        vote(cast, each, **_vote(each, f"{day:%d.%m.%Y} 10:{place:02}:30"), VOTEMOTIVE=_motive(each))
        for place, (each, cast) in enumerate(zip(numbers, casts, strict=True))
    ]
    yield answer(f"{base}-{number + 1}-vote.xml", votes_file(present, *votes, sitting=sitting))


def _vote(number: int, moment: str) -> dict[str, str]:
    return {"VOTING_ID": guid(VOTINGS + number), "VOTETIMESTAMP": moment, "FRACTION": FACTIONS}


def _motive(number: int) -> str:
    return f"Par zilo krāsu ({number}/Lp14), 3.lasījums"


def _item(number: int, cast: str, sitting: str) -> str:
    return item(
        number,
        DK_ID=sitting,
        LIVSDOCUMENTID=f"{number}/Lp14",
        READING="3",
        VOTEMOTIVE=_motive(number),
        VOTERESULT_FOR=f"{cast.count('+')}",
        VOTERESULT_AGAINST=f"{cast.count('-')}",
        VOTERESULT_ABSTAIN=f"{cast.count('0')}",
    )
