"""The index takes in what is new or changed, once, and lets go of what is gone."""

import pytest
from invented_house import person, vote
from msgspec import structs

from db.search import index_pending
from db.stems import fold, stems, words


def found(house, words):
    return house.rows(
        "SELECT kind, subject_id FROM search_words"
        " JOIN search_documents ON search_documents.id = search_words.rowid"
        " WHERE search_words MATCH ? AND facet_id IS NOT NULL",
        words,
    )


@pytest.fixture
def indexed(sound_house):
    index_pending(sound_house.db, lambda _text, _language: {"a_topic"})
    return sound_house


def test_what_was_stored_waits_until_it_is_indexed(sound_house):
    assert sound_house.row("SELECT count(*) > 0 FROM search_pending") == (1,)
    index_pending(sound_house.db, lambda _text, _language: ())
    assert sound_house.row("SELECT count(*) FROM search_pending") == (0,)


@pytest.mark.parametrize("kind", ["vote", "bill", "person"])
def test_every_row_of_a_kind_is_found_once(indexed, kind):
    (rows,) = indexed.row(f"SELECT count(*) FROM {kind}s")
    assert indexed.row("SELECT count(*) FROM search_documents WHERE kind = ?", kind) == (rows,)


def test_indexing_again_writes_nothing(indexed):
    before = indexed.db.conn.total_changes
    index_pending(indexed.db, lambda _text, _language: ())
    assert indexed.db.conn.total_changes == before


def test_a_changed_title_is_found_by_its_new_words_only(indexed):
    indexed.says(structs.replace(vote(), title="Quaestio nova"))
    index_pending(indexed.db, lambda _text, _language: ())
    (key,) = indexed.row("SELECT id FROM votes WHERE title = 'Quaestio nova'")
    assert found(indexed, "quaestio") == [("vote", key)]
    assert ("vote", key) not in found(indexed, "nihilo")


def test_a_person_is_found_by_name_in_their_country(indexed):
    indexed.says(person(44))
    index_pending(indexed.db, lambda _text, _language: ())
    (row,) = found(indexed, '"member 044"')
    assert indexed.row(
        "SELECT country FROM search_documents JOIN search_facets ON search_facets.id = facet_id"
        " WHERE search_documents.kind = ? AND subject_id = ?",
        *row,
    ) == ("zz",)


def test_the_triggers_are_there_after_all_migrations(house):
    tables = {
        table
        for (table,) in house.rows(
            "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_%'"
        )
    }
    assert tables == {
        "speeches",
        "statements",
        "statement_signatories",
        "votes",
        "bills",
        "persons",
        "person_names",
        "memberships",
        "offices",
    }


def test_a_word_is_whole_though_soft_hyphens_stand_in_it():
    assert [word.plain for word in words("Sei\u00admas, e\u0301té_x")] == ["seimas", "été", "x"]


def test_a_folded_word_has_no_marks_of_any_kind():
    assert fold("żołnierzłąđø") == "zolnierzlado"


def test_stems_carry_their_language_and_an_unknown_language_has_none():
    assert stems("noliktavām", "lv") & stems("noliktava", "lv")
    assert all(stem.startswith("lv_") for stem in stems("noliktavām", "lv"))
    assert stems("nihil", "la") == frozenset()
