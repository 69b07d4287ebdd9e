"""The process that looks into one file of somebody else's. Its first line says what the rest should be."""

import io
import sys
import time

import pikepdf
from PIL import Image, ImageOps

from svduty.pdf import ends
from svduty.pdf.append import lies_across, pages_as_pictures
from svduty.pdf.child import end, give, hold_to, peak_mb, refuse_the_outside, run, tell

LONGEST_SIDE = 2000  # dots: 250 an inch across an A4 page
MOST_DOTS = 60_000_000
QUALITY = 85


def main(memory_mb: int, seconds: int, size_mb: int) -> None:
    began = time.monotonic()
    hold_to(memory_mb, seconds, size_mb)
    sys.addaudithook(refuse_the_outside)
    kind, _, content = sys.stdin.buffer.read().partition(b"\n")
    told = look_into_pdf(content) if kind == b"pdf" else redraw(content, size_mb)
    tell(**told, peak_mb=peak_mb(), seconds=round(time.monotonic() - began, 3))


def look_into_pdf(content: bytes) -> dict[str, object]:
    try:
        with pikepdf.open(io.BytesIO(content)) as paper:
            if paper.is_encrypted:
                end(ends.LOCKED)
            pages = len(paper.pages)
            across = [number for number, page in enumerate(paper.pages, start=1) if lies_across(page)]
            # Each is taken as it will be taken later, so that whatever is wrong shows here, where we know whose it is.
            drawn = sum(1 for _ in pages_as_pictures(paper))
    except pikepdf.PasswordError:
        end(ends.LOCKED)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, IndexError) as problem:
        end(ends.UNREADABLE, str(problem)[:300])
    if not pages or drawn != pages:
        end(ends.UNREADABLE, "no pages")
    return {"pages": pages, "across": across}


def redraw(content: bytes, size_mb: int) -> dict[str, object]:
    Image.MAX_IMAGE_PIXELS = MOST_DOTS
    try:
        with Image.open(io.BytesIO(content), formats=["PNG", "JPEG"]) as picture:
            if picture.width * picture.height > MOST_DOTS:
                end(ends.TOO_LARGE)
            kind = picture.format or "PNG"
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            clear = upright.convert("RGBA")
            plain = Image.new("RGB", clear.size, "white")
            plain.paste(clear, mask=clear.getchannel("A"))
            out = io.BytesIO()
            plain.save(out, kind, **({"quality": QUALITY} if kind == "JPEG" else {}))
    except Image.DecompressionBombError:
        end(ends.TOO_LARGE)
    except (OSError, ValueError, SyntaxError) as problem:
        end(ends.UNREADABLE, str(problem)[:300])
    give(out.getvalue(), size_mb)
    return {}


if __name__ == "__main__":
    run(main)
