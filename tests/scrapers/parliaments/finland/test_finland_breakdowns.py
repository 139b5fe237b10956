"""The parts of a tally become rows, under the labels that ballots carry."""

from invented_eduskunta import answer, ballot, read, share, vote

from db.records import Tally

PATH = "taysistunnot/aanestykset/2025-3-2"


def parts(wire):
    found = read(answer(PATH, wire))[-1]
    return {(part.kind, part.label): part.tally for part in found.breakdowns}


def test_every_group_has_its_part_under_the_label_of_its_ballots():
    cast = [ballot(1, "Jaa"), ballot(2, "Ei"), ballot(3, "Jaa", "green")]
    found = parts(vote(*cast))
    assert found["faction", "blue"] == Tally(yes=1, no=1, abstain=0, absent=0)
    assert found["faction", "green"] == Tally(yes=1, no=0, abstain=0, absent=0)


def test_government_and_opposition_are_parts_too():
    cast = [ballot(1, "Jaa"), ballot(2, "Ei")]
    sides = [share("Hallitus", cast[:1]), share("Oppositio", cast[1:])]
    found = parts(vote(*cast, hallitusoppositioJakaumat=sides))
    assert found["side", "Hallitus"] == Tally(yes=1, no=0, abstain=0, absent=0)
    assert found["side", "Oppositio"] == Tally(yes=0, no=1, abstain=0, absent=0)


def test_a_group_named_otherwise_in_its_ballots_keeps_its_name():
    cast = [ballot(1, "Jaa")]
    found = parts(vote(*cast, eduskuntaryhmaJakaumat=[share("Toinen ryhmä", cast)]))
    assert ("faction", "Toinen ryhmä") in found
