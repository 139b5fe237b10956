"""Poland: what we know of the Sejm that is data."""

from __future__ import annotations

import datetime as dt
import re

from db.records import Chamber, Country, Source, Term
from scrapers.pages import Page, Parliament
from scrapers.parliaments.poland.addresses import CHAMBER, ELI, HOST, SEJM, TERM, TERM_KEY, TERM_URL
from scrapers.parliaments.poland.bills import read_act, read_print, read_process
from scrapers.parliaments.poland.members import read_clubs, read_members
from scrapers.parliaments.poland.sittings import read_sitting, read_sittings
from scrapers.parliaments.poland.votes import read_index, read_list, read_vote

SEJM_API = "pl-sejm-api"
ELI_API = "pl-eli-api"
IN_TERM = re.escape(TERM_URL)
LICENCE = "Official documents, outside copyright in Poland; the Sejm publishes its terms of use by term"

PARLIAMENT = Parliament(
    country=Country(key="pl", name="Poland"),
    chambers=(
        Chamber(
            key=CHAMBER,
            country="pl",
            name="Sejm Rzeczypospolitej Polskiej",
            name_en="Sejm",
            seats=460,
            timezone="Europe/Warsaw",
        ),
    ),
    terms=(Term(key=TERM_KEY, chamber=CHAMBER, label=str(TERM), start=dt.date(2023, 11, 13)),),
    sources=(
        Source(
            key=SEJM_API,
            country="pl",
            name="Sejm API",
            url=SEJM,
            licence=LICENCE,
            attribution="Kancelaria Sejmu (api.sejm.gov.pl), with the time of retrieval",
        ),
        Source(
            key=ELI_API,
            country="pl",
            name="ELI API of the Journal of Laws",
            url=ELI,
            licence=LICENCE,
            attribution="Kancelaria Sejmu (api.sejm.gov.pl), with the time of retrieval",
        ),
    ),
    pages=(
        Page(
            name="votings",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/votings",
            parse=read_index,
            evidence="proven",
            description="How many votes there were on each sitting day of the term.",
        ),
        Page(
            name="sitting-votes",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/votings/\d+",
            parse=read_list,
            evidence="constructed",
            description="All votes of a sitting, without ballots; only followed.",
        ),
        Page(
            name="vote",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/votings/\d+/\d+",
            parse=read_vote,
            evidence="proven",
            description="One vote with its ballots.",
            is_leaf=True,
        ),
        Page(
            name="members",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/MP",
            parse=read_members,
            evidence="proven",
            description="Every deputy of the term.",
            is_leaf=True,
        ),
        Page(
            name="clubs",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/clubs",
            parse=read_clubs,
            evidence="proven",
            description="The clubs and circles of today, and their sizes.",
            is_leaf=True,
        ),
        Page(
            name="sittings",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/proceedings",
            parse=read_sittings,
            evidence="proven",
            description="All sittings of the term.",
            is_leaf=True,
        ),
        Page(
            name="sitting",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/proceedings/\d+",
            parse=read_sitting,
            evidence="proven",
            description="One sitting.",
            is_leaf=True,
        ),
        Page(
            name="process",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/processes/[\w-]+",
            parse=read_process,
            evidence="proven",
            description="One bill with its stages.",
        ),
        Page(
            name="print",
            source=SEJM_API,
            pattern=rf"{IN_TERM}/prints/[\w-]+",
            parse=read_print,
            evidence="proven",
            description="One print, with those that were added to it.",
            is_leaf=True,
        ),
        Page(
            name="act",
            source=ELI_API,
            pattern=rf"{re.escape(ELI)}/acts/DU/\d+/\d+",
            parse=read_act,
            evidence="proven",
            description="One act of the Journal of Laws; followed from the tracked act to its bill.",
        ),
    ),
    download_slots={HOST: {"delay": 0.4, "concurrency": 2}},
)
