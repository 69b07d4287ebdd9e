"""Good and hostile files, made on the spot."""

import io
import struct
import zipfile
import zlib

from svduty.files.kinds import KINDS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 300 + b"\xff\xd9"
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 600
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
MSG = OLE + b"\x00" * 600 + "__properties_version1.0".encode("utf-16-le") + b"\x00" * 600
EML = b"From: lead@example.gov.uk\r\nSubject: Strategy\r\n\r\nAttached.\r\n"


def _png() -> bytes:
    def piece(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = piece(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + piece(b"IDAT", zlib.compress(b"\0\0\0\0")) + piece(b"IEND", b"")


PNG = _png()


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def office(ending: str, more: dict[str, bytes] | None = None, part: str = "") -> bytes:
    """A small docx, xlsx or pptx with whatever members a test adds."""
    folder = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}[ending]
    types = f'<Types><Override PartName="/{folder}" ContentType="{part or KINDS[ending].part}"/></Types>'
    members = {"[Content_Types].xml": types.encode(), "_rels/.rels": b"<Relationships/>", folder: b"<document/>"}
    return packed(members | (more or {}))


def open_document(ending: str, more: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", KINDS[ending].part)
        for name, content in ({"content.xml": b"<content/>"} | (more or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """A Word document whose one picture unpacks to 300 MB of nothing."""
    out = io.BytesIO(office("docx"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media/x.bin", "w") as member:
        block = bytes(1024 * 1024)
        for _ in range(300):
            member.write(block)
    return out.getvalue()


def lying_bomb() -> bytes:
    """A member that says it unpacks to 10 bytes and holds 2 MB."""
    raw = office("docx", {"word/media/x.bin": bytes(2 * 1024 * 1024)})
    return raw.replace(struct.pack("<I", 2 * 1024 * 1024), struct.pack("<I", 10))


def overlapping_bomb(copies: int = 90) -> bytes:
    """Many entries of the directory that all unpack the same bytes: half a megabyte each."""
    raw = office("docx", {"word/media/x.bin": bytes(range(256)) * 2000})
    end = raw.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<I", raw, end + 16)[0]
    directory = raw[start:end]
    entry = directory[directory.rfind(b"PK\x01\x02") :]
    more = b"".join(entry.replace(b"word/media/x.bin", b"word/media/%05d" % n) for n in range(copies))
    members = raw[start:end].count(b"PK\x01\x02") + copies
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, members, members, len(directory + more), start, 0)
    return raw[:start] + directory + more + tail


def vast_directory() -> bytes:
    """A list of 200,000 members that says it has one."""
    raw = office("docx")
    end = raw.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<I", raw, end + 16)[0]
    entry = raw[raw.rfind(b"PK\x01\x02") : end]
    listing = entry * 200_000
    return raw[:start] + listing + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(listing), start, 0)


def locked(raw: bytes) -> bytes:
    """The same archive with each member marked as encrypted."""
    out = bytearray(raw)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            out[at + offset] |= 1
            at = raw.find(mark, at + 4)
    return bytes(out)


def doubled() -> bytes:
    """Two members of one name: each program may read another."""
    raw = office("docx", {"word/document.xmk": b"<other/>"})
    return raw.replace(b"word/document.xmk", b"word/document.xml")
