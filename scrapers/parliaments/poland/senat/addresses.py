"""The addresses and keys of the Senate's things in the term that we read."""

from __future__ import annotations

import datetime as dt
import re

from scrapers.pages import Answer, PageError

HOST = "www.senat.gov.pl"
SITE = f"https://{HOST}"
CHAMBER = "pl-senat"
TERM = 11
TERM_KEY = f"{CHAMBER}-{TERM}"
"""Also the scheme of the senators' names as printed, within which nobody is identified by anything else."""
TERM_START = dt.date(2023, 11, 13)

ACTS = f"{SITE}/prace/proces-legislacyjny-w-senacie/ustawy-uchwalone-przez-sejm/ustawy-uchwalone-przez-sejm/"
SITTINGS = f"{SITE}/prace/posiedzenia/"
SENATORS = f"{SITE}/sklad/senatorowie/"
CLUBS = f"{SITE}/sklad/kluby-i-kolo/?kadencja={TERM}"

PRINT = re.compile(r"[Dd]ruk(?:i)? nr\s+(\d+(?:\s?[A-Z]+)?)")


def act_key(number: str) -> str:
    """The key of an act that the Sejm sent, by its print: `pl-senat-11-849`."""
    return f"{TERM_KEY}-{number}"


def sitting_key(number: int) -> str:
    """The key of a sitting, by the number that people call it: `pl-senat-11-65`."""
    return f"{TERM_KEY}-{number}"


def vote_key(identifier: str) -> str:
    """The key of a vote, by the number that the site gives it: `pl-senat-11-vote-10650`."""
    return f"{TERM_KEY}-vote-{identifier}"


def votes_page(sitting: str, day: int) -> str:
    """The votes of a day of a sitting, which goes by the site's number here."""
    return f"{SITTINGS}przebieg,{sitting},{day},glosowania.html"


def transcript_page(sitting: str) -> str:
    """Where the transcript of a sitting begins, which goes by the site's number. Its form is not known."""
    return f"{SITTINGS}przebieg,{sitting},1.html"


def vote_page(identifier: str) -> str:
    """One vote with its ballots."""
    return f"{SITTINGS}glosowanie-drukuj,{identifier}.html"


def asked(answer: Answer) -> list[str]:
    """The numbers in the address of an answer, in order."""
    return re.findall(r",(\d+)", answer.url)


def prints_in(text: str) -> tuple[str, ...]:
    """The prints that a text names, each once: `849`, `849 A`."""
    return tuple(dict.fromkeys(" ".join(found.split()) for found in PRINT.findall(text)))


def expect_term(answer: Answer, element: str, day: dt.date) -> None:
    """Make sure that a day lies in the term that we read: the site's pages do not name theirs.

    Raises:
        PageError: It lies before.
    """
    if day < TERM_START:
        raise PageError(answer, element, f"{day} is before term {TERM}, and prints are numbered anew in each")
