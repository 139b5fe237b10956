"""Lets the templates draw."""

from __future__ import annotations

from datasette.hookspecs import hookimpl
from jinja2 import Environment
from ottawa_site.bars import bar, declared, finals_chart, parts, tally_chart
from ottawa_site.cards import state_card, vote_card
from ottawa_site.journeys import journeys_chart
from ottawa_site.seats import seat_chart
from ottawa_site.shapes import inline


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Let the templates draw."""
    env.filters.update({"inline": inline, "parts": parts})
    charts = (bar, declared, seat_chart, tally_chart, finals_chart, journeys_chart, vote_card, state_card)
    env.globals.update({chart.__name__: chart for chart in charts})
