from reading import changed_copy, words


def section(page, heading):
    """What stands below a heading, up to the next of its rank."""
    found = []
    for element in page.find("h2", id=heading).find_next_siblings():
        if element.name == "h2":
            break
        found.append(words(element))
    return " ".join(found)


def test_the_home_page_says_what_this_is(reader):
    assert "How five states left the conventions" in reader.text("/")


def test_every_page_counts_its_rows_by_origin(reader):
    footer = words(reader.page("/").footer)
    assert "live 8 votes, 1 bill, 12 persons" in footer
    assert "dossier 1 vote, 0 bills, 0 persons" in footer


def test_every_page_warns_of_sample_data_beside_live_data(reader):
    for address in ("/", "/votes/xa-1-1", "/ottawa/votes", "/ottawa/final-votes"):
        assert words(reader.page(address).find(class_="origin-banner")).startswith(
            "Some rows here are sample data"
        )


def test_a_database_of_sample_data_alone_says_so(database, tmp_path):
    tables = ("votes", "bills", "persons")
    sample = changed_copy(database, tmp_path, *(f"UPDATE {table} SET origin = 'sample'" for table in tables))
    banner = sample.page("/").find(class_="origin-banner")
    assert words(banner).startswith("You are looking at sample data")


def test_a_database_without_sample_data_has_no_warning(empty_reader):
    assert empty_reader.page("/").find(class_="origin-banner") is None


def test_the_home_page_shows_the_final_votes_as_a_picture_and_as_a_table(reader):
    page = reader.page("/")
    assert "How the chambers voted, as shares of all seats" in section(page, "finals")
    finals = words(page.find("table", class_="finals"))
    assert "Nowhere, Chamber of Nowhere 1 March 2025" in finals
    assert "for the bill 5 2 2 — not known 2 12 passed" in finals
    assert "On xb-1-1" not in finals


def test_the_home_page_shows_the_way_of_each_state_with_its_status_today(reader):
    row = words(reader.page("/").find("table", class_="journeys").tbody)
    assert row.startswith("Nowhere Nothing treaty")
    assert "1 March 2025 5 yes, 2 no, 2 abstained" in row
    assert row.endswith("not a party")


def test_the_home_page_shows_the_latest_statements(reader):
    assert "1 February 2025" not in words(reader.page("/").find(id="statements").parent)
    assert "February 2025" in words(reader.page("/").find(id="statements").parent)


def test_the_home_page_leads_to_the_claims(reader):
    assert reader.page("/").main.find("a", string="Check the article, claim by claim")["href"] == "/claims"


def test_the_home_page_shows_the_latest_votes(reader):
    latest = words(reader.page("/").find(id="latest").parent)
    assert "The whole Bill on Nothing" in latest
    assert "On xb-1-1" in latest


def test_a_vote_without_figures_shows_no_zeros_in_the_list(reader):
    row = reader.page("/votes").find("a", string="On xb-1-3").find_parent("tr")
    assert "no tally known" in words(row)
    assert "0" not in words(row.find(class_="tally-cell"))


def test_a_vote_on_a_list_shows_no_tally_of_yes_and_no(reader):
    row = reader.page("/votes").find("a", string="On xa-1-3").find_parent("tr")
    assert words(row.find(class_="tally-cell")) == "a vote on a list"


def test_the_home_page_says_when_sources_last_answered(reader):
    freshness = section(reader.page("/"), "freshness")
    assert "Records of Nowhere: 2 March 2025, 04:00 UTC" in freshness
    assert "1 source was never asked." in freshness


def test_an_alarm_that_stands_is_on_the_home_page(database, tmp_path):
    alarm = (
        "'source_is_silent', 'xa-api', '', 'an answer', 'none', 'It is silent.', 'Look.', '2025-03-03T00:00Z'"
    )
    columns = "alarm, source, page, expected, came, explanation, advice, raised_at"
    alarmed = changed_copy(database, tmp_path, f"INSERT INTO alarms ({columns}) VALUES ({alarm})")
    assert "1 alarm : something did not come as it should." in alarmed.text("/")
    assert "Expected: an answer. Came: none. It is silent. Look." in alarmed.text("/freshness")


def test_every_address_on_the_home_page_answers(reader):
    addresses = {link["href"] for link in reader.page("/").find_all("a") if link["href"].startswith("/")}
    assert len(addresses) > 20
    assert [address for address in addresses if reader.get(address).status_code != 200] == []


def test_the_home_page_of_an_empty_database_says_how_to_fill_it(empty_reader):
    text = empty_reader.text("/")
    assert "ottawa crawl --sample" in text
    assert "No source has been asked yet" in text


def test_the_pages_of_an_empty_database_answer(empty_reader):
    assert "There is no chamber in this database yet" in empty_reader.text("/votes")
    assert "There is no bill in this database yet" in empty_reader.text("/bills")
