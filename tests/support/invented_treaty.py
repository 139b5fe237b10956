"""Invented states and what they do about treaties, in the form of each source. Nobody did any of it."""

import datetime as dt
import json
from html import escape

import msgspec
from invented_states import INVENTED

from db.conclusions import conclude
from db.identities import Reviewed
from db.records import Participant, State, Treaty, TreatyAction, TreatyPage
from scrapers.pages import Answer
from scrapers.treaties.followed import FOLLOWED, UNODA
from scrapers.treaties.unoda import question

STATES = tuple(State(key=key, name=names[0]) for key, names in INVENTED.items())
BY_KEY = {treaty.key: treaty for treaty in FOLLOWED}

TITLES = {
    "apmbc": "5 . Convention on the Prohibition of Anti-Personnel Mines. Nowhere, 18 September 1997",
    "ccm": "6 . Convention on Cluster Munitions. Nowhere, 30 May 2008",
    "ccw": "2 . Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons",
    "ccw-ap2": "2. b Protocol on Booby-Traps, annexed to the Convention on Prohibitions or Restrictions"
    " on the Use of Certain Conventional Weapons",
}
HEADERS = (
    "Participant",
    "Signature",
    "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)",
)
ROWS = (
    ("Atlantis", "3 Dec 1997", "12 May 2003"),
    ("Brobdingnag", "", "1 Jul 2005 a"),
    ("Cockaigne", "4 Dec 1997", ""),
)
PREFIX = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_"


def table(headers, rows, attributes=""):
    """A table as HTML; a cell that is mark-up already begins with `<`."""
    head = "".join(f"<th>{escape(header)}</th>" for header in headers)
    lines = "".join(
        "<tr>" + "".join(f"<td>{c if '<' in c else escape(c)}</td>" for c in row) + "</tr>" for row in rows
    )
    return f"<table {attributes}><tr>{head}</tr>{lines}</table>"


def status_html(
    rows=ROWS, headers=HEADERS, treaty="apmbc", *, status=None, prefix=PREFIX, link="", title=None
):
    parties = sum(bool(row[-1]) and "[" not in "".join(row) for row in rows)
    line = f"Signatories : 2. Parties : {parties}" if status is None else status
    return (
        "<html><head><title>UNTC</title></head><body><div class='table-responsive'>"
        f"<table><tr><th>Other</th></tr></table></div>"
        f"<span id='{prefix}rptTreaty_ctl00_tcTreaty'>{title or TITLES[treaty]}</span>"
        f"<span id='{prefix}rptStatus_ctl00_tcText'>{line}</span>{link}"
        f"<div class='table-responsive'>{table(headers, rows, f'id={chr(34)}{prefix}tblgrid{chr(34)}')}</div>"
        "</body></html>"
    )


def status_answer(treaty="apmbc", body=None, **changes):
    text = status_html(treaty=treaty, **changes) if body is None else body
    return Answer(url=BY_KEY[treaty].status_page, body=text.encode(), content_type="text/html")


def status_xml(
    rows=ROWS, headers=HEADERS, treaty="apmbc", *, case=str, special=False, parties=None, title=None
):
    table_, cell = ("SpecialTables", "Column") if special else ("Participants", "Entry")

    def tag(name, content):
        return f"<{case(name)}>{content}</{case(name)}>"

    head = "".join(tag("Title", escape(header)) for header in headers)
    lines = "".join(tag("Row", "".join(tag(cell, escape(text)) for text in row)) for row in rows)
    inside = (
        tag("TableHeader", head) + lines
        if special
        else tag("Table", tag("TGroup", tag("THead", head) + tag("Tbody", tag("Rows", lines))))
    )
    external = tag("Titlesect", escape(TITLES[treaty] if title is None else title)) + tag(
        "Status",
        tag("Signatories", "2")
        + tag("Parties", str(sum(bool(row[-1]) for row in rows)) if parties is None else parties),
    )
    return '<?xml version="1.0" encoding="ISO-8859-1"?>' + tag(
        "Treaty", tag("ExternalData", external) + tag(table_, inside)
    )


def xml_answer(treaty="apmbc", body=None, **changes):
    text = status_xml(treaty=treaty, **changes) if body is None else body
    return Answer(url=BY_KEY[treaty].xml, body=text.encode("latin-1"), content_type="text/xml")


