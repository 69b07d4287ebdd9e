"""A document may not make us fetch an address or read a file (OWASP ASVS 1.3.6)."""

import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from svduty.pdf import PdfFailed, PdfRefused, render_pdf
from svduty.pdf.engine import set_in_type
from svduty.pdf.fetcher import Refused
from svduty.pdf.render import manuscript

# The engine leaves the file of its colour profile for Python to close.
pytestmark = [
    pytest.mark.filterwarnings(r"ignore:.*sRGB2014\.icc:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings(r"ignore:.*sRGB2014\.icc:ResourceWarning"),
]
SECRET = "the-secret-of-the-machine"


class Listener(http.server.ThreadingHTTPServer):
    hits: list[str]


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.hits.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = Listener(("127.0.0.1", 0), Handler)
    server.hits = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


VECTORS = {
    "image": '<img src="{url}" alt="x">',
    "image with a file's path": '<img src="/etc/passwd" alt="x">',
    "srcset": '<img src="data:," srcset="{url} 1x" alt="x">',
    "object": '<object data="{url}">x</object>',
    "embed": '<embed src="{url}">',
    "frame": '<iframe src="{url}"></iframe>',
    "video poster": '<video poster="{url}"></video>',
    "style sheet link": '<link rel="stylesheet" href="{url}">',
    "attachment link": '<link rel="attachment" href="{url}">',
    "attachment anchor": '<p><a rel="attachment" href="{url}">the file</a></p>',
    "css import": "<style>@import url({url});</style>",
    "css import in a data address": '<link rel="stylesheet" href="data:text/css,@import url({url});">',
    "background": "<style>p {{ background: url({url}) }}</style><p>x</p>",
    "style attribute": '<p style="background: url({url})">x</p>',
    "list marker": "<style>li {{ list-style-image: url({url}) }}</style><ul><li>x</li></ul>",
    "generated content": "<style>p::before {{ content: url({url}) }}</style><p>x</p>",
    "font": "<style>@font-face {{ font-family: z; src: url({url}) }} p {{ font-family: z }}</style><p>x</p>",
    "base address": '<base href="{url}"><img src="x.png" alt="x">',
    "svg image": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title><image href="{url}" '
    'width="9" height="9"/></svg>',
    "svg use": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title><use href="{url}#a"/></svg>',
    "svg style": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title><style>@import url({url});</style></svg>',
    "svg in a data address": '<img alt="x" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 '
    'width=%229%22 height=%229%22%3E%3Cimage width=%229%22 height=%229%22 href=%22{url}%22/%3E%3C/svg%3E">',
    "xml entity": '<img alt="x" src="data:image/svg+xml,%3C!DOCTYPE svg [%3C!ENTITY e SYSTEM %22{url}%22%3E]%3E%3Csvg '
    "xmlns=%22http://www.w3.org/2000/svg%22 width=%2299%22 height=%2299%22%3E%3Ctext y=%2230%22%3E&amp;e;%3C/text%3E"
    '%3C/svg%3E">',
    "colour profile": "<style>@color-profile --p {{ src: url({url}) }} p {{ color: color(--p 1 0 0) }}</style><p>x</p>",
    "schemes in capitals": '<img src="{capitals}" alt="x">',
}


def try_to_render(html: str, css: str = "") -> bytes:
    """In this process, without the child's own locks: the engine alone must refuse."""
    try:
        return set_in_type(manuscript(f"<h1>Report</h1>{html}", title="Report", css=css))
    except Refused:
        return b""


def contents(pdf: bytes) -> str:
    if not pdf:
        return ""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    carried = [data.decode("latin-1") for versions in reader.attachments.values() for data in versions]
    return " ".join([*(sheet.extract_text() for sheet in reader.pages), *carried])


@pytest.mark.parametrize("vector", VECTORS)
def test_no_request_leaves_the_machine(vector: str, listener: Listener) -> None:
    url = f"http://127.0.0.1:{listener.server_port}/hit"
    listener.hits.clear()
    try_to_render(VECTORS[vector].format(url=url, capitals=url.replace("http", "HTTP")))
    assert listener.hits == []


@pytest.mark.parametrize("vector", VECTORS)
def test_no_file_of_the_machine_gets_into_the_document(vector: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    url = secret.as_uri()
    pdf = try_to_render(VECTORS[vector].format(url=url, capitals=url.replace("file", "FILE")))
    assert SECRET not in contents(pdf)
    assert "root:" not in contents(pdf)


@pytest.mark.parametrize("vector", ["image", "css import", "svg image"])
def test_refusal_names_the_address_and_says_what_to_do(vector: str) -> None:
    with pytest.raises(PdfRefused) as refusal:
        render_pdf(VECTORS[vector].format(url="file:///etc/passwd"), title="Report")
    assert "file:///etc/passwd" in str(refusal.value)
    assert "Take that address out" in str(refusal.value)


def test_style_sheet_given_by_us_is_held_to_the_same_rule() -> None:
    with pytest.raises(PdfFailed, match="outside the document"):
        render_pdf("<p>x</p>", title="Report", css="p { background: url(http://127.0.0.1:9/x) }")


def test_own_font_names_do_not_open_paths() -> None:
    with pytest.raises(PdfFailed, match="outside the document"):
        render_pdf('<img alt="x" src="svduty-font:../../../../etc/passwd">', title="Report")


def test_picture_inside_the_document_is_drawn() -> None:
    dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    pdf = render_pdf(f'<p><img alt="A red dot" src="{dot}"></p>', title="Report")
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images) == 1
