import sys
from types import ModuleType

import pytest

from db.slugs import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("HE 74/2023", "he-74-2023"),
        ("Zilā frakcija", "zila-frakcija"),
        ("Łódź", "lodz"),
        ("Õun", "oun"),
        ("", ""),
    ],
)
def test_a_slug_has_small_plain_letters_and_hyphens(text, slug):
    assert slugify(text) == slug


def test_what_a_slug_keeps_can_be_told():
    assert slugify("Ei millegi 2.0", regex_pattern=r"[^-a-z0-9.]+") == "ei-millegi-2.0"


def test_slugs_do_not_change_with_what_else_is_installed(monkeypatch):
    other = ModuleType("unidecode")
    other.unidecode = lambda text: "other"
    monkeypatch.setitem(sys.modules, "unidecode", other)
    assert slugify("Zilā") == "zila"
