"""Three charts from the questions of the cookbook, as a marimo notebook.

pip install "leaving-ottawa[notebook]"
ottawa export files --format parquet
marimo edit docs/notebook.py
"""

import marimo

app = marimo.App()


@app.cell
def opening():
    import os
    from pathlib import Path

    import altair as alt
    import duckdb
    import marimo as mo

    files = Path(os.environ.get("OTTAWA_FILES", "files")) / "parquet"
    cookbook = Path(__file__).parent / "cookbook"
    duck = duckdb.connect()
    duck.execute("SET file_search_path = ?", [str(files)])
    duck.execute((files / "duckdb.sql").read_text(encoding="utf-8"))

    def answer(number):
        """The rows of a question of the cookbook, by its number."""
        (question,) = cookbook.glob(f"{number:02}-*.sql")
        found = duck.execute(question.read_text(encoding="utf-8"))
        names = [column[0] for column in found.description]
        return alt.Data(values=[dict(zip(names, row, strict=True)) for row in found.fetchall()])

    return alt, answer, mo


@app.cell
def splits(alt, answer, mo):
    options = ["yes", "abstain", "present_not_voting", "absent", "no"]
    factions = (
        alt.Chart(answer(6), title="How each faction split on the denunciation bills")
        .transform_fold(options, as_=["option", "members"])
        .mark_bar()
        .encode(
            x=alt.X("members:Q", title="ballots that are here"),
            y=alt.Y("faction:N", title=None),
            color=alt.Color("option:N", sort=options),
            row=alt.Row("vote_key:N", title=None, header=alt.Header(labelAngle=0, labelAlign="left")),
        )
        .resolve_scale(y="independent")
    )
    mo.vstack([factions, mo.md("Where only some ballots are known, only those are drawn: question 6.")])
    return (factions,)


@app.cell
def agreement(alt, answer, mo):
    agreed = (
        alt.Chart(answer(9), title="How often every two factions of the Saeima agree")
        .mark_rect()
        .encode(
            x=alt.X("one:N", title=None),
            y=alt.Y("other:N", title=None),
            color=alt.Color("percent:Q", scale=alt.Scale(domain=[0, 100])),
            tooltip=["one:N", "other:N", "votes:Q", "percent:Q"],
        )
    )
    mo.vstack([agreed, mo.md("On the votes that are here, some of them few; point at a square: question 9.")])
    return (agreed,)


@app.cell
def turnout(alt, answer, mo):
    turnouts = (
        alt.Chart(answer(13), title="Turnout by year")
        .mark_line(point=True)
        .encode(
            x=alt.X("year:O", title=None),
            y=alt.Y("percent_of_seats:Q", title="percent of seats", scale=alt.Scale(domain=[0, 100])),
            color=alt.Color("chamber:N", title=None),
            tooltip=["chamber:N", "year:O", "votes:Q", "percent_of_seats:Q"],
        )
    )
    mo.vstack(
        [
            turnouts,
            mo.md("A year stands on the votes that are here; point at it to see how many: question 13."),
        ]
    )
    return (turnouts,)


if __name__ == "__main__":
    app.run()
