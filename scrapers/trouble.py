"""What stands in the way on this machine, no source being to blame: said in one line, with the way out."""

from __future__ import annotations

import errno
import sqlite3

HANDBOOK = "(docs/operations.md, When something is wrong)"

NO_ROOM = (
    f"there is no room left on the disk: make room and run again; nothing half written counts {HANDBOOK}"
)
NOT_WRITABLE = (
    f"it may not be written here: give the folder to the user who runs this, or name another {HANDBOOK}"
)
DAMAGED = (
    "the database or the index of the archive is damaged: move the database away and run `ottawa rebuild`;"
    f" if that says the same, it is the index: `ottawa rebuild --index` makes it anew {HANDBOOK}"
)
LOCKED = f"another program holds the database: let it end, and run again; nothing is lost {HANDBOOK}"

ERRNOS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), NO_ROOM),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), NOT_WRITABLE),
}
"""What the system says, and what it means to whoever runs us."""

CODES = {
    sqlite3.SQLITE_FULL: NO_ROOM,
    sqlite3.SQLITE_IOERR: NO_ROOM,
    sqlite3.SQLITE_READONLY: NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: NOT_WRITABLE,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
}
"""The same for SQLite, by its primary codes. An error of input and output is most often a full disk."""

PRIMARY = 0xFF
"""Which bits of SQLite's code are its primary code."""


def trouble_in(error: BaseException | None) -> str | None:
    """What is wrong with this machine, if that is what the error says; None for any other error."""
    if isinstance(error, sqlite3.Error):
        meaning = CODES.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY)
    elif isinstance(error, OSError):
        meaning = ERRNOS.get(error.errno or 0)
    else:
        return None
    return meaning and f"{error}: {meaning}"
