"""A version as PDF, Word and Markdown: what it says, how it is built, and that a public copy says nothing more."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from strategies.export import NothingToExport, version_markdown, version_pdf, version_word
from strategies.models import Approval, Publication
from svduty.text.markdown import to_html
from tests.cast import Cast, day
from tests.strategies.exports.samples import HOSTILE, TEXT, W, failures, part, sheets, styled, typed


def test_markdown_has_a_title_its_facts_and_headings_one_below_the_other(cast: Cast) -> None:
    text = version_markdown(typed(cast, ("Purpose", "To keep people safe."), ("Knowledge *now*", TEXT))).decode()
    assert text.startswith("# Serious Violence Strategy, version 2\n")
    assert "\n## Purpose\n\nTo keep people safe.\n" in text
    assert "\n## Knowledge \\*now\\*\n" in text
    assert "\n### What we know\n" in text
    assert "\n#### In the north\n" in text
    assert "since 2022, *as the police say*.[^2-1]" in text
    assert "\n[^2-1]: Police figures, table 4.\n" in text


def test_markdown_reads_back_as_it_was_written(cast: Cast) -> None:
    """What a reader's own program makes of the file is what our page shows."""
    text = version_markdown(typed(cast, ("Knowledge", "Heading\n=======\n\nwords\n\n```\n# no heading\n```"))).decode()
    shown = to_html(text)
    assert "<h4>Heading</h4>\n<p>words</p>" in shown
    assert "# no heading" in shown


def test_word_document_has_real_styles_lists_tables_and_numbers(cast: Cast) -> None:
    word = version_word(typed(cast, ("Purpose", "To keep people safe."), ("Knowledge", TEXT)))
    found = styled(word)
    for expected in (
        ("Title", "Serious Violence Strategy, version 2"),
        ("TOCHeading", "Contents"),
        ("TOC1", "2 Knowledge"),
        ("TOC2", "2.1 What we know"),
        ("Heading1", "Purpose"),
        ("Heading2", "What we know"),
        ("Heading3", "In the north"),
        ("ListBullet", "youth custody"),
        ("ListContinue2", "with a second paragraph"),
        ("ListNumber", "second"),
        ("Quote", "They told us so."),
    ):
        assert expected in found, expected
    known = {style.get(f"{W}styleId") for style in part(word, "word/styles.xml").iter(f"{W}style")}
    assert {style for style, _ in found if style} <= known
    document = part(word)
    rows = document.findall(f".//{W}tbl/{W}tr")
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert [row.find(f"{W}trPr/{W}tblHeader") for row in rows[1:]] == [None, None]
    nested = next(p for p in document.iter(f"{W}p") if "".join(p.itertext()) == "youth custody")
    assert nested.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") == "1"
    fields = [node.text.strip() for name in ("word/document.xml", "word/footer1.xml") for node in _texts(word, name, "instrText")]
    assert fields == ['TOC \\o "1-2" \\h \\z \\u', "PAGE", "NUMPAGES"]


def _texts(word: bytes, name: str, tag: str) -> list[Any]:
    return list(part(word, name).iter(f"{W}{tag}"))


def test_word_document_has_real_footnotes_numbered_through(cast: Cast) -> None:
    word = version_word(typed(cast, ("One", "a[^x] again[^x]\n\n[^x]: First [note](https://www.example.gov.uk/n)."), ("Two", TEXT)))
    notes = {note.get(f"{W}id"): "".join(note.itertext()).strip() for note in part(word, "word/footnotes.xml").iter(f"{W}footnote")}
    assert notes["1"] == "First note (https://www.example.gov.uk/n)."
    assert notes["3"] == "Police figures, table 4."
    called = [mark.get(f"{W}id") for mark in part(word).iter(f"{W}footnoteReference")]
    assert called == ["1", "2", "3"]
    assert "[^" not in "".join(part(word).itertext())


