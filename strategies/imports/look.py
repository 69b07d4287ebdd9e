"""A look through the parts of a Word document: is it sane, which styles are headings, and what in it is not text."""

import collections
import dataclasses
import re
import zipfile
from typing import Any

from lxml import etree

from strategies.imports.found import DocumentRefused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST_PART = 40 * 1024 * 1024  # bytes of XML; 200 pages have some 5 million
MOST_PARAGRAPHS = 20_000
MOST_ELEMENTS = 1_500_000
OUTSIDER = "names things outside itself as no ordinary document does. Copy its text into a new document, save that, then choose it."
TOO_LONG = "is longer than can be read at once. Divide it into two documents and bring in one after the other."
BROKEN = "is damaged inside. Open it in Word, save it again as .docx, then choose that."
DEEPEST_HEADING = 6
BLACK = {"auto", "000000", ""}
HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
# What stands for one thing each, by the local name of its element.
THINGS = {
    "drawing": "picture",
    "pict": "picture",
    "txbxContent": "box",
    "oMath": "equation",
    "ins": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
    "moveTo": "inserted",
    "OLEObject": "object",
    "chart": "chart",
    "relIds": "diagram",
    "checkBox": "field",
    "checkbox": "field",
    "ddList": "field",
    "dropDownList": "field",
    "vMerge": "merged",
    "gridSpan": "merged",
}


@dataclasses.dataclass
class Look:
    """`heading_styles`: name of a style -> its level, without Word's own."""

    counts: collections.Counter[str]
    heading_styles: dict[str, int]

    def not_kept(self) -> list[str]:
        """In words, the most telling first."""
        count = self.counts
        pictures = count["picture"] - count["box"] - count["chart"] - count["diagram"]
        said = [
            _say(pictures, "picture is left out. Say in words what it shows.", "pictures are left out. Say in words what they show."),
            _say(count["chart"], "chart is left out. Give its figures as a table.", "charts are left out. Give their figures as tables."),
            _say(count["diagram"], "diagram is left out.", "diagrams are left out."),
            _say(
                count["box"],
                "text box: its words are kept, at the place to which the box was tied.",
                "text boxes: their words are kept, at the places to which the boxes were tied.",
            ),
            _say(count["equation"], "equation is left out.", "equations are left out."),
            _say(count["comment"], "comment in the margin is left out.", "comments in the margin are left out."),
            _say(
                count["inserted"] + count["deleted"],
                "tracked change: taken as if it were accepted.",
                "tracked changes: taken as if all were accepted.",
            ),
            _say(count["frame"], "header or footer is left out.", "headers and footers are left out."),
            _say(count["object"], "embedded object, such as a sheet, is left out.", "embedded objects, such as sheets, are left out."),
            _say(count["field"], "tick box or choice is left out.", "tick boxes or choices are left out."),
            "Cells that were merged are cells of their own now: look at the tables." if count["merged"] else "",
            "Colours and highlighting are left out. What they told must be said in words." if count["colour"] else "",
            _left_out(count),
        ]
        return [words for words in said if words]


def look_through(packed: zipfile.ZipFile) -> Look:
    """Raises DocumentRefused for what no ordinary document has."""
    names = packed.namelist()
    for name in names:
        if name.endswith((".xml", ".rels")):
            _check_part(packed, name)
    counts: collections.Counter[str] = collections.Counter()
    styles = _styles(packed) if "word/styles.xml" in names else {}
    main = _main_part(names)
    _count(packed, main, counts, _left_out_styles(styles))
    counts["frame"] = sum(_has_words(packed, name) for name in names if re.fullmatch(r"word/(header|footer)\d*\.xml", name))
    if "word/comments.xml" in names:
        counts["comment"] = sum(1 for _ in _parse(packed, "word/comments.xml").iter(f"{W}comment"))
    own = {name: level for name, level in styles.values() if level and not HEADING.fullmatch(name) and "'" not in name and "\\" not in name}
    return Look(counts, own)


def _main_part(names: list[str]) -> str:
    if "word/document.xml" in names:
        return "word/document.xml"
    found = [name for name in names if re.fullmatch(r"word/document\d*\.xml", name)]
    if not found:
        raise DocumentRefused(BROKEN)
    return found[0]


