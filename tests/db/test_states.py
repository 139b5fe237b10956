"""States are known by reviewed names only."""

from collections import Counter

import pytest

from db.states import UnknownStateError, expect_state, fold, state_called, state_names, states


def test_a_state_is_found_by_each_name_it_had():
    assert {state_called(name) for name in ("T\u00fcrkiye", "Turkey", "TURKEY")} == {"tr"}
    assert state_called("Czech Republic") == state_called("Czechia") == "cz"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("United Kingdom of Great Britain and Northern Ireland", "gb"),
        ("C\u00f4te d\u2019Ivoire", "ci"),
        ("Holy See", "va"),
        ("Cook Islands", "ck"),
        ("Niue", "nu"),
        ("State of Palestine", "ps"),
    ],
)
def test_names_of_the_un_are_known(name, key):
    assert state_called(name) == key


@pytest.mark.parametrize("name", ["Lilliput", "", "Esto", "Korea"])
def test_an_unknown_name_is_never_guessed(name):
    with pytest.raises(UnknownStateError, match=r"no name of a state in db/states\.yaml"):
        state_called(name)


def test_an_unknown_code_is_an_error():
    with pytest.raises(UnknownStateError):
        expect_state("zz")
    expect_state("no")


def test_no_name_means_two_states():
    times = Counter(fold(name.key) for name in state_names())
    assert [name for name, number in times.items() if number > 1] == []


def test_codes_are_two_small_letters_and_all_are_text():
    assert all(
        isinstance(state.key, str) and len(state.key) == 2 and state.key.islower() for state in states()
    )
    assert {"no", "va", "ck", "nu", "ps", "eu"} <= {state.key for state in states()}
