"""Reading and checking the rules."""

import pytest
import yaml

from scrapers.lexicon import ARGUMENTS, TOPICS, LexiconError, languages, lexicon
from scrapers.lexicon.rules import read_lexicon
from scrapers.lexicon.tables import rule_table


def lexicon_file(**changes):
    """An invented language in which mines are called blips."""
    rules = {
        "language": "xx",
        "name": "Invented",
        "topics": {topic: [] for topic in TOPICS},
        "arguments": {argument: {"rules": []} for argument in ARGUMENTS},
    }
    return yaml.safe_dump(rules | changes)


def with_rules(*rules, **changes):
    topics = {topic: [] for topic in TOPICS} | {"anti-personnel mines": list(rules)}
    return lexicon_file(topics=topics, **changes)


RULE = {"id": "xx-blip", "words": ["blip*"]}


def test_a_file_is_read():
    assert [rule.id for rule in read_lexicon(with_rules(RULE), "xx").lexicon.rules()] == ["xx-blip"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: [", "xx: "),
        ("[]", "xx: Expected `object`"),
        (lexicon_file(surplus=1), "unknown field `surplus`"),
        (with_rules({**RULE, "pattern": "b"}), "unknown field `pattern`"),
        (with_rules(RULE, RULE), "'xx-blip' is the id of 2 rules"),
        (with_rules({**RULE, "id": "yy-blip"}), "'yy-blip' does not begin with the language"),
        (with_rules({**RULE, "needs": "war"}), "'xx-blip' needs 'war', which is no context"),
        (with_rules({**RULE, "words": []}), "'xx-blip' has no words"),
        (with_rules({**RULE, "words": ["b+"]}), "'b+' is not a word"),
        (with_rules({**RULE, "words": ["Blip"]}), "not in lower case"),
        (lexicon_file(topics={}), "no rules for 'anti-personnel mines'"),
        (lexicon_file(topics={"gold mines": []}), "Invalid enum value 'gold mines'"),
        (lexicon_file(arguments={}), "no rules for 'cost'"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(text, problem):
    with pytest.raises(LexiconError) as error:
        read_lexicon(text, "xx")
    assert problem in str(error.value)


def test_a_language_without_rules_is_named():
    with pytest.raises(LexiconError, match=r"no rules for 'de', only for en, et, fi, lt, lv, pl, sv"):
        lexicon("de")


@pytest.mark.parametrize("language", languages())
def test_a_file_is_of_the_language_of_its_name(language):
    assert lexicon(language).lexicon.language == language


@pytest.mark.parametrize("language", languages())
def test_every_topic_and_argument_has_rules(language):
    rules = lexicon(language).lexicon
    assert all(rules.topics[topic] for topic in TOPICS)
    assert all(rules.arguments[argument].rules for argument in ARGUMENTS)


def test_the_table_has_a_row_for_every_rule_and_every_false_friend():
    rules = [rule.id for language in languages() for rule in lexicon(language).lexicon.rules()]
    table = rule_table()
    assert [row.rule for row in table if row.rule] == rules
    assert {row.kind for row in table if not row.rule} == {"false friend"}


def test_the_table_says_under_what_condition_words_count():
    needs = {row.rule: row.needs for row in rule_table()}
    assert needs["et-ap-mines"] == ""
    assert needs["et-cluster-oslo"] == "a word of 'cluster' anywhere in the text"
    assert needs["lt-mine"] == "a word of 'war' within 100 characters, outside the words of other hits"


def test_the_table_says_what_is_withheld():
    withheld = {row.rule: row.withheld for row in rule_table()}
    assert withheld["et-humanitarian-law"] == ""
    assert "labelled" in withheld["et-cost-cheap"]
