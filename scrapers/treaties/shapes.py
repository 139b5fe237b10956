"""The names that live answers should have, by the handbook; no recorded answer exists."""

from __future__ import annotations

from collections.abc import Iterator

from scrapers.shapes import Shape, json_names, xml_names

XML = """
    treaty chapter name externaldata titlesect conclusion eif labeltext registration status signatories
    parties treatytext text participants table tgroup tbody rows row entry title specialtables
    tableheader column declarations declaration participant objections declarationsunderarticle notifications
    territorialapplications endnotes text/@type
"""

UNODA = """
    id short_name name full_name count_sig_states count_states_parties actions_[].id actions_[].date
    actions_[].note actions_[].type actions_[].action_type_ actions_[].state actions_[].objections_
"""

FOUND = "data.treaty_.data"


def lower_names(body: bytes) -> Iterator[str]:
    """The names of an XML answer without their case."""
    return (name.lower() for name in xml_names(body))


XML_SHAPE = Shape(
    names=lower_names,
    known=frozenset(XML.split()),
    required=frozenset({"externaldata", "titlesect", "parties", "row"}),
)

UNODA_SHAPE = Shape(
    names=json_names, known=frozenset({FOUND, *(f"{FOUND}.{name}" for name in UNODA.split())} - {FOUND})
)
"""An answer may hold no treaty, so that no name is required."""
