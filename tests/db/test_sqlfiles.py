import pytest

from db.sqlfiles import sql_files


@pytest.mark.parametrize("folder", ["alarms", "invariants", "views"])
def test_every_query_of_a_folder_comes_by_its_name_in_alphabetical_order(folder):
    found = dict(sql_files(folder))
    assert list(found) == sorted(found)
    assert all("SELECT" in text for text in found.values())


def test_a_folder_that_is_not_there_is_no_empty_one():
    with pytest.raises(FileNotFoundError):
        list(sql_files("no-such-folder"))
