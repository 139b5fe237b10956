import asyncio
import socket
import sqlite3
import threading
import time
import urllib.request
from contextlib import closing

import pytest
import uvicorn

from db.database import open_database
from scrapers import serving
from scrapers.serving import NoDatabase, make_site, read_config, serve


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "2026-11-23 copy.db"
    open_database(path).close()
    return path


def get(site, address):
    return asyncio.run(site.client.get(address))


def test_the_address_does_not_depend_on_the_name_of_the_file(database):
    assert get(make_site(database), "/ottawa/votes.json").status_code == 200


def test_the_site_holds_no_other_database(database):
    databases = get(make_site(database), "/-/databases.json").json()
    assert [entry["name"] for entry in databases] == ["ottawa"]


def test_a_row_written_while_the_site_is_up_is_shown(database):
    site = make_site(database)
    before = get(site, "/ottawa/countries.json?_shape=array").json()
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("INSERT INTO countries VALUES ('xa', 'Nowhere')")
    assert before == []
    assert get(site, "/ottawa/countries.json?_shape=array").json() == [{"key": "xa", "name": "Nowhere"}]


def test_the_file_cannot_be_downloaded_while_a_crawl_may_write_it(database):
    assert get(make_site(database), "/ottawa.db").status_code == 403


def test_the_site_cannot_be_written(database):
    answer = get(make_site(database), "/ottawa.json?sql=insert+into+countries+values+('xa','Nowhere')")
    assert answer.status_code == 400


def test_every_setting_of_the_file_is_in_force(database):
    in_force = get(make_site(database), "/-/settings.json").json()
    chosen = read_config()["settings"]
    assert {name: in_force[name] for name in chosen} == chosen


def test_facets_are_never_suggested(database):
    assert get(make_site(database), "/ottawa/votes.json").json()["suggested_facets"] == []


def test_a_question_returns_at_most_a_thousand_rows(database):
    numbers = "with recursive n(i) as (select 1 union all select i + 1 from n limit 5000) select i from n"
    answer = asyncio.run(make_site(database).client.get("/ottawa.json", params={"sql": numbers})).json()
    assert (len(answer["rows"]), answer["truncated"]) == (1000, True)


def test_a_question_that_takes_too_long_is_ended(database):
    endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    started = time.monotonic()
    answer = asyncio.run(make_site(database).client.get("/ottawa.json", params={"sql": endless}))
    assert answer.status_code == 400
    assert time.monotonic() - started < 5


def test_a_missing_file_is_a_named_error(tmp_path):
    with pytest.raises(NoDatabase, match="ottawa crawl --sample"):
        make_site(tmp_path / "none.db")


def test_asking_for_a_missing_file_does_not_make_it(tmp_path):
    with pytest.raises(NoDatabase):
        make_site(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_a_named_error(tmp_path):
    (tmp_path / "empty.db").touch()
    with pytest.raises(NoDatabase, match=r"holds no votes table.*ottawa crawl --sample"):
        make_site(tmp_path / "empty.db")


def test_a_database_of_something_else_is_a_named_error(tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(NoDatabase, match="holds no votes table"):
        make_site(tmp_path / "other.db")


def test_a_file_that_is_no_database_is_a_named_error(tmp_path):
    (tmp_path / "text.db").write_text("votes " * 1000, encoding="utf-8")
    with pytest.raises(NoDatabase, match="is not a database"):
        make_site(tmp_path / "text.db")


def test_no_database_is_a_value_error():
    assert issubclass(NoDatabase, ValueError)


def test_a_page_not_found_leaves_no_traceback_in_the_log(database, capfd):
    assert get(make_site(database), "/ottawa/nothing").status_code == 404
    assert "Traceback" not in "".join(capfd.readouterr())


def test_the_site_of_a_checkout_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(serving, "__file__", str(tmp_path / "scrapers" / "serving.py"))
    assert serving._site() == tmp_path / "datasette"


def test_the_site_of_an_installed_package_is_found_within_it(tmp_path, monkeypatch):
    (tmp_path / "scrapers" / "site").mkdir(parents=True)
    monkeypatch.setattr(serving, "__file__", str(tmp_path / "scrapers" / "serving.py"))
    assert serving._site() == tmp_path / "scrapers" / "site"


def test_serving_answers_over_http_until_it_is_stopped(database, monkeypatch):
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    servers = []
    run = uvicorn.Server.run

    def remember(server, sockets=None):
        servers.append(server)
        run(server, sockets)

    monkeypatch.setattr(uvicorn.Server, "run", remember)
    thread = threading.Thread(target=serve, args=(database, "127.0.0.1", port))
    thread.start()
    while not (servers and servers[0].started):
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ottawa/votes.json") as answer:
            assert answer.status == 200
    finally:
        servers[0].should_exit = True
        thread.join()


def test_a_database_of_an_older_version_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "old.db"
    with closing(open_database(path)) as db:
        db.execute("DROP VIEW ballot_sums")
    with pytest.raises(NoDatabase, match=r"not there: ballot_sums.*ottawa status"):
        make_site(path)
