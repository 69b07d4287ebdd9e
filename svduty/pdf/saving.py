"""Writing the file so that no reader can mistake where a stream ends (ISO 19005-3, 6.1.7.1).

A line end stands between a stream's last byte and its end. When that last byte is itself a carriage return, the two look like one
line end of two bytes, and a careful reader counts one byte too few.
"""

import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

BY_DIFFERENCE = b"\x01"
MISTAKABLE = b"\r\nendstream"
TRIES = 40


def save(pdf: pikepdf.Pdf) -> bytes:
    """Equal documents give equal bytes."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.read_raw_bytes().endswith(b"\r"):
            _end_otherwise(thing)
    content = _written(pdf)
    for number in range(TRIES):
        if MISTAKABLE not in content:
            break
        _renumber(pdf, number)
        content = _written(pdf)
    return content


def _written(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return out.getvalue()


def _end_otherwise(stream: pikepdf.Stream) -> None:
    """The same content, each byte told by its difference from the one before: a predictor that every reader knows (ISO 32000-1, 7.4.4.4).

    The last byte of compressed content is a sum of that content, so no other compression of the same bytes would help.
    """
    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:
        # A picture: its own end is marked inside it, and what follows is passed over.
        kept: Any = stream
        kept.write(kept.read_raw_bytes() + b"\n", filter=kept.get(Name.Filter), decode_parms=kept.get(Name.DecodeParms))
        return
    told = bytes((byte - before) % 256 for before, byte in zip(b"\0" + content, content, strict=False))
    how = Dictionary(Predictor=11, Colors=1, BitsPerComponent=8, Columns=len(content))
    stream.write(zlib.compress(BY_DIFFERENCE + told), filter=Name.FlateDecode, decode_parms=how)


def _renumber(pdf: pikepdf.Pdf, number: int) -> None:
    """Private numbers in the place the standard keeps for such: with them all objects are packed anew, and end otherwise."""
    private = Array([pdf.make_indirect(Array([at])) for at in range(number + 1)])
    pdf.Root.PieceInfo = Dictionary(svduty=Dictionary(LastModified=pikepdf.String("D:20000101000000Z"), Private=private))
