"""Decides whether a file that someone sends may be kept."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import filetype
from django.conf import settings
from django.core.files.base import File

from .archives import OLD_OFFICE, check_archive, is_archive
from .kinds import KINDS, MISLEADING, PACKED, PAGES, PROGRAMS, SAVE_AGAIN_AS, WELCOME, WITH_MACROS, Kind, Shape
from .names import endings, safe_name
from .plain import check_text
from .refused import FileRefused

DEFAULT_LIMIT = 25 * 1024 * 1024
CHUNK = 64 * 1024
HEAD = 8192
OUTLOOK = "__properties_version1.0".encode("utf-16-le")
OUTLOOK_MACROS = "_VBA_PROJECT".encode("utf-16-le")


@dataclass(frozen=True)
class CheckedFile:
    """What is safe to keep of a file beside its bytes: a safe name, its size, its seal and its kind."""

    name: str
    size: int
    sha256: str
    content_type: str


def check_upload(uploaded: File) -> CheckedFile:
    """Read an upload through once, in small pieces, and say what it is; leave it at its beginning.

    Raises `FileRefused`, whose sentence names the file and says what to do, for a kind we do not keep, a content that
    is not what the name says, an empty, damaged, locked or too large file, macros, programs and zip bombs. Limits:
    `settings.FILE_SIZE_LIMIT` in bytes (25 MB unless set), and those of `archives`.
    """
    name = safe_name(uploaded.name or "")
    kind = _kind(name)
    file: IO[bytes] = uploaded.file if uploaded.file is not None else uploaded
    try:
        size, seal = _measure(file, name)
        _check_content(file, kind, name, size)
    finally:
        uploaded.seek(0)
    return CheckedFile(name=name, size=size, sha256=seal, content_type=kind.content_type)


def _kind(name: str) -> Kind:
    """The kind that the name promises; refuses endings we do not keep, with advice for each."""
    found = endings(name)
    if not found:
        raise FileRefused(f"{name} has no ending that says what it is. Choose one of these: {WELCOME}.")
    last = found[0]
    if last in WITH_MACROS:
        raise FileRefused(f"{name} can contain macros, which can run as programs. Save it without macros or as a PDF, then choose that.")
    if last in SAVE_AGAIN_AS:
        raise FileRefused(f"{name} is in a format we cannot keep. Save it as {SAVE_AGAIN_AS[last]}, then choose that.")
    if last in PACKED:
        raise FileRefused(f"{name} is a packed folder. Unpack it and add the documents in it one at a time.")
    if last in PROGRAMS | PAGES or any(ending in MISLEADING for ending in found):
        raise FileRefused(f"{name} can run as a program. Save what it shows as a PDF, then choose that.")
    if last not in KINDS:
        raise FileRefused(f"{name} is not a kind of file we can keep. Choose one of these: {WELCOME}.")
    return KINDS[last]


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(CHUNK):
        yield piece


def _measure(file: IO[bytes], name: str) -> tuple[int, str]:
    """The true size and SHA-256, counted from the bytes and not from what the browser said."""
    limit = getattr(settings, "FILE_SIZE_LIMIT", DEFAULT_LIMIT)
    seal, size = hashlib.sha256(), 0
    for piece in _pieces(file):
        size += len(piece)
        if size > limit:
            raise FileRefused(
                f"{name} is larger than {limit // (1024 * 1024)} MB. Make its pictures smaller or split it, or record a "
                "link to where it is kept."
            )
        seal.update(piece)
    if not size:
        raise FileRefused(f"{name} is empty. Open it to check that it was saved, then choose it again.")
    return size, seal.hexdigest()


def _check_content(file: IO[bytes], kind: Kind, name: str, size: int) -> None:
    if kind.shape in (Shape.OFFICE, Shape.OPEN_DOCUMENT):
        check_archive(file, kind, name, size)
    elif kind.shape in (Shape.TEXT, Shape.MAIL):
        check_text(_pieces(file), kind, name)
    elif kind.shape is Shape.OUTLOOK:
        _check_outlook(file, kind, name)
    else:
        _check_signature(file, kind, name)


def _check_signature(file: IO[bytes], kind: Kind, name: str) -> None:
    file.seek(0)
    found = filetype.guess(file.read(HEAD))
    # An archive behind a picture or a PDF is one file to one program and another to the next.
    if found is None or found.mime.replace("apng", "png") != kind.content_type or is_archive(file):
        raise FileRefused(
            f"{name} is not {kind.words}, although its name says so. Open it in the program it was made with, save it "
            f"as {kind.words}, then choose the new file."
        )


def _check_outlook(file: IO[bytes], kind: Kind, name: str) -> None:
    """A message is an old-style Office file with a stream of message properties; the names are in UTF-16."""
    carried, is_message = b"", False
    for number, piece in enumerate(_pieces(file)):
        if number == 0 and not piece.startswith(OLD_OFFICE):
            break
        window = carried + piece
        is_message = is_message or OUTLOOK in window
        if OUTLOOK_MACROS in window:
            raise FileRefused(f"{name} carries a document with macros. Save the message as a PDF, and the document without macros.")
        carried = piece[-64:]
    if not is_message:
        raise FileRefused(f"{name} is not {kind.words}. Save the message again from Outlook, or print it to a PDF.")
