"""What the contract, version 2.21.5, has in the answers of the pages that were built without one."""

from __future__ import annotations

from collections.abc import Iterator

from scrapers.shapes import Shape, json_names

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


def names(body: bytes) -> Iterator[str]:
    """The paths of all values but links."""
    return (name for name in json_names(body) if "_links" not in name.split("."))


SHAPES = {
    "vote": Shape(
        names=names,
        known=frozenset(f"{VOTING} {DETAIL}".split()),
        required=frozenset(
            {"uuid", "type.code", "present", "absent", "voters[].uuid", "voters[].decision.code"}
        ),
    ),
    "votings": Shape(
        names=names,
        known=frozenset(
            {f"[].{name}" for name in ("uuid", "title", "membership", "sittingDateTime")}
            | {f"[].votings[].{name}" for name in VOTING.split()}
        ),
        required=frozenset({"[].title", "[].membership"}),
    ),
    "draft-search": Shape(
        names=names,
        known=frozenset(
            {f"page.{name}" for name in ("size", "totalElements", "totalPages", "number")}
            | {f"_embedded.content[].{name}" for name in FOUND.split()}
        ),
        required=frozenset({"page.totalElements"}),
    ),
}
"""By the names of the pages. Every such answer has what is required; the rest may be empty at times."""
