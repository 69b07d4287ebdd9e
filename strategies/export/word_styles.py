"""How a Word document looks: its styles, and the numbering of headings and lists."""

import re
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

INK, ACCENT, QUIET = RGBColor(0x14, 0x28, 0x4D), RGBColor(0xB4, 0x50, 0x0F), RGBColor(0x54, 0x5E, 0x70)
FACE = "Arial"
CODE_FACE = "Courier New"
# What XML 1.0 cannot hold.
ILLEGIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADINGS, BULLETS, NUMBERS = 901, 902, 903  # abstract numberings of our own
DEEPEST_LIST = 8
SIZES = {"Heading 1": 17, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 11, "Heading 5": 11, "Heading 6": 11}


def legible(text: str) -> str:
    return ILLEGIBLE.sub("", text)


def dress(document: WordDocument) -> None:
    """Give the styles that Word knows by name our face, sizes and colours, and add those that are missing."""
    styles: Any = document.styles
    normal = styles["Normal"]
    _face(normal, 11)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in SIZES.items():
        style = styles[name]
        _face(style, size)
        style.font.color.rgb, style.font.bold, style.font.italic = INK, True, False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(18 if name == "Heading 1" else 12), Pt(5)
        style.paragraph_format.keep_with_next = True
    for name, size in {"Title": 26, "Subtitle": 15, "Caption": 10}.items():
        _face(styles[name], size)
        styles[name].font.color.rgb, styles[name].font.italic = INK, False
    _plain_title(styles["Title"])
    _face(styles["TOC Heading"], 17)
    styles["TOC Heading"].font.color.rgb = INK
    # It is built on Heading 1, whose number it does without.
    styles["TOC Heading"].element.get_or_add_pPr().append(numbered(0, 0))
    _face(styles["Quote"], 11)
    styles["Quote"].font.italic, styles["Quote"].paragraph_format.left_indent = False, Pt(20)
    styles["Caption"].paragraph_format.keep_with_next = True
    for level in (1, 2, 3):
        added = _added(document, f"toc {level}", f"TOC{level}", WD_STYLE_TYPE.PARAGRAPH)
        added.base_style, added.paragraph_format.left_indent = normal, Pt(14 * (level - 1))
        added.paragraph_format.space_after, added.font.bold = Pt(4), level == 1
    note = _added(document, "footnote text", "FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size, note.paragraph_format.space_after = normal, Pt(9), Pt(2)
    _added(document, "footnote reference", "FootnoteReference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    link = _added(document, "Hyperlink", "Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor(0x1B, 0x4B, 0x91), True
    _number(document)


def _added(document: WordDocument, name: str, key: str, kind: WD_STYLE_TYPE) -> Any:
    style = document.styles.add_style(name, kind, builtin=True)
    style.element.styleId = key
    return style


def _face(style: Any, size: float) -> None:
    style.font.name, style.font.size = FACE, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for letters in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{letters}"), FACE)


def _plain_title(style: Any) -> None:
    """Without the rule that the stock style draws below it."""
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    style.paragraph_format.space_after = Pt(10)


def _number(document: WordDocument) -> None:
    """Headings 1 and 2 number themselves, as in the PDF; bullets and numbers for lists of any depth."""
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for number, levels in ((HEADINGS, _heading_levels()), (BULLETS, _bullet_levels()), (NUMBERS, _number_levels())):
        first.addprevious(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
    for number in (HEADINGS, BULLETS):
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    for level in (1, 2):
        style: Any = document.styles[f"Heading {level}"]
        style.element.get_or_add_pPr().append(numbered(HEADINGS, level - 1))


def numbered(number: int, level: int) -> Any:
    """The property by which a paragraph or a style stands in a numbering."""
    found = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", number)):
        child = OxmlElement(tag)
        child.set(qn("w:val"), str(value))
        found.append(child)
    return found


def new_numbers(document: WordDocument, number: int, start: int) -> None:
    """A numbered list of its own that begins at `start`."""
    levels = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start if not level else 1}"/></w:lvlOverride>' for level in range(9)
    )
    document.part.numbering_part.element.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{NUMBERS}"/>{levels}</w:num>')
    )


def _level(at: int, kind: str, text: str, indent: int, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{min(indent, 425)}"/></w:pPr></w:lvl>'
    )


def _heading_levels() -> str:
    one = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:suff w:val="space"/>'
    two = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:suff w:val="space"/>'
    return f'{one}<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl>{two}<w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/></w:lvl>'


def _bullet_levels() -> str:
    return "".join(_level(at, "bullet", "•" if at % 2 == 0 else "–", 425 * (at + 1)) for at in range(9))


def _number_levels() -> str:
    kinds = ("decimal", "lowerLetter", "lowerRoman")
    return "".join(_level(at, kinds[at % 3], f"%{at + 1}.", 425 * (at + 1)) for at in range(9))
