"""A whole term of the invented Sejm: every list that a crawl asks for, and every vote with its ballots."""

from collections.abc import Iterator

from invented_sejm import answers, encode

from scrapers.pages import Answer

MEMBERS, VOTES_A_SITTING = 460, 15


def term(ballots: int) -> Iterator[Answer]:
    """The answers that hold at least as many ballots."""
    sittings = -(-ballots // (MEMBERS * VOTES_A_SITTING))
    for url, content in answers(sittings, VOTES_A_SITTING, MEMBERS).items():
        yield Answer(url=url, body=encode(content), content_type="application/json")
