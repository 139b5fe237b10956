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
    assert "How members of national parliaments voted on leaving the conventions" in reader.text("/")


def test_the_home_page_counts_rows_by_origin(reader):
    holdings = words(reader.page("/").find(class_="holdings"))
    assert "live 8 votes, 1 bill, 12 persons" in holdings
    assert "dossier 1 vote, 0 bills, 0 persons" in holdings


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


def test_the_home_page_shows_the_tracked_bills_with_their_final_votes(reader):
    bills = section(reader.page("/"), "bills")
    assert "Bill on Nothing" in bills
    assert "Final vote, 1 March 2025 : passed ; a yes was for the bill" in bills
    assert "5 yes 2 no 2 abstained 2 absent" in bills
    assert "Bill named in passing" not in bills


def test_a_figure_that_the_source_does_not_state_has_no_part_in_the_bar(reader):
    bar = reader.page("/").find(class_="final").find(class_="bar")
    assert [part["class"][0] for part in bar.find_all("span")] == ["yes", "no", "abstain", "absent"]


def test_the_home_page_shows_the_latest_votes(reader):
    latest = section(reader.page("/"), "latest")
    assert "The whole Bill on Nothing" in latest
    assert "On xb-1-1" in latest


def test_a_vote_without_figures_shows_no_zeros_in_the_list(reader):
    row = reader.page("/votes").find("a", string="On xb-1-3").find_parent("tr")
    assert "no tally known" in words(row)
    assert "0" not in words(row.find(class_="tally-cell"))


def test_a_vote_on_a_list_shows_no_tally_of_yes_and_no(reader):
    row = reader.page("/votes").find("a", string="On xa-1-3").find_parent("tr")
    assert words(row.find(class_="tally-cell")) == "a vote on a list"


def test_the_home_page_says_when_each_source_last_answered(reader):
    freshness = section(reader.page("/"), "freshness")
    assert "Records of Nowhere 2 March 2025, 04:00 UTC 2 1" in freshness
    assert "1 proven on recorded answers, 1 built from documentation only" in freshness


def test_a_source_that_was_never_asked_says_so(reader):
    assert "Records of Elsewhere never asked" in section(reader.page("/"), "freshness")


def test_the_home_page_shows_the_last_run_of_a_spider_and_what_went_wrong(reader):
    freshness = section(reader.page("/"), "freshness")
    assert "nowhere (live) quarantined 1 answer set aside" in freshness
    assert "(sample)" not in freshness


def test_the_home_page_counts_what_does_not_agree(reader):
    freshness = section(reader.page("/"), "freshness")
    assert "2 figures that do not agree" in freshness
    assert "5 values that a source changed afterwards" in freshness
    assert "1 answer set aside" in freshness
    assert "1 finding of the last check" in freshness


def test_every_address_on_the_home_page_answers(reader):
    addresses = {link["href"] for link in reader.page("/").find_all("a") if link["href"].startswith("/")}
    assert len(addresses) > 20
    assert [address for address in addresses if reader.get(address).status_code != 200] == []


def test_the_home_page_of_an_empty_database_says_how_to_fill_it(empty_reader):
    text = empty_reader.text("/")
    assert "ottawa crawl --sample" in text
    assert "No spider has run yet" in text


def test_the_pages_of_an_empty_database_answer(empty_reader):
    assert "There is no chamber in this database yet" in empty_reader.text("/votes")
    assert "There is no bill in this database yet" in empty_reader.text("/bills")
