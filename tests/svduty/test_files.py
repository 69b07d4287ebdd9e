import hashlib
import io
import tracemalloc
from collections.abc import Callable

import pytest
from csp.middleware import CSPMiddleware
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from openpyxl import Workbook

from svduty.files import CheckedFile, FileRefused, check_upload, response_for
from svduty.files.names import safe_name

from . import file_samples as samples


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    # Django shortens and cleans names of its own; a hostile caller of ours may not.
    upload = SimpleUploadedFile("x", content)
    upload._name = name
    return upload


def workbook() -> bytes:
    out = io.BytesIO()
    book = Workbook()
    book.active.append(["Year", "Offences"])
    book.save(out)
    return out.getvalue()


GOOD: dict[str, Callable[[], bytes]] = {
    "strategy.pdf": lambda: samples.PDF,
    "map.PNG": lambda: samples.PNG,
    "photo.jpg": lambda: samples.JPEG,
    "photo.jpeg": lambda: samples.JPEG,
    "strategy.docx": lambda: samples.office("docx"),
    "figures.xlsx": workbook,
    "slides.pptx": lambda: samples.office("pptx"),
    "strategy with a drawing.docx": lambda: samples.office("docx", {"word/media/image1.svg": samples.SVG}),
    "strategy.odt": lambda: samples.open_document("odt"),
    "figures.ods": lambda: samples.open_document("ods"),
    "figures.csv": lambda: "Ward,Offences\nTŷ Mawr,12\n".encode("utf-8-sig"),
    "old figures.csv": lambda: "Ward,Cost\nTown,£12\n".encode("cp1252"),
    "BMI by ward.csv": lambda: b"BMI,Ward\n1,2\n",
    "MZ notes.txt": lambda: b"MZ is how this note begins\n",
    "one letter across two pieces.txt": lambda: b"x" * (64 * 1024 - 1) + "é".encode() + b" end",
    "letter.eml": lambda: samples.EML,
    "letter.msg": lambda: samples.MSG,
    "page from example.com.pdf": lambda: samples.PDF,
    "Report v1.2 (final).pdf": lambda: samples.PDF,
}

HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty file": ("minutes.pdf", lambda: b"", "is empty"),
    "web page named as a PDF": ("minutes.pdf", lambda: samples.HTML, "is not a PDF"),
    "program named as a PDF": ("minutes.pdf", lambda: samples.EXE, "is not a PDF"),
    "PDF that begins as a web page": ("minutes.pdf", lambda: samples.HTML + samples.PDF, "is not a PDF"),
    "PDF with an archive behind it": ("a.pdf", lambda: samples.PDF + samples.packed({"x.exe": b"MZ"}), "is not a PDF"),
    "picture with an archive behind it": ("a.png", lambda: samples.PNG + samples.packed({"x": b""}), "is not a PNG"),
    "photo with an archive behind it": ("a.jpg", lambda: samples.JPEG + samples.packed({"x": b""}), "is not a JPEG"),
    "drawing named as a picture": ("map.png", lambda: samples.SVG, "is not a PNG picture"),
    "JPEG named as a PNG": ("map.png", lambda: samples.JPEG, "is not a PNG picture"),
    "drawing with a script": ("map.svg", lambda: samples.SVG, "can run as a program"),
    "web page": ("page.html", lambda: samples.HTML, "can run as a program"),
    "program": ("setup.exe", lambda: samples.EXE, "can run as a program"),
    "program behind a second ending": ("minutes.pdf.exe", lambda: samples.EXE, "can run as a program"),
    "program before a second ending": ("minutes.exe.pdf", lambda: samples.PDF, "can run as a program"),
    "script of a server": ("a.php.jpg", lambda: samples.JPEG, "can run as a program"),
    "program hidden by reversed letters": ("minutes\u202efdp.exe", lambda: samples.EXE, "can run as a program"),
    "program hidden by blanks": ("minutes.pdf          .exe", lambda: samples.EXE, "can run as a program"),
    "script": ("run.js", lambda: b"alert(1)", "can run as a program"),
    "packed folder": ("all.zip", lambda: samples.packed({"a.pdf": samples.PDF}), "Unpack it"),
    "macro workbook": ("money.xlsm", workbook, "macros"),
    "macros inside a plain ending": (
        "money.xlsx",
        lambda: samples.office("xlsx", {"xl/vbaProject.bin": b"x"}),
        "contains macros",
    ),
    "macro workbook renamed": (
        "money.xlsx",
        lambda: samples.office("xlsx", part="application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        "contains macros",
    ),
    "macros in OpenDocument": ("a.odt", lambda: samples.open_document("odt", {"Basic/a.xml": b"x"}), "contains macros"),
    "program inside a document": (
        "a.docx",
        lambda: samples.office("docx", {"word/embeddings/setup.EXE": samples.EXE}),
        "has a program inside",
    ),
    "archive named as a document": ("a.docx", lambda: samples.packed({"a.txt": b"x"}), "is not a Word document"),
    "workbook named as a document": ("a.docx", workbook, "another kind of document"),
    "spreadsheet named as a text": ("a.odt", lambda: samples.open_document("ods"), "another kind of document"),
    "Word document named as OpenDocument": ("a.odt", lambda: samples.office("docx"), "is not an OpenDocument text"),
    "PDF named as a document": ("a.docx", lambda: samples.PDF, "is not a Word document"),
    "old or locked document": ("a.docx", lambda: samples.OLE + bytes(900), "protected by a password or saved in"),
    "locked members": ("a.docx", lambda: samples.locked(samples.office("docx")), "protected by a password"),
    "zip bomb": ("a.docx", samples.bomb, "far more than its size"),
    "zip bomb that lies": ("a.docx", samples.lying_bomb, "is damaged"),
    "zip bomb of shared bytes": ("a.docx", samples.overlapping_bomb, "far more than its size"),
    "ten thousand members": (
        "a.xlsx",
        lambda: samples.office("xlsx", {f"xl/{n}.xml": b"" for n in range(10_000)}),
        "far more than its size",
    ),
    "member that leads out": ("a.docx", lambda: samples.office("docx", {"../../etc/cron.d/x": b""}), "is damaged"),
    "two members of one name": ("a.docx", samples.doubled, "is damaged"),
    "half a document": ("a.docx", lambda: samples.office("docx")[:200], "is damaged"),
    "one byte changed": ("a.odt", lambda: samples.open_document("odt").replace(b"<con", b"<cox"), "is damaged"),
    "text with a zero byte": ("a.txt", lambda: b"a\x00b", "holds more than text"),
    "picture named as text": ("a.txt", lambda: samples.PNG, "holds more than text"),
    "text in neither encoding": ("a.csv", lambda: b"a,\x81\x8d\n", "holds more than text"),
    "text in UTF-16": ("a.csv", lambda: "a,b".encode("utf-16"), "choose UTF-8"),
    "web page named as text": ("a.txt", lambda: b"\n " + samples.HTML, "is not a text file"),
    "script named as a table": ("a.csv", lambda: b"#!/bin/sh\nrm\n", "is not a CSV file"),
    "web page named as e-mail": ("a.eml", lambda: samples.HTML, "is not a saved e-mail"),
    "prose named as e-mail": ("a.eml", lambda: b"Dear all\n", "is not a saved e-mail"),
    "old document named as a message": ("a.msg", lambda: samples.OLE + bytes(900), "is not a saved Outlook message"),
    "message with macros": (
        "a.msg",
        lambda: samples.MSG + "_VBA_PROJECT".encode("utf-16-le"),
        "carries a document with macros",
    ),
    "old format": ("a.doc", lambda: samples.OLE, "Save it as .docx"),
    "unknown kind": ("a.xyz", lambda: b"x", "is not a kind of file we can keep"),
    "no ending": ("minutes", lambda: samples.PDF, "has no ending"),
    "hidden file": (".htaccess", lambda: b"x", "has no ending"),
}


