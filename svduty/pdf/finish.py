"""What the engine leaves undone for people who listen to the document rather than look at it."""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from svduty.pdf.append import set_in_pages_of
from svduty.pdf.manuscript import Appended
from svduty.pdf.metadata import claim_both_standards, claim_no_standard
from svduty.pdf.saving import save

SECTIONS = (Name.Table, Name.THead, Name.TBody, Name.TFoot)
MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"


def finish(raw: bytes, appended: tuple[Appended, ...] = (), places: Mapping[str, int] = MappingProxyType({})) -> bytes:
    """Give each heading cell its scope, index cells by name, make running heads and feet artifacts, and claim PDF/UA-1.

    ISO 14289-1 7.5 asks that headings of tables can be told apart, and 7.8 that running heads and feet be artifacts. A document into
    which pages of others are set claims no standard: nobody here made those pages, and what they lack cannot be told.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _gather_list_items(pdf)
        reached = _dress_table_cells(pdf)
        _make_running_text_artifacts(pdf, reached)
        if appended:
            set_in_pages_of(pdf, appended, places)
            claim_no_standard(pdf)
        else:
            claim_both_standards(pdf)
        return save(pdf)


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Each element of the structure tree with the part of a table it stands in."""
    stack: list[tuple[Any, Any]] = [(kid, None) for kid in pdf.Root.StructTreeRoot.K]
    while stack:
        element, section = stack.pop()
        if not isinstance(element, Dictionary) or Name.S not in element:
            continue
        if element.S in SECTIONS:
            section = element.S
        yield element, section
        kids = element.get(Name.K)
        stack.extend((kid, section) for kid in (kids if isinstance(kids, Array) else [kids]))


def _gather_list_items(pdf: pikepdf.Pdf) -> None:
    """An item of a list holds its mark and its bodies and nothing else; the engine leaves its second paragraph beside them."""
    for item, _ in _elements(pdf):
        kids = item.get(Name.K)
        if item.S != Name.LI or not isinstance(kids, Array):
            continue
        body: Any = None
        kept = []
        for kid in list(kids):
            if kid.S in (Name.Lbl, Name.LBody):
                body = kid if Name.LBody == kid.S else body
                kept.append(kid)
                continue
            if body is None:
                body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, K=Array([]), Pg=item.Pg, P=item))
                kept.append(body)
            if not isinstance(body.K, Array):
                body.K = Array([body.K])
            body.K.append(kid)
            kid.P = body
        item.K = Array(kept)


def _dress_table_cells(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Set scopes and the index of cell names; return which elements can be reached at all."""
    reached = set()
    named: list[tuple[bytes, Any]] = []
    for element, section in _elements(pdf):
        reached.add(element.objgen)
        if element.S != Name.TH:
            continue
        element.A.Scope = Name.Column if section == Name.THead else Name.Row
        if Name.ID in element:
            named.append((bytes(element.ID), element))
    if named:
        named.sort(key=lambda pair: pair[0])
        names = Array([item for key, element in named for item in (pikepdf.String(key), element)])
        limits = Array([pikepdf.String(named[0][0]), pikepdf.String(named[-1][0])])
        leaf = pdf.make_indirect(Dictionary(Names=names, Limits=limits))
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Kids=Array([leaf]))
    return reached


def _make_running_text_artifacts(pdf: pikepdf.Pdf, reached: set[tuple[int, int]]) -> None:
    """Marked content that no element of the tree reaches is page furniture: say so, so that it is not read out."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for page in pdf.pages:
        elements = owners[int(page.obj.StructParents)]
        loose = {at for at, element in enumerate(elements) if element.objgen not in reached}
        if not loose:
            continue
        page.contents_coalesce()
        content = page.obj.Contents
        marked = MARKED.sub(
            lambda mark, loose=loose: ARTIFACT if int(mark[1]) in loose else mark[0],  # type: ignore[misc]
            content.read_bytes(),
        )
        content.write(zlib.compress(marked), filter=Name.FlateDecode)
        for at in loose:
            elements[at] = pikepdf.Object.parse(b"null")
