"""The claims of the article that readers can check, in our own words, and what the rows here show of each.

A claim has two files. `NUMBER.sql` finds the rows that bear on it up to the day `:as_of`, each with its
source; `NUMBER-finding.sql` puts what those rows show into one sentence. It sees nothing else: they are its
`found`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from sqlite_utils import Database

from db.dossier.facts import DossierError, Text, load_list
from db.rows import Value, replace_rows

ARTICLE = "2025-05-20"
"""The article carries no date: it knows the vote of 8 May 2025, and not yet that of 4 June."""

FILE = "claims.yaml"

Kind = Literal["vote", "statement", "stage", "treaty", "geography", "role", "absence", "opinion"]
"""What a claim is about. `opinion`: no data can settle it, but data can stand around it."""


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim, in our own words."""

    number: Annotated[str, Meta(pattern=r"^[1-9]\d?a?$")]
    kind: Kind
    claim: Text
    settled_by: Text
    """What would settle it."""


def claims() -> tuple[Claim, ...]:
    """All claims in the order of the article.

    Raises:
        DossierError: The file cannot be taken in.
    """
    raw = load_list(FILE, files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    try:
        return msgspec.convert(tuple(raw), tuple[Claim, ...])
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        raise DossierError(FILE, path.strip("`") or "$", "$", problem) from error


def load_claims(db: Database) -> int:
    """Store the claims with their queries, and return how many rows that wrote.

    Raises:
        DossierError: The file cannot be taken in.
    """
    before = db.conn.total_changes
    with db.atomic():
        replace_rows(db, "claims", {(row["number"],): row for row in _rows()})
    return db.conn.total_changes - before


def _rows() -> Iterator[dict[str, Value]]:
    for position, claim in enumerate(claims(), 1):
        query, finding = _sql(claim.number), _sql(f"{claim.number}-finding")
        yield {
            "number": claim.number,
            "position": position,
            "kind": claim.kind,
            "claim": claim.claim,
            "settled_by": claim.settled_by,
            "as_of": ARTICLE,
            "query": query,
            "finding_query": f"WITH found AS MATERIALIZED (\n{query}\n)\n{finding}",
        }


def _sql(name: str) -> str:
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8").strip()
