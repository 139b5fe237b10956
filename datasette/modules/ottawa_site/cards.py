"""What is shown of a vote or a state where its page is shared: the few words and figures that matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup
from ottawa_site.bars import declared, tally_chart
from ottawa_site.shapes import FAINT, JOIN, WIDTH, Chart, long_day, moved, text

Row = Mapping[str, Any]

WITHOUT = {
    "published": "No tally is known here.",
    "partial": "No tally is known here.",
    "not_collected": "The tally was not collected.",
    "not_published": "The chamber did not publish the ballots.",
    "secret": "The vote was secret.",
    "consensus": "Decided without a vote being counted.",
}
"""What is said of a vote of which no figure is known."""

A_TREATY = 62
"""The height of one treaty on the card of a state."""


def vote_card(vote: Row) -> Chart:
    """A vote: where and when, what came of it, and its tally across all seats."""
    title = vote["title_en"] or vote["title"]
    where = f"{vote['chamber_name_en']}, {long_day(vote['date'])}"
    came = _outcome(vote)
    tally = declared(vote)
    known = {option: number for option, number in tally.items() if number is not None}
    if known:
        chart = tally_chart(tally, vote["seats"], title)
        body, said, height = chart.body, chart.description, chart.height
    else:
        said = WITHOUT[vote["ballots_status"]]
        body, height = text(said, 0, 14), 20
    lines = text(where, 0, 12, tone=FAINT) + text(came, 0, 32, size=15, weight=600)
    return Chart("vote", title, f"{where}. {came}. {said}", 48 + height, lines + moved(body, 0, 48))


def _outcome(vote: Row) -> str:
    """What came of it, and what a yes was: a figure without that may mean its opposite."""
    if vote["meaning_of_yes"] == "quorum check":
        return "A check of how many members were there"
    outcome = "annulled" if vote["is_annulled"] else vote["outcome"] or "outcome not known"
    meaning = vote["meaning_of_yes"]
    return f"{outcome.capitalize()}; a yes was {meaning}" if meaning else str(outcome.capitalize())


def state_card(state: Row, statuses: Sequence[Row], day: str) -> Chart:
    """A state: what it is under each treaty on this day, and when a withdrawal takes effect."""
    title = f"{state['name']} and the treaties, {long_day(day)}"
    if not statuses:
        said = "Nothing is known of its status under any treaty on this day."
        return Chart("state", title, said, 20, text(said, 0, 14))
    pieces: list[Markup] = []
    told: list[str] = []
    for n, row in enumerate(statuses):
        y = n * A_TREATY
        clock = _clock(row)
        pieces += [
            text(row["short_name"], 0, y + 12, tone=FAINT),
            text(row["status"], 0, y + 32, size=17, weight=600),
            text(clock, 0, y + 49),
        ]
        told.append(f"{row['short_name']}: {row['status']}; {clock}.")
    return Chart("state", title, " ".join(told), len(statuses) * A_TREATY - 8, JOIN(pieces), WIDTH)


def _clock(row: Row) -> str:
    """The days that count, as the page of the state has them."""
    if not row["deposit"]:
        return "no withdrawal deposited by this day"
    told = f"withdrawal deposited {long_day(row['deposit'])}"
    if not row["out_on"]:
        return told
    return f"{told}, {'effect' if row['days'] > 0 else 'out since'} {long_day(row['out_on'])}"
