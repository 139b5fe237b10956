import pytest
from hypothesis import given, strategies

from scrapers.parliaments.estonia.spoken import spoken_tally


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Selle poolt hääletas 80 liiget, vastu 2, erapooletuid 0. Eelnõu on vastu võetud.", (80, 2, 0)),
        ("Poolt on 50 Riigikogu liiget, vastu 20, erapooletuid 0.", (50, 20, 0)),
        ("Poolt hääletas 15 Riigikogu liiget, vastu 60, erapooletuid ei olnud.", (15, 60, 0)),
        ("Ettepaneku poolt hääletas 42 liiget, vastu oli 9 ja erapooletuid ei olnud.", (42, 9, 0)),
        ("Ettepaneku poolt on 13 Riigikogu liiget, vastu 45, erapooletuid ei ole.", (13, 45, 0)),
        ("Ettepaneku poolt on 41 Riigikogu liiget, vastu 11. Ettepanek leidis toetust.", (41, 11, None)),
        ("Tulemusega 40 poolt, 11 vastu ja erapooletuid ei ole, leidis see toetust.", (40, 11, 0)),
        ("Nii. Tulemusega poolt 40, erapooletuid 1 ja vastuhääli ei ole, leidis see toetust.", (40, 0, 1)),
        ("Päevakorra poolt on 82 liiget, vastuolijaid ja erapooletuid ei ole.", (82, 0, 0)),
        ("Selle poolt on 82 liiget, vastuolijaid ega erapooletuid ei ole.", (82, 0, 0)),
        ("13. muudatusettepaneku poolt oli 7 Riigikogu liiget, vastu 49, erapooletuid 1.", (7, 49, 1)),
    ],
)  # fmt: skip
def test_a_tally_is_read_out_in_many_ways(text, figures):
    tally = spoken_tally(text)
    assert (tally.yes, tally.no, tally.abstain) == figures
    assert (tally.present_not_voting, tally.absent) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ettepanek leidis toetust.",
        "Vastu 3, erapooletuid 0.",
        "Aitäh! Palun! Jah! Selle poolt hääletas 81 liiget.",
        "Fraktsiooni poolt palun 3 minutit.",
    ],
)
def test_what_is_no_tally_gives_none(text):
    assert spoken_tally(text) is None


@given(strategies.text(max_size=200))
def test_whatever_is_said_is_read_or_left(text):
    spoken_tally(text)


@given(strategies.integers(0, 101), strategies.integers(0, 101), strategies.integers(0, 101))
def test_every_figure_is_read_in_its_place(yes, no, abstain):
    tally = spoken_tally(f"Selle poolt hääletas {yes} Riigikogu liiget, vastu {no}, erapooletuid {abstain}.")
    assert (tally.yes, tally.no, tally.abstain) == (yes, no, abstain)
