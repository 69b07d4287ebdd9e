"""Pages of other people's PDFs, set into sheets of ours below our own head with our own page number."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from svduty.pdf.manuscript import Appended

# Points. What is set in keeps clear of the head that our style sheet draws (static/print/pack.css).
HEAD, FOOT, SIDE = 64, 20, 20
MARKS = {"BMC", "BDC"}
POINTS = {"MP", "DP"}


def set_in_pages_of(pdf: pikepdf.Pdf, appended: tuple[Appended, ...], places: Mapping[str, int]) -> None:
    """Fill the sheets that are kept free for them. Raises ValueError when there are more or fewer sheets than pages."""
    for one in appended:
        with pikepdf.open(io.BytesIO(one.content)) as paper:
            pages = pages_as_pictures(paper)
            sheets = sum(name.startswith(f"{one.place}-") for name in places)
            if sheets != len(paper.pages):
                raise ValueError(f"{len(paper.pages)} pages do not fit on {sheets} sheets.")
            for number, drawn in enumerate(pages, start=1):
                _draw(pdf, places[f"{one.place}-{number}"], pdf.copy_foreign(drawn))


def pages_as_pictures(paper: pikepdf.Pdf) -> Iterator[Any]:
    """Each page as one drawing (a form XObject), what was filled in and stamped on it included; scripts and links stay behind."""
    paper.generate_appearance_streams()
    paper.flatten_annotations("print")
    for page in paper.pages:
        drawn = page.as_form_xobject()
        if Name.StructParents in drawn:
            del drawn.StructParents
        content = drawn.read_bytes()
        drawn.write(_without_marks(drawn) if b"MCID" in content or b"BMC" in content else content)
        yield drawn


def lies_across(page: pikepdf.Page) -> bool:
    """Is it wider than it is high, as it is shown?"""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    turned = int(page.obj.get(Name.Rotate, 0)) % 180 == 90
    return (abs(right - left) > abs(top - bottom)) is not turned


def _without_marks(drawn: Any) -> bytes:
    """The same drawing without marks that refer to the structure of the document it came from. Layers keep theirs."""
    kept: list[Any] = []
    dropped: list[bool] = []
    for instruction in pikepdf.parse_content_stream(drawn):
        operator = str(instruction.operator)
        if operator in MARKS:
            dropped.append(instruction.operands[0] != Name.OC)
            if dropped[-1]:
                continue
        elif operator == "EMC":
            if not dropped or dropped.pop():
                continue
        elif operator in POINTS:
            continue
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)


def _draw(pdf: pikepdf.Pdf, number: int, drawn: Any) -> None:
    sheet = pdf.pages[number - 1]
    left, bottom, right, top = (float(edge) for edge in sheet.mediabox)
    room = pikepdf.Rectangle(left + SIDE, bottom + FOOT, right - SIDE, top - HEAD)
    # All sheets share their resources, so each drawing has a name of its own; the same one whenever the document is made again.
    name = sheet.add_resource(drawn, Name.XObject, Name(f"/Paper{number}"))
    placed = sheet.calc_form_xobject_placement(drawn, name, room, invert_transformations=True, allow_shrink=True, allow_expand=False)
    mark = _element_for(pdf, sheet)
    # Whatever our own head left behind must not move or turn what follows.
    sheet.contents_add(b"q\n", prepend=True)
    sheet.contents_add(b"\nQ\n/P <</MCID %d>> BDC\n%b\nEMC\n" % (mark, placed))


def _element_for(pdf: pikepdf.Pdf, sheet: pikepdf.Page) -> int:
    """A paragraph of its own in the tree of tags, after what stands on the sheet already, so that its text is read out at least."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = next(numbers[at + 1] for at in range(0, len(numbers), 2) if int(numbers[at]) == int(sheet.obj.StructParents))
    mark = len(owners)
    before = next(owner for owner in owners if isinstance(owner, Dictionary))
    parent = before.P
    paragraph = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=parent, Pg=sheet.obj, K=mark))
    kids = parent.K
    if isinstance(kids, Array):
        kids.append(paragraph)
    else:
        parent.K = Array([kids, paragraph])
    owners.append(paragraph)
    return mark
