import errno
import sqlite3

import pytest

from scrapers.trouble import DAMAGED, LOCKED, NO_ROOM, NOT_WRITABLE, trouble_in


def of_sqlite(code):
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), NO_ROOM),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), NO_ROOM),
        (OSError(errno.EROFS, "Read-only file system"), NOT_WRITABLE),
        (PermissionError(errno.EACCES, "Permission denied"), NOT_WRITABLE),
        (of_sqlite(sqlite3.SQLITE_FULL), NO_ROOM),
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), NO_ROOM),
        (of_sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), NOT_WRITABLE),
        (of_sqlite(sqlite3.SQLITE_NOTADB), DAMAGED),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), LOCKED),
    ],
)
def test_what_the_machine_says_is_followed_by_the_way_out(error, meaning):
    assert trouble_in(error) == f"{error}: {meaning}"


@pytest.mark.parametrize(
    "error",
    [
        None,
        ValueError("x"),
        OSError(errno.ENOENT, "No such file"),
        of_sqlite(sqlite3.SQLITE_CONSTRAINT_UNIQUE),
        sqlite3.ProgrammingError("a mistake of ours"),
    ],
)
def test_another_error_is_no_trouble_of_the_machine(error):
    assert trouble_in(error) is None