@pytest.mark.parametrize("name", GOOD)
def test_honest_file_is_taken_with_its_size_seal_and_type(name: str) -> None:
    content = GOOD[name]()
    upload = sent(name, content)
    checked = check_upload(upload)
    assert (checked.size, checked.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert checked.name.lower() == name.lower()
    assert upload.read() == content


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_or_mistaken_file_is_refused_in_a_sentence_that_names_it(case: str) -> None:
    name, make, words = HOSTILE[case]
    with pytest.raises(FileRefused) as refusal:
        check_upload(sent(name, make()))
    sentence = str(refusal.value)
    assert words in sentence
    assert sentence.startswith(safe_name(name))
    assert sentence.endswith(".")
    assert any(f" {verb} " in f" {sentence} " for verb in ("Save", "Choose", "Open", "choose", "add", "Take"))


def test_type_is_told_from_the_content_and_not_from_what_the_browser_claims() -> None:
    upload = SimpleUploadedFile("figures.csv", b"a,b\n", content_type="text/html")
    assert check_upload(upload) == CheckedFile(
        name="figures.csv", size=4, sha256=hashlib.sha256(b"a,b\n").hexdigest(), content_type="text/csv"
    )


@pytest.mark.parametrize("over", [0, 1])
def test_size_limit_of_the_settings_is_the_last_size_taken(over: int, settings: object) -> None:
    settings.FILE_SIZE_LIMIT = 1024 * 1024  # type: ignore[attr-defined]
    content = b"a" * (1024 * 1024 + over)
    if not over:
        assert check_upload(sent("a.txt", content)).size == len(content)
        return
    with pytest.raises(FileRefused, match="larger than 1 MB"):
        check_upload(sent("a.txt", content))


def test_size_is_counted_and_not_believed(settings: object) -> None:
    settings.FILE_SIZE_LIMIT = 1024 * 1024  # type: ignore[attr-defined]
    upload = sent("a.txt", b"a" * 2_000_000)
    upload.size = 10
    with pytest.raises(FileRefused, match="larger than"):
        check_upload(upload)


def test_large_file_is_never_held_in_memory_whole(settings: object) -> None:
    settings.FILE_SIZE_LIMIT = 25 * 1024 * 1024  # type: ignore[attr-defined]
    with TemporaryUploadedFile("a.csv", "text/csv", 0, None) as upload:
        for _ in range(20):
            upload.write(b"ward,offences\n" * 75_000)
        upload.seek(0)
        tracemalloc.start()
        check_upload(upload)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 2 * 1024 * 1024


@pytest.mark.parametrize("make", [samples.bomb, samples.overlapping_bomb, samples.vast_directory])
def test_bomb_is_refused_without_unpacking_it(make: Callable[[], bytes]) -> None:
    upload = sent("a.docx", make())
    tracemalloc.start()
    with pytest.raises(FileRefused, match="far more than its size"):
        check_upload(upload)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * 1024 * 1024


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\Windows\\minutes.PDF", "minutes.pdf"),
        ("C:\\Users\\me\\minutes.pdf", "minutes.pdf"),
        ("minutes\u202excod.pdf", "minutesxcod.pdf"),
        ("\u200bmin\u0000ut\res\u2066.pdf", "minutes.pdf"),
        ("محضر الاجتماع.pdf", "محضر الاجتماع.pdf"),
        ("Tŷ Mawr.pdf", "Tŷ Mawr.pdf"),
        ('a<b>"c|d?*.pdf', "a-b-c-d.pdf"),
        ("con.pdf", "file con.pdf"),
        ("...pdf", "pdf"),
        ("  two   words .pdf", "two words.pdf"),
        ("///", "file"),
        ("", "file"),
    ],
)
def test_name_is_made_safe_and_stays_readable(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_very_long_name_is_cut_and_keeps_its_ending() -> None:
    name = check_upload(sent("m" * 300 + ".pdf", samples.PDF)).name
    assert len(name) == 120
    assert name.endswith("m.pdf")


def test_kept_file_is_saved_by_the_browser_and_never_run_as_part_of_the_site() -> None:
    response = response_for(io.BytesIO(samples.HTML), "tŷ\r\nX-Evil: 1.html", size=len(samples.HTML))
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert "\n" not in response.headers["Content-Disposition"]
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("sandbox;")
    assert response.headers["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content) == samples.HTML


def test_policy_of_the_site_does_not_replace_that_of_the_file() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return response_for(io.BytesIO(samples.PDF), "a.pdf")

    response = CSPMiddleware(view)(HttpRequest())
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Security-Policy"].startswith("sandbox;")
