import json
import os
import shutil

import pytest
from frictionless import Package, validate


@pytest.fixture(scope="module")
def descriptor(exported):
    return json.loads((exported / "csv" / "datapackage.json").read_bytes())


def test_frictionless_finds_the_package_and_all_of_its_rows_valid(exported):
    report = validate(exported / "csv" / "datapackage.json")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert len(report.tasks) > 50


def test_frictionless_notices_a_changed_file(exported, tmp_path):
    shutil.copytree(exported / "csv", tmp_path / "csv")
    with (tmp_path / "csv" / "chambers.csv").open("a", encoding="utf-8") as file:
        file.write('"zz","nowhere",,,,"x"\n')
    assert not validate(tmp_path / "csv" / "datapackage.json").valid


def test_frictionless_reads_figures_as_figures_and_nothing_as_nothing(exported):
    package = Package(os.fspath(exported / "csv" / "datapackage.json"))
    rows = {row["key"]: row for row in package.get_resource("votes").read_rows()}
    assert rows["xa-1-1"]["declared_yes"] == 5
    assert rows["xb-1-3"]["declared_yes"] is None


def test_keys_lead_where_they_lead_in_the_database(descriptor):
    (votes,) = [found for found in descriptor["resources"] if found["name"] == "votes"]
    assert votes["schema"]["primaryKey"] == ["id"]
    assert {"fields": ["bill_key"], "reference": {"resource": "bills", "fields": ["key"]}} in votes["schema"][
        "foreignKeys"
    ]
    (labels,) = [found for found in descriptor["resources"] if found["name"] == "ballot_labels"]
    assert {"fields": ["refines"], "reference": {"resource": "", "fields": ["id"]}} in labels["schema"][
        "foreignKeys"
    ]


def test_it_carries_descriptions_licences_and_sources(descriptor):
    (votes,) = [found for found in descriptor["resources"] if found["name"] == "votes"]
    assert (votes["title"], votes["description"]) == ("Votes", "One row a vote.")
    assert {"name": "key", "type": "string", "description": "Its name"} in votes["schema"]["fields"]
    assert descriptor["licenses"][0]["title"] == "Nowhere open licence"
    assert descriptor["sources"][0]["path"] == "https://assembly.example"
