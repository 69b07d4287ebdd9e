"""Looks at files that should be text, a piece at a time."""

import codecs
import re
from collections.abc import Iterable

from .kinds import Kind, Shape
from .refused import FileRefused

# Text has tabs, line ends, page breaks and, from some systems, an end mark; any other control means it is not text.
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
OTHER_KINDS = re.compile(rb"(?is)^\s*(<!doctype|<html|<script|<svg|<\?xml|<\?php|<%|#!|%pdf-|%!ps|\{\\rtf)")
MAIL = re.compile(rb"^(From |[A-Za-z][A-Za-z0-9-]*:[ \t\r\n])")
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def check_text(chunks: Iterable[bytes], kind: Kind, name: str) -> None:
    """Raise `FileRefused` unless this reads as UTF-8 or Windows-1252 text, and an e-mail begins as one."""
    decoders = {encoding: codecs.getincrementaldecoder(encoding)() for encoding in ("utf-8", "cp1252")}
    for number, chunk in enumerate(chunks):
        if number == 0:
            _check_start(chunk, kind, name)
        if CONTROLS.search(chunk):
            raise _not_text(name, kind)
        decoders = {encoding: decoder for encoding, decoder in decoders.items() if _reads(decoder, chunk)}
        if not decoders:
            raise _not_text(name, kind)
    if not any(_reads(decoder, b"", final=True) for decoder in decoders.values()):
        raise _not_text(name, kind)


def _check_start(start: bytes, kind: Kind, name: str) -> None:
    if start.startswith(WIDE):
        raise FileRefused(
            f"{name} is saved in an encoding we cannot read. Save it again and choose UTF-8 (in Excel: CSV UTF-8), "
            "then choose the new file."
        )
    start = start.removeprefix(codecs.BOM_UTF8)
    if OTHER_KINDS.match(start[:1024]) or (kind.shape is Shape.MAIL and not MAIL.match(start.lstrip())):
        raise FileRefused(
            f"{name} is not {kind.words}, although its name says so. Save it again as {kind.words}, or print it to a "
            "PDF, then choose the new file."
        )


def _reads(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _not_text(name: str, kind: Kind) -> FileRefused:
    return FileRefused(
        f"{name} is not {kind.words}: it holds more than text. Save it again as {kind.words} in UTF-8, then choose it again."
    )
