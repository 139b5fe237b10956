"""What follows from the stored rows, worked out once a run has ended.

Each step depends on the rows alone, never on the order in which they came; on settled rows it writes nothing.
"""

from __future__ import annotations

from sqlite_utils import Database

from db.actions import settle_actions
from db.identities import Reviewed
from db.outlines import settle_outlines
from db.registrations import split_empty_ballots
from db.settling import settle_identities
from db.speakers import settle_speeches
from db.timeline import settle_timeline
from db.twins import join_twins


def conclude(db: Database, reviewed: Reviewed) -> None:
    """Find out who is whom, who spoke, who was there without voting, what was told twice, and what came when.

    A writer that was made before must not be used afterwards: rows have moved.
    """
    settle_identities(db, reviewed)
    with db.atomic():
        settle_outlines(db)
        settle_speeches(db)
        split_empty_ballots(db)
        join_twins(db)
        settle_actions(db)
        settle_timeline(db)
