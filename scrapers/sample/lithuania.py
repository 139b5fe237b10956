"""Votes of the Seimas, written from the facts as the old site shows them: in its HTML and its encoding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from scrapers.sample.tables import Row, rows

SITE = "http://www3.lrs.lt/pls/inter"
COLUMNS = ("Už", "Prieš", "Susil.")


def answers() -> Iterator[tuple[str, bytes]]:
    """Each page with its address."""
    items, ballots = rows("lithuania", "items"), rows("lithuania", "ballots")
    for vote in rows("lithuania", "votes"):
        page = _page(
            vote,
            [row for row in items if row["vote"] == vote["vote"]],
            [row for row in ballots if row["vote"] == vote["vote"]],
        )
        yield f"{SITE}/w5_sale.bals?p_bals_id={vote['vote']}", page.encode("windows-1257")


def _page(vote: Row, items: list[Row], ballots: list[Row]) -> str:
    title = "Lietuvos Respublikos Seimas - Balsavimo rezultatai"
    sitting = f"Seimo posėdis Nr. {vote['number']} ({vote['day']}, {vote['kind']})"
    heading = f'<a href="w5_sale.fakt_pos?p_fakt_pos_id={vote["sitting"]}">{sitting}</a>'
    listed = "".join(map(_item, items))
    table = f'<table class="basic"><tr>{_headings()}</tr>{"".join(map(_ballot, ballots))}</table>'
    return (
        f"<html><head><title>{title}</title></head><body><h3>{heading}</h3>\n<ol>{listed}</ol>"
        f"{_said(vote, ballots)}{table}</body></html>"
    )


def _item(row: Row) -> str:
    address = f"w5_sale.klaus_stadija?p_svarst_kl_stad_id={row['question']}"
    return f'<li><b><a href="{address}">{escape(row["title"])}</a></b>; {row["stage"]}</li>'


def _said(vote: Row, ballots: list[Row]) -> str:
    cast = Counter(row["label"] for row in ballots)
    voted = sum(cast[label] for label in COLUMNS)
    return (
        f"Formuluotė: <b>{escape(vote['question'])}</b><br>\n"
        f"Balsavimo laikas: <b>{vote['clock']}</b><br>\n"
        f"Balsavo Seimo narių: <b>{voted}</b> iš <b>{len(ballots)}</b>.<br>\n"
        f"Balsavimo rezultatai: už - <b>{cast['Už']}</b>, prieš - <b>{cast['Prieš']}</b>,"
        f" susilaikė - <b>{cast['Susil.']}</b>, <b>{vote['outcome']}</b>.<br>\n"
    )


def _headings() -> str:
    return "".join(f"<th>{name}</th>" for name in ("Seimo narys(-ė)", "Frakcija", *COLUMNS))


def _ballot(row: Row) -> str:
    who = f"p_asm_id={row['member']}&amp;p_kade_id={row['term']}"
    address = f"{SITE}/w5_show?p_r=6113&amp;p_k=1&amp;p_a=5&amp;{who}"
    crosses = "".join(f"<td>{'+' if row['label'] == label else ''}</td>" for label in COLUMNS)
    name = escape(f"{row['family']} {row['given']}")
    return f'<tr><td><a href="{address}">{name}</a></td><td>{escape(row["faction"])}</td>{crosses}</tr>'