def test_word_document_is_british_names_nobody_and_is_the_same_each_time(cast: Cast) -> None:
    version = typed(cast, ("Purpose", TEXT))
    word = version_word(version)
    about = Document(io.BytesIO(word)).core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == ("Serious Violence Strategy, version 2", "", "", "")
    assert about.language == "en-GB"
    assert {lang.get(f"{W}val") for lang in part(word, "word/styles.xml").iter(f"{W}lang")} == {"en-GB"}
    assert word == version_word(version)


def test_word_document_takes_no_link_but_to_the_web_and_no_picture(cast: Cast) -> None:
    word = version_word(typed(cast, ("<b>" + "\x0b", HOSTILE), ("Knowledge", TEXT)))
    relations = part(word, "word/_rels/document.xml.rels")
    outside = [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"]
    assert outside == ["https://www.example.gov.uk/figures?a=1&b=2"]
    with zipfile.ZipFile(io.BytesIO(word)) as packed:
        assert [name for name in packed.namelist() if not name.endswith((".xml", ".rels"))] == []
    words = "".join(part(word).itertext())
    assert "<script>alert(1)</script>" in words
    assert "javascript:alert(1)" in words


def test_document_or_link_is_not_made_anew(cast: Cast) -> None:
    version = typed(cast, form="link", link="https://www.example.gov.uk/strategy.pdf")
    for make in (version_pdf, version_word, version_markdown):
        with pytest.raises(NothingToExport, match="a document or a link"):
            make(version)


def test_state_is_said_in_words_and_a_public_copy_says_only_when_it_was_published(cast: Cast) -> None:
    version = typed(cast, ("Purpose", "Words."), note="CANARY note")
    assert "State: Draft for comments" in version_markdown(version, public=False).decode()
    Approval.objects.create(strategy_version=version, decided_by="CANARY Cabinet", decided_on=day("2024-01-16"), conditions="CANARY")
    inside = version_markdown(version, public=False).decode()
    assert "State: Approved by CANARY Cabinet on 16 January 2024." in inside
    assert "CANARY note" not in inside
    assert "CANARY" not in version_markdown(version).decode()
    Publication.objects.create(strategy_version=version, way="website", published_on=day("2024-01-31"), area=cast.area, reason="CANARY")
    public = version_markdown(version).decode()
    assert "State: Published on 31 January 2024." in public
    assert "CANARY" not in public
    assert "Draft" not in public


@pytest.mark.slow
def test_pdf_follows_both_standards_with_every_kind_of_text(cast: Cast) -> None:
    version = typed(cast, ("Purpose", TEXT), ("Hostile <b>" + "w" * 200, HOSTILE), ("Nothing", ""), ("Knowledge", TEXT))
    pdf = version_pdf(version)
    assert failures(pdf) == []
    text = sheets(pdf)
    assert "Serious Violence Strategy, version 2 Anyborough Community Safety Partnership" in text[0]
    assert "Seal 9F2C 41A7 9F2C 41A7" in text[0]
    assert "1.1 What we know" in text[1]
    assert "Page 2 of" in text[1]
    assert any("They told us so." in sheet for sheet in text)
    assert any("Police figures, table 4." in sheet for sheet in text)
    assert not any("Back to" in sheet for sheet in text)
    assert pdf == version_pdf(version)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine; ./dev test installs it")
def test_libreoffice_opens_the_word_document_with_headings_contents_and_notes(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "strategy.docx").write_bytes(version_word(typed(cast, ("Purpose", "To keep people safe."), ("Knowledge", TEXT))))
    own = f"-env:UserInstallation=file://{tmp_path}/profile"
    for kind in ("pdf", "txt:Text"):
        command = ["soffice", own, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(tmp_path / "strategy.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = sheets((tmp_path / "strategy.pdf").read_bytes())
    assert "Contents 1 Purpose 2 Knowledge 2.1 What we know" in text[1]
    assert any("2.1 What we know They told us so." in sheet for sheet in text)
    assert "Page 3 of 3" in text[2]
    assert "Police figures, table 4." in text[2]
    assert "Northside" in (tmp_path / "strategy.txt").read_text()
