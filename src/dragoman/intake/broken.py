"""What a broken file makes the library raise that reads it, by kind of file: no library has one error for all that can be wrong.

Each is caught where that file alone is read, and becomes a row that says so; a reader's own rejections are told apart before.
Source: the libraries' issue trackers, and files broken on purpose (tests/intake).
"""

from __future__ import annotations

import struct
import zlib
from email.errors import MessageError
from zipfile import BadZipFile

# zipfile, at once or deep in a member.
ARCHIVE = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError)
# openpyxl, beside its own InvalidFileException: a workbook is an archive of XML.
WORKBOOK = (LookupError, TypeError, AttributeError, SyntaxError, *ARCHIVE)
# email: letters and saved pages.
MESSAGE = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
# warcio, beside its own ArchiveLoadFailed.
WEB_ARCHIVE = (EOFError, OSError, zlib.error, ValueError, LookupError, AttributeError)
# pypdf, beside its own PyPdfError.
PDF = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, OSError, AssertionError,
    NotImplementedError, zlib.error, struct.error,
)  # fmt: skip
