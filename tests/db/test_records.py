import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_house import LABELS, ballot, bill, list_vote, secret_vote, stage, vote

from db.records import Ballot, Choice, Tally, Vote, count

MEMBER_LABELS = st.lists(st.sampled_from(sorted(LABELS)), max_size=30)


def cast(labels):
    return [ballot(number, label) for number, label in enumerate(labels)]


def test_no_ballots_add_up_to_zeros():
    assert count([]) == Tally(yes=0, no=0, abstain=0, present_not_voting=0, absent=0)


def test_an_unstated_tally_is_unknown_rather_than_0():
    assert msgspec.structs.astuple(Tally()) == (None, None, None, None, None)


def test_each_option_is_counted_in_its_own_figure():
    found = count(cast(["Aye", "Aye", "Nay", "Blank", "Here", "Away"]))
    assert found == Tally(yes=2, no=1, abstain=1, present_not_voting=1, absent=1)


def test_an_excused_member_is_absent():
    assert count(cast(["Excused", "Away"])).absent == 2


@pytest.mark.parametrize("option", ["choice", "secret", "not_recorded"])
def test_a_ballot_that_is_none_of_the_five_is_in_no_figure(option):
    assert count([ballot(1, option=option)]) == count([])


@given(MEMBER_LABELS, MEMBER_LABELS)
def test_the_tally_of_two_groups_is_the_sum_of_their_tallies(first, second):
    both = msgspec.structs.astuple(count(cast(first + second)))
    one, other = (msgspec.structs.astuple(count(cast(labels))) for labels in (first, second))
    assert both == tuple(map(sum, zip(one, other, strict=True)))


@given(MEMBER_LABELS)
def test_the_figures_add_up_to_the_ballots(labels):
    assert sum(msgspec.structs.astuple(count(cast(labels)))) == len(labels) - labels.count("Valid")


@pytest.mark.parametrize("record", [ballot(1), vote(), Tally(), Choice(number=1, label="A")])
def test_a_record_cannot_be_changed(record):
    with pytest.raises(AttributeError):
        setattr(record, record.__struct_fields__[0], "other")


@pytest.mark.parametrize("missing", ["option", "label", "identifier", "family_name", "given_name", "faction"])
def test_a_ballot_without_a_field_is_refused(missing):
    fields = msgspec.structs.asdict(ballot(1))
    del fields[missing]
    with pytest.raises(TypeError, match=missing):
        Ballot(**fields)


def test_a_field_that_no_record_has_is_refused():
    with pytest.raises(msgspec.ValidationError, match="unknown field `vote`"):
        msgspec.convert({"yes": 1, "vote": 2}, Tally)


@pytest.mark.parametrize(
    ("field", "word"), [("method", "telepathic"), ("outcome", "adopted"), ("title", None)]
)
def test_a_word_outside_the_vocabulary_does_not_survive_conversion(field, word):
    told = {**msgspec.to_builtins(vote()), field: word}
    with pytest.raises(msgspec.ValidationError, match=field):
        msgspec.convert(told, Vote)


@pytest.mark.parametrize(
    "record",
    [vote(), secret_vote(), list_vote(), bill(stage(), stage("end", date=None, date_precision="year"))],
)
def test_a_record_survives_being_written_and_read(record):
    assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


def test_the_moment_of_a_vote_keeps_its_zone():
    moment = dt.datetime(2025, 1, 16, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    told = msgspec.json.decode(msgspec.json.encode(vote(time=moment)), type=Vote)
    assert told.time == moment
    assert told.time.utcoffset() == dt.timedelta(hours=2)
