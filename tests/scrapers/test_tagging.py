"""Tags come from the words that are stored, whatever came first, and a person's tags stay."""

import datetime as dt
from contextlib import closing

import pytest
from blank import blank_database
from invented_house import DAY, House
from msgspec import structs

from db.records import AgendaItem, Bill, Debate, Speech, SpeechText, Statement
from scrapers.lexicon import find_arguments, languages
from scrapers.tagging import tag_and_index

ABOUT = "Jalaväemiinid heidutavad vaenlast ja kaitsevad meie riigi julgeolekut."
NOT_ABOUT = "Meie julgeolekuolukord on halvenenud, Venemaa on oht."
ITEM = AgendaItem(key="zz-item-1", position=1, title="On leaving", bills=("zz-bill-7",))
BILL = Bill(key="zz-bill-7", chamber="zz-house", number="7", title="De nihilo", is_tracked=True)


@pytest.fixture
def house():
    with closing(blank_database()) as db:
        yield House(db)


def debate(text, language="et"):
    speech = Speech(
        key="zz-turn-1",
        position=1,
        item="zz-item-1",
        date=DAY,
        speaker="Member 017",
        capacity="member",
        language=language,
        text=text,
    )
    return Debate(
        sitting="zz-sitting", chamber="zz-house", term="zz-house-1", items=(ITEM,), speeches=(speech,)
    )


def tags(house, scheme="topic"):
    tag_and_index(house.db)
    return [
        tag for (tag,) in house.rows("SELECT DISTINCT tag FROM tags WHERE scheme = ? ORDER BY tag", scheme)
    ]


def test_a_turn_has_its_topics_each_with_rule_and_words(house):
    house.says(debate(ABOUT))
    assert tags(house) == ["anti-personnel mines"]
    assert house.rows("SELECT rule, words FROM tags WHERE scheme = 'topic'") == [
        ("et-ap-mines", "Jalaväemiinid")
    ]


def test_a_turn_about_the_subject_has_its_arguments(house):
    house.says(debate(ABOUT))
    assert "security/deterrence" in tags(house, "argument")


def test_a_turn_about_something_else_has_none(house):
    house.says(debate(NOT_ABOUT))
    assert tags(house, "argument") == tags(house) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_under_an_item_of_a_tracked_bill_arguments_count_whichever_came_first(house, order):
    for place in order:
        house.says((debate(NOT_ABOUT), BILL)[place])
        tag_and_index(house.db)
    assert tags(house) == []
    assert tags(house, "argument") == ["security/deterrence"]


def test_they_go_when_the_bill_is_not_tracked_any_more(house):
    house.says(debate(NOT_ABOUT), BILL)
    tag_and_index(house.db)
    house.says(structs.replace(BILL, is_tracked=False))
    assert tags(house, "argument") == []


def test_a_withheld_tag_is_never_stored(house):
    house.says(debate("Jalaväemiinid on odavad, nende hind on väike ja kulud on madalad."), BILL)
    assert "cost" not in tags(house, "argument")
    assert house.row(
        "SELECT withheld IS NOT NULL FROM tag_languages WHERE tag = 'cost' AND language = 'et'"
    ) == (1,)


SAID = {
    "et": "Jalaväemiinid heidutavad vaenlast ja kaitsevad meie riigi julgeolekut.",
    "en": "Anti-personnel mines deter an attack and strengthen the security of the country.",
    "lt": "Priešpėstinės minos atgraso priešą ir stiprina šalies saugumą.",
    "lv": "Kājnieku mīnas attur ienaidnieku un stiprina valsts drošību.",
    "pl": "Miny przeciwpiechotne odstraszają wroga i wzmacniają bezpieczeństwo państwa.",
    "fi": "Jalkaväkimiinat vahvistavat pelotetta ja Suomen turvallisuutta.",
    "sv": "Personminor avskräcker fienden och stärker landets säkerhet.",
}
"""The same argument in every language: its rule finds it in all, and is proven in two."""
PROVEN = ("et", "en")


def release(language, text):
    return Statement(
        key="zz-1", country=None, date=DAY, channel="press", language=language,
        url="https://ministry.example/1", text=text,
    )  # fmt: skip


@pytest.mark.parametrize("language", PROVEN)
def test_a_press_statement_is_tagged_by_a_proven_rule_like_a_turn(house, language):
    house.says(release(language, SAID[language]))
    assert tags(house, "argument") == ["security/deterrence"]
    assert house.row("SELECT DISTINCT subject_key, basis FROM tags") == ("zz-1", "rule")


@pytest.mark.parametrize("language", [language for language in SAID if language not in PROVEN])
def test_in_a_press_statement_arguments_are_withheld_where_no_rule_is_proven(house, language):
    found = find_arguments(SAID[language], language, also_withheld=True)
    assert "security/deterrence" in {hit.argument for hit in found}
    house.says(release(language, SAID[language]))
    assert tags(house, "argument") == []
    assert "anti-personnel mines" in tags(house)
    withheld = (
        "SELECT withheld NOT NULL FROM tag_languages WHERE tag = 'security/deterrence' AND language = ?"
    )
    assert house.row(withheld, language) == (1,)


def test_a_press_statement_about_something_else_has_no_argument(house):
    house.says(release("et", NOT_ABOUT))
    assert tags(house, "argument") == []


@pytest.mark.parametrize("language", [None, "la"])
def test_without_a_known_language_there_are_no_tags(house, language):
    house.says(debate(ABOUT, language))
    assert tags(house) == []


def test_words_that_come_later_and_words_that_change_are_tagged_anew(house):
    house.says(debate(None))
    assert tags(house) == []
    house.says(SpeechText(key="zz-turn-1", language="et", text=ABOUT))
    assert tags(house) == ["anti-personnel mines"]
    house.says(SpeechText(key="zz-turn-1", language="et", text=NOT_ABOUT))
    assert tags(house) == []


def test_a_sample_that_gives_way_leaves_no_tag(house):
    house.says(debate(NOT_ABOUT))
    house.says(debate(ABOUT), origin="sample")
    assert tags(house) == []


def test_tags_of_a_reader_stay_beside_those_of_rules(house):
    house.says(
        Statement(
            key="zz-1",
            country=None,
            date=dt.date(2025, 1, 15),
            channel="press",
            language="en",
            url="https://ministry.example/1",
            text="The anti-personnel mines deter an attack.",
            arguments=("cost",),
        )
    )
    assert "anti-personnel mines" in tags(house)
    assert house.rows("SELECT basis FROM tags WHERE tag = 'cost'") == [("curated",)]


def test_settling_again_writes_nothing(house):
    house.says(debate(NOT_ABOUT), BILL)
    tag_and_index(house.db)
    before = house.db.conn.total_changes
    tag_and_index(house.db)
    assert house.db.conn.total_changes == before


def test_every_tag_is_said_to_be_looked_for_or_withheld_in_every_language(house):
    tag_and_index(house.db)
    assert house.row("SELECT count(*) FROM tag_languages") == (len(languages()) * 14,)
