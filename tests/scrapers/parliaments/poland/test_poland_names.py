import pytest

from scrapers.parliaments.poland.names import split_name, split_printed


@pytest.mark.parametrize(
    ("full", "names"),
    [
        ("Member Seventeen", ("Member", "Seventeen")),
        ("Member Second Seventeen", ("Member Second", "Seventeen")),
        ("Member Seventeen-Eighteen", ("Member", "Seventeen-Eighteen")),
        ("Member Seventeen vel Eighteen", ("Member", "Seventeen vel Eighteen")),
        ("Member Seventeen van Eighteen", ("Member", "Seventeen van Eighteen")),
        ("Seventeen", ("", "Seventeen")),
    ],
)
def test_a_name_in_full_is_given_names_and_a_surname_that_may_hold_a_particle(full, names):
    assert split_name(full) == names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("M. Seventeen", ("M.", "Seventeen")),
        ("M.S. Seventeen-Eighteen", ("M.S.", "Seventeen-Eighteen")),
        ("M. S.  Seventeen", ("M. S.", "Seventeen")),
        ("Ł. Seventeen vel Eighteen", ("Ł.", "Seventeen vel Eighteen")),
    ],
)
def test_a_printed_name_is_initials_and_a_surname(printed, names):
    assert split_printed(printed) == names


@pytest.mark.parametrize("printed", ["", "Member Seventeen", "M.", "17. Member", "Seventeen M."])
def test_anything_else_is_no_printed_name(printed):
    assert split_printed(printed) is None
