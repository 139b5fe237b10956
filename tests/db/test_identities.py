"""Reading the reviewed file of who is whom. Everybody in these entries is invented."""

import contextlib
import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from db.dossier.facts import DossierError
from db.identities import FILE, Reviewed, read_identities, reviewed_identities

ONE = {"scheme": "zz-house-1", "identifier": "1"}
OTHER = {"scheme": "zz-house-2", "identifier": "7"}
THIRD = {"scheme": "zz-senate-1", "identifier": "9"}
PAIR = ("zz-house-1-1", "zz-house-2-7")


def entry(**changes):
    row = {
        "same": [ONE, OTHER],
        "reason": "The register of term 2 names the seat in term 1",
        "source_url": "https://house.example/members/7",
        "checked_by": "A. Reviewer",
        "checked": dt.date(2025, 1, 2),
    }
    return {name: value for name, value in {**row, **changes}.items() if value is not None}


def read(*entries):
    return read_identities("a.yaml", yaml.safe_dump(list(entries)))


def problem(*entries):
    with pytest.raises(DossierError) as raised:
        read(*entries)
    return str(raised.value)


def test_one_person_is_a_pair_of_keys_with_its_reason():
    found = read(entry())
    assert found.same[PAIR].reason == "The register of term 2 names the seat in term 1"
    assert found.apart == {}


def test_two_persons_are_a_pair_of_keys():
    found = read(entry(same=None, apart=[OTHER, ONE]))
    assert list(found.apart) == [PAIR]
    assert found.same == {}


def test_three_identifiers_are_three_pairs():
    assert len(read(entry(same=[ONE, OTHER, THIRD])).same) == 3


def test_an_empty_list_says_nothing():
    assert read() == Reviewed({}, {})


@pytest.mark.parametrize("field", ["reason", "source_url", "checked_by", "checked"])
def test_a_missing_field_names_file_entry_and_field(field):
    assert problem(entry(), entry(**{field: None})).startswith("a.yaml: entry 2: $")
    assert f"`{field}`" in problem(entry(**{field: None}))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"source_url": "http://house.example"}, "$.source_url"),
        ({"reason": ""}, "$.reason"),
        ({"checked_by": 7}, "$.checked_by"),
        ({"checked": "soon"}, "$.checked"),
        ({"same": [ONE, {"scheme": "zz-house-2", "identifier": 7}]}, "$.same[1].identifier"),
        ({"same": [ONE, {"scheme": "zz-house-2"}]}, "$.same[1]"),
        ({"same": [ONE, {**OTHER, "name": "Member 007"}]}, "$.same[1]"),
    ],
)
def test_a_wrong_value_is_named_by_its_path(changes, field):
    assert problem(entry(**changes)).startswith(f"a.yaml: entry 1: {field}: ")


def test_a_misspelt_field_is_an_error():
    assert "unknown field `same_as`" in problem(entry(same_as=[ONE]))


def test_an_entry_says_one_thing():
    assert "exactly one of same and apart" in problem(entry(apart=[ONE, OTHER]))
    assert "exactly one of same and apart" in problem(entry(same=None))


@pytest.mark.parametrize("identifiers", [[ONE], [ONE, ONE], [ONE, OTHER, ONE]])
def test_an_entry_is_about_several_identifiers_each_once(identifiers):
    assert "two or more identifiers, each once" in problem(entry(same=identifiers))


def test_an_entry_is_about_one_country():
    assert "several countries" in problem(entry(same=[ONE, {"scheme": "yy-house", "identifier": "1"}]))


@pytest.mark.parametrize("kind", ["same", "apart"])
def test_two_entries_about_one_pair_are_an_error(kind):
    again = entry(**{"same": None, kind: [OTHER, ONE]})
    expected = f"a.yaml: entry 2: {kind}: another entry is about zz-house-1-1 and zz-house-2-7 too"
    assert problem(entry(), again) == expected


@pytest.mark.parametrize("text", ["", "same: []", "7"])
def test_what_is_not_a_list_is_an_error(text):
    with pytest.raises(DossierError, match=r"a\.yaml: whole file: \$: not a list of entries"):
        read_identities("a.yaml", text)


@given(st.text() | st.from_type(dict).map(lambda raw: yaml.safe_dump([raw])))
def test_whatever_the_file_holds_it_is_read_or_a_named_error(text):
    with contextlib.suppress(DossierError):
        assert isinstance(read_identities("a.yaml", text), Reviewed)


def test_the_file_of_the_project_can_be_taken_in():
    assert isinstance(reviewed_identities(), Reviewed)
    assert FILE == "identities.yaml"