def _check_part(packed: zipfile.ZipFile, name: str) -> None:
    """No part declares entities (by which one document reads another, or grows without end), and none is too large to hold."""
    if packed.getinfo(name).file_size > LARGEST_PART:
        raise DocumentRefused(TOO_LONG)
    content = packed.read(name)
    # Other encodings could hide the declaration; Word writes UTF-8.
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:200]:
        raise DocumentRefused(BROKEN)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DocumentRefused(OUTSIDER)
    if re.search(rb"<\?xml[^>]*encoding=[\"'](?!utf-8|us-ascii)", content[:200], re.IGNORECASE):
        raise DocumentRefused(BROKEN)


def _parse(packed: zipfile.ZipFile, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(packed.read(name), parser)
    except etree.XMLSyntaxError:
        raise DocumentRefused(BROKEN) from None


def _styles(packed: zipfile.ZipFile) -> dict[str, tuple[str, int]]:
    """Id of a paragraph style -> its name and, if it is a heading, its level."""
    found: dict[str, tuple[str, str, int]] = {}
    for style in _parse(packed, "word/styles.xml").iter(f"{W}style"):
        if style.get(f"{W}type") != "paragraph":
            continue
        name = _value(style.find(f"{W}name"))
        outline = _value(style.find(f"{W}pPr/{W}outlineLvl"))
        told = HEADING.fullmatch(name)
        level = int(told[1]) if told else int(outline) + 1 if outline.isdecimal() and int(outline) < DEEPEST_HEADING else 0
        found[style.get(f"{W}styleId") or ""] = (name, _value(style.find(f"{W}basedOn")), level)
    return {key: (name, _level(key, found)) for key, (name, _, _) in found.items()}


def _level(key: str, styles: dict[str, tuple[str, str, int]]) -> int:
    """Its own level, or that of the style it is built on."""
    for _ in range(10):
        if key not in styles:
            return 0
        name, built_on, level = styles[key]
        if level or name.lower() in ("title", "toc heading"):
            return level
        key = built_on
    return 0


def _value(element: Any) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def _count(packed: zipfile.ZipFile, name: str, counts: collections.Counter[str], left_out: dict[str, str]) -> None:
    paragraphs = 0
    for number, element in enumerate(_parse(packed, name).iter(etree.Element), start=1):
        local = element.tag.rpartition("}")[2]
        paragraphs += element.tag == f"{W}p"
        if local == "Fallback":
            # The same thing once more, for older programs.
            _uncount(element, counts)
        elif local in THINGS:
            counts[THINGS[local]] += 1
        elif (local == "color" and _value(element).lower() not in BLACK) or local == "highlight":
            counts["colour"] += 1
        elif local == "pStyle" and _value(element) in left_out:
            counts[left_out[_value(element)]] += 1
        if paragraphs > MOST_PARAGRAPHS or number > MOST_ELEMENTS:
            raise DocumentRefused(TOO_LONG)


def _uncount(element: Any, counts: collections.Counter[str]) -> None:
    for inner in element.iter(etree.Element):
        local = inner.tag.rpartition("}")[2]
        if local in THINGS:
            counts[THINGS[local]] -= 1


def _has_words(packed: zipfile.ZipFile, name: str) -> bool:
    return any((text.text or "").strip() for text in _parse(packed, name).iter(f"{W}t"))


def _left_out_styles(styles: dict[str, tuple[str, int]]) -> dict[str, str]:
    """Id of a style -> of which thing that a strategy has already."""
    things = {"title": "title", "toc ": "contents"}
    return {key: thing for key, (name, _) in styles.items() for start, thing in things.items() if name.lower().startswith(start)}


def _left_out(count: collections.Counter[str]) -> str:
    things = [words for key, words in (("title", "title"), ("contents", "contents list")) if count[key]]
    verb = "are" if len(things) > 1 else "is"
    return f"The {' and the '.join(things)} {verb} left out: the strategy has its own." if things else ""


def _say(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}" if number > 1 else ""
