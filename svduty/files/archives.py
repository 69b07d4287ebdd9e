"""Looks inside office files, which are zip archives, without unpacking them to disk or into memory."""

import struct
import zipfile
import zlib
from typing import IO

from .kinds import PROGRAMS, Kind, Shape
from .names import endings
from .refused import FileRefused

MOST_MEMBERS = 4000
MOST_BYTES_UNPACKED = 200 * 1024 * 1024
# Prose and figures shrink to a thirtieth at best; only a file made to hurt shrinks to a two hundredth.
HIGHEST_RATIO = 200
SMALL = 1024 * 1024
LARGEST_DIRECTORY = MOST_MEMBERS * 400
LARGEST_LISTING = 2 * 1024 * 1024
CHUNK = 64 * 1024

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
MACROS = ("vbaproject.bin", "vbadata.xml", "macrosheets/", "basic/", "scripts/")


def check_archive(file: IO[bytes], kind: Kind, name: str, size: int) -> None:
    """Raise `FileRefused` unless this is the office file it claims to be, of sane size, whole and without macros."""
    file.seek(0)
    start = file.read(8)
    if start == OLD_OFFICE:
        raise FileRefused(
            f"{name} is protected by a password or saved in an older format. Open it, take the password off, save it "
            f"again as {kind.words}, then choose it again."
        )
    if not start.startswith(b"PK\x03\x04"):
        raise FileRefused(
            f"{name} is not {kind.words}, although its name says so. Open it in the program it was made with, save it "
            "again, then choose the new file."
        )
    _check_directory_is_small(file, name, size)
    try:
        with zipfile.ZipFile(file) as archive:
            _check_members(archive.infolist(), name, size)
            _check_content(archive, kind, name)
            _read_through(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
        raise _damaged(name) from None


def is_archive(file: IO[bytes]) -> bool:
    """Whether a zip archive hides in this file, wherever it begins."""
    file.seek(0)
    return zipfile.is_zipfile(file)


def _damaged(name: str) -> FileRefused:
    return FileRefused(f"{name} is damaged and cannot be opened. Save it again, check that it opens, then choose it again.")


def _too_much(name: str) -> FileRefused:
    return FileRefused(f"{name} holds far more than its size shows, as harmful files do. Save it as a PDF and choose that instead.")


def _check_directory_is_small(file: IO[bytes], name: str, size: int) -> None:
    """Before the list of members is read whole: it may be made as large as the file itself."""
    reach = min(size, 0xFFFF + END_OF_DIRECTORY.size)
    file.seek(size - reach)
    tail = file.read(reach)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END_OF_DIRECTORY.size:
        raise _damaged(name)
    _, _, _, _, members, directory, _, _ = END_OF_DIRECTORY.unpack_from(tail, at)
    if members > MOST_MEMBERS or directory > LARGEST_DIRECTORY or tail[max(at - 20, 0) : at].startswith(b"PK\x06\x07"):
        raise _too_much(name)


def _check_members(members: list[zipfile.ZipInfo], name: str, size: int) -> None:
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES_UNPACKED:
        raise _too_much(name)
    # Members that share the same bytes are how the densest bombs are built.
    if sum(member.compress_size for member in members) > size:
        raise _too_much(name)
    if any(member.file_size > SMALL and member.file_size > HIGHEST_RATIO * member.compress_size for member in members):
        raise _too_much(name)
    names = [member.filename for member in members]
    if len(set(names)) < len(names) or any(_leads_out(inner) for inner in names):
        raise _damaged(name)
    if any(member.flag_bits & 1 for member in members):
        raise FileRefused(f"{name} is protected by a password. Take the password off, then choose it again.")
    if any(part in f"/{inner.lower()}" for inner in names for part in (f"/{macro}" for macro in MACROS)):
        raise FileRefused(f"{name} contains macros, which can run as programs. Save it without macros or as a PDF, then choose that.")
    if any(ending in PROGRAMS for inner in names for ending in endings(inner)[:1]):
        raise FileRefused(f"{name} has a program inside it. Take the program out or save it as a PDF, then choose that.")


def _leads_out(inner: str) -> bool:
    return inner.startswith("/") or "\\" in inner or ":" in inner or ".." in inner.split("/")


def _check_content(archive: zipfile.ZipFile, kind: Kind, name: str) -> None:
    listing = "[Content_Types].xml" if kind.shape is Shape.OFFICE else "mimetype"
    if listing not in archive.namelist():
        raise FileRefused(
            f"{name} is not {kind.words}, although its name says so. Open it in the program it was made with, save it "
            "again, then choose the new file."
        )
    with archive.open(listing) as member:
        stated = member.read(LARGEST_LISTING).decode("utf-8", "replace")
    if "macroEnabled" in stated:
        raise FileRefused(f"{name} contains macros, which can run as programs. Save it without macros or as a PDF, then choose that.")
    agrees = kind.part in stated if kind.shape is Shape.OFFICE else kind.part == stated.strip()
    if not agrees:
        raise FileRefused(
            f"{name} is another kind of document than {kind.words}. Give it the ending it had when it was made, then choose it again."
        )


def _read_through(archive: zipfile.ZipFile, name: str) -> None:
    """A member may say it is smaller than it is; reading shows it, a little at a time."""
    unpacked = 0
    for member in archive.infolist():
        with archive.open(member) as content:
            while chunk := content.read(CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_BYTES_UNPACKED:
                    raise _too_much(name)
