"""What the tests of the exports share."""

from db.export.folder import export

HARD_TEXT = 'Ąčęėį; "šūkis",\r\nõäöü\n\u200b=1+1\x07, \U0001f54a'


def export_of(database, folder, *formats):
    described = {
        "votes": {"title": "Votes", "description": "One row a vote.", "columns": {"key": "Its name"}}
    }
    chosen = {"formats": formats} if formats else {}
    return export(database, folder, descriptions=described, version="1", **chosen)


def in_order(rows):
    """Rows as a list in an order that does not hang on the format."""
    return sorted(map(tuple, rows), key=lambda row: [(value is None, str(value)) for value in row])
