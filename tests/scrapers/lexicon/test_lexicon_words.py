"""Every language, on inflected and derived forms and on words that only look alike."""

from pathlib import Path

import pytest
import yaml

from scrapers.lexicon import find_topics, is_about, languages

WORDS = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))


def found(kind, language):
    return [text for text in WORDS[language][kind] if is_about(find_topics(text, language))]


def test_every_language_has_ten_forms_and_twelve_distractors():
    assert tuple(sorted(WORDS)) == languages()
    for words in WORDS.values():
        assert (len(set(words["forms"])), len(set(words["distractors"]))) == (10, 12)


@pytest.mark.parametrize("language", WORDS)
def test_every_form_is_found(language):
    assert found("forms", language) == WORDS[language]["forms"]


@pytest.mark.parametrize("language", WORDS)
def test_no_distractor_is_found(language):
    assert found("distractors", language) == []


OTHER_MINES = {
    "lt": ("prieštankinės minos", "jūrines minas"),
    "lv": ("prettanku mīnas", "jūras mīnu"),
    "et": ("tankitõrjemiinid", "meremiine"),
    "pl": ("miny przeciwpancerne", "min morskich"),
    "fi": ("panssarimiinoja", "merimiinat"),
    "sv": ("stridsvagnsminor", "sjöminor"),
    "en": ("anti-tank mines", "naval mines"),
}


@pytest.mark.parametrize("language", OTHER_MINES)
def test_mines_at_sea_and_against_tanks_are_told_apart(language):
    for text in OTHER_MINES[language]:
        assert [hit.topic for hit in find_topics(text, language)] == ["other mines"], text


TOGETHER = {
    "lt": "priešpėstinių ir prieštankinių minų",
    "lv": "kājnieku un prettanku mīnas",
    "et": "jala- ja tankitõrjemiinid",
    "pl": "min przeciwpancernych i przeciwpiechotnych",
    "fi": "jalkaväki- ja panssarimiinat",
    "en": "anti-personnel and anti-tank mines",
}


@pytest.mark.parametrize("language", TOGETHER)
def test_both_kinds_named_in_one_breath_are_both_found(language):
    topics = {hit.topic for hit in find_topics(TOGETHER[language], language)}
    assert topics == {"anti-personnel mines", "other mines"}


CONVENTIONS = {
    "lt": ("Konvencija dėl kasetinių šaudmenų", "konvencija dėl tam tikrų įprastinių ginklų"),
    "lv": ("Konvencija par kasešu munīciju", "Konvencija par noteiktu parasto ieroču lietošanu"),
    "et": ("kobarlaskemoona konventsioon", "teatavate tavarelvade konventsioon"),
    "pl": (
        "konwencja o amunicji kasetowej",
        "konwencja o niektórych rodzajach i niektórych broni konwencjonalnych",
    ),
    "fi": ("rypäleaseita koskeva yleissopimus", "tiettyjen tavanomaisten aseiden käyttö"),
    "sv": ("konventionen om klusterammunition", "vissa konventionella vapen"),
    "en": ("Convention on Cluster Munitions", "certain conventional weapons"),
}


@pytest.mark.parametrize("language", CONVENTIONS)
def test_the_other_treaties_are_found_by_their_names(language):
    cluster, certain = CONVENTIONS[language]
    assert {hit.topic for hit in find_topics(cluster, language)} == {
        "cluster munitions",
        "Convention on Cluster Munitions",
    }
    assert {hit.topic for hit in find_topics(certain, language)} == {"CCW"}


def test_oslo_is_the_convention_only_beside_the_weapon():
    topics = {hit.topic for hit in find_topics("Oslon sopimus kieltää rypäleaseet", "fi")}
    assert "Convention on Cluster Munitions" in topics
    assert find_topics("Oslon sopimus ja rauha", "fi") == ()
