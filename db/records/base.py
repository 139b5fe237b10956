"""What every record is."""

from __future__ import annotations

from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every record has in common: it is immutable and its fields are named, and has no others."""
