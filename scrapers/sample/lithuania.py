"""The Seimas's answers, written from the facts: two votes of its old site with all ballots.

Totals are counted from the ballots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from scrapers.sample.tables import Row, rows

SITE = "http://www3.lrs.lt/pls/inter"
ENCODING = "windows-1257"
COLUMNS = ("Už", "Prieš", "Susil.")
"""The columns of crosses. Where no column has one, no ballot was cast."""


def answers() -> Iterator[tuple[str, bytes]]:
    """Each answer with its address."""
    for vote in rows("lithuania", "votes"):
        items, ballots = (_of(table, vote) for table in ("items", "ballots"))
        page = _page(vote, items, ballots)
        yield f"{SITE}/w5_sale.bals?p_bals_id={vote['id']}", page.encode(ENCODING)


def _of(table: str, vote: Row) -> list[Row]:
    return [row for row in rows("lithuania", table) if row["vote"] == vote["id"]]


def _page(vote: Row, items: list[Row], ballots: list[Row]) -> str:
    title = "<title>Lietuvos Respublikos Seimas - Balsavimo rezultatai</title>"
    return (
        f'<html lang="lt"><head>{title}</head>\n<body>\n{_sitting(vote)}'
        f"<ol>\n{''.join(map(_item, items))}</ol>\n{_said(vote, ballots)}{_table(vote, ballots)}"
        "</body>\n</html>\n"
    )


def _sitting(vote: Row) -> str:
    address = f"w5_sale.fakt_pos?p_fakt_pos_id={vote['sitting']}"
    name = f'<a href="{address}">Seimo posėdis Nr. {vote["number"]}</a>'
    return f"<b>{name} ({vote['day']}, {vote['kind']})</b>\n"


def _item(row: Row) -> str:
    address = f"w5_sale.klaus_stadija?p_svarst_kl_stad_id={row['question']}"
    title = escape(row["title"], quote=False)
    return f'<li><b><a href="{address}">{title}</a></b>; {row["stage"]}</li>\n'


def _said(vote: Row, ballots: list[Row]) -> str:
    found = Counter(ballot["cross"] for ballot in ballots)
    yes, no, abstain = (found[column] for column in COLUMNS)
    return (
        f"Formuluotė: <b>{escape(vote['question'])}</b><br>\nBalsavimo laikas: <b>{vote['clock']}</b><br>\n"
        f"Balsavo Seimo narių: <b>{yes + no + abstain}</b> iš <b>{len(ballots)}</b>.<br>\n"
        f"Balsavimo rezultatai: už - <b>{yes}</b>, prieš - <b>{no}</b>, susilaikė - <b>{abstain}</b>,"
        f" <b>{vote['outcome']}</b>.<br>\n"
    )


def _table(vote: Row, ballots: list[Row]) -> str:
    names = "".join(f"<th>{name}</th>" for name in ("Seimo narys(-ė)", "Frakcija", *COLUMNS))
    found = "".join(_ballot(ballot, vote["term"]) for ballot in ballots)
    return f'<table class="basic">\n<tr>{names}</tr>\n{found}</table>\n'


def _ballot(row: Row, term: str) -> str:
    address = f"w5_show?p_a=5&amp;p_asm_id={row['member']}&amp;p_kade_id={term}"
    marks = ("+" if row["cross"] == column else "" for column in COLUMNS)
    cells = "".join(f"<td>{cell}</td>" for cell in (row["faction"], *marks))
    return f'<tr><td><a href="{address}">{row["name"]}</a></td>{cells}</tr>\n'
