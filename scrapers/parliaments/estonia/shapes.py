"""How the first live answer of a page that was built without one differs from what the contract promises.

A difference is told by its name and nothing else is done: what a record needs is required where it is read.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from scrapers.pages import Answer

VOTING = """
    uuid votingNumber type.code type.value description startDateTime endDateTime present absent inFavor
    against neutral abstained relatedDraft.uuid relatedDraft.title relatedDraft.mark
    relatedDraft.copyOrOriginal relatedDocument.uuid relatedDocument.reference relatedDocument.title
    relatedDocument.documentType relatedDocument.created relatedDocument.copyOrOriginal
"""
DETAIL = """
    sitting.uuid sitting.reference sitting.title sitting.volumeType sitting.created sitting.copyOrOriginal
    sitting.draft chairman.uuid chairman.fullName chairman.lastName chairman.firstName chairman.active
    chairman.upn voters[].uuid voters[].fullName voters[].lastName voters[].firstName voters[].active
    voters[].upn voters[].faction.uuid voters[].faction.name voters[].faction.active
    voters[].decision.code voters[].decision.value
"""
FOUND = """
    uuid title mark copyOrOriginal membership draftTypeCode activeDraftStage activeDraftStatus
    proceedingStatus activeDraftStatusDate leadingCommittee initiated amendmentsDeadline
"""

SHAPES = {
    "vote": frozenset(f"{VOTING} {DETAIL}".split()),
    "votings": frozenset(
        {f"[].{name}" for name in ("uuid", "title", "membership", "sittingDateTime")}
        | {f"[].votings[].{name}" for name in VOTING.split()}
    ),
    "draft-search": frozenset(
        {f"page.{name}" for name in ("size", "totalElements", "totalPages", "number")}
        | {f"_embedded.content[].{name}" for name in FOUND.split()}
    ),
}
"""The names that the contract, version 2.21.5, has in the answers of our constructed pages."""

REQUIRED = {
    "vote": frozenset({"uuid", "type.code", "present", "absent", "voters[].uuid", "voters[].decision.code"}),
    "votings": frozenset({"[].title", "[].membership"}),
    "draft-search": frozenset({"page.totalElements"}),
}
"""Those that every such answer should have; anything else may be empty at times."""


def differences(page: str, answer: Answer) -> list[str]:
    """The names that a constructed page's answer has and should not have, and the other way round.

    There are none in what is not JSON: whoever reads it will say so.
    """
    if page not in SHAPES:
        return []
    try:
        found = set(_names("", msgspec.json.decode(answer.body)))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return []
    unknown = {name for name in found if not _is_promised(name, SHAPES[page])}
    missing = {name for name in REQUIRED[page] if name not in found}
    return [f"unknown: {name}" for name in sorted(unknown)] + [f"missing: {name}" for name in sorted(missing)]


def _names(path: str, value: object) -> Iterator[str]:
    """The paths of all values but links and nothings; of a list they are those of its members together."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name != "_links":
                yield from _names(f"{path}.{name}".lstrip("."), part)
    elif isinstance(value, list):
        for part in value:
            yield from _names(f"{path}[]", part)
    elif value is not None:
        yield path


def _is_promised(name: str, shape: frozenset[str]) -> bool:
    """Whether the name or one that it lies within is in the contract."""
    parts = name.split(".")
    return any(".".join(parts[:length]) in shape for length in range(1, len(parts) + 1))