ACTION_HEADERS = ("Participant", "Action", "Date of Notification/Deposit", "Date of Effect")
ACTIONS = (
    ("Atlantis", "Signature", "03/12/1997", ""),
    ("Atlantis", "Ratification", "12/05/2003", "01/11/2003"),
    ("Atlantis", "Withdrawal", "27/06/2025", "27/12/2025"),
    ("Brobdingnag", "Communication", "18/07/2025", ""),
)
ACTION_PAGE = "https://treaties.un.org/Pages/showDetails.aspx?objid=0800000280000000&clang=_en"


def action_answer(rows=ACTIONS, headers=ACTION_HEADERS, title=TITLES["apmbc"]):
    body = f"<html><body><span id='ctl00_lblTitle1'>{title}</span>{table(headers, rows)}</body></html>"
    return Answer(url=ACTION_PAGE, body=body.encode(), content_type="text/html")


DUTCH_HEADERS = ("Party", "Signature", "Ratification", "Entry into force", "Renunciation", "Termination")
DUTCH_ROWS = (
    ("Atlantis", "03-12-1997", "12-05-2003 (R)", "01-11-2003", "27-06-2025", "27-12-2025"),
    ("Brobdingnag", "", "01-07-2005 (A)", "01-01-2006", "", ""),
)


def dutch_answer(rows=DUTCH_ROWS, headers=DUTCH_HEADERS):
    body = f"<html><body>{table(headers, rows)}</body></html>"
    return Answer(url=BY_KEY["apmbc"].dutch_page, body=body.encode(), content_type="text/html")


def unoda_state(name, code="XX"):
    country = {"countryname_country_code_2": code, "countryname_official_short_name": name}
    return {"name": name, "country_": {"country_persistent_name": name, "country_country_name": country}}


def unoda_action(name="Atlantis", kind="Ratification", date="2003-05-12 00:00:00", **more):
    return {"id": 1, "date": date, "action_type_": kind, "state": unoda_state(name), **more}


def unoda_answer(*actions, short_name="mine_ban", **changes):
    treaty = {"short_name": short_name, "name": TITLES["apmbc"], "actions_": list(actions), **changes}
    return unoda_says({"data": {"treaty_": {"data": treaty}}}, short_name)


def unoda_says(content, short_name="mine_ban"):
    return Answer(
        url=UNODA,
        body=content if isinstance(content, bytes) else json.dumps(content).encode(),
        content_type="application/json",
        method="POST",
        request_body=question(short_name),
    )


def treaty(**changes):
    """A treaty of nobody, with the rules of the Ottawa Convention."""
    row = {
        "key": "apmbc",
        "name": "Convention on nothing",
        "short_name": "Nothing",
        "mtdsg_no": "XXVI-5",
        "adopted": "1997-09-18",
        "in_force": "1999-03-01",
        "joining_months": 6,
        "joining_from": "first of month",
        "joining_rule": "the sixth month",
        "withdrawal_months": 6,
        "withdrawal_rule": "six months",
        "withdrawal_article": "Article 20",
        "armed_conflict_clause": "not in war",
    }
    return msgspec.convert({**row, **changes}, Treaty)


UN_PAGE = "https://treaties.un.org/Pages/ViewDetails.aspx?mtdsg_no=XXVI-5"
ELSEWHERE = "https://treatydatabase.overheid.nl/en/Treaty/Details/008170_p.html"
LATER = "2025-03-01T10:00:00.000+00:00"
JOINED = dt.date(2003, 5, 12)


def action(state="xa", kind="ratification", date=JOINED, place="un-status", **more):
    key = f"apmbc-{state}-{kind.replace(' ', '-')}-{date}-in-{place}"
    return TreatyAction(key=key, treaty="apmbc", state=state, action=kind, date=date, **more)


def row(state="xa", name="Atlantis", **more):
    joined = {"action": "ratification", "date": JOINED} if "action" not in more else {}
    return Participant(name=name, state=state, **{**joined, **more})


def page(*participants, actions=(), place="un-status", parties=None):
    return TreatyPage(
        treaty="apmbc", place=place, participants=participants, actions=tuple(actions), parties=parties
    )


def settled(house):
    conclude(house.db, Reviewed(same={}, apart={}))
    return house
