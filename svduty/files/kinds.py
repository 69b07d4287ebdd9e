"""The kinds of file that can be kept here, and kinds that people may try and what to do instead."""

from dataclasses import dataclass
from enum import Enum, auto


class Shape(Enum):
    """How the content of a file is told."""

    SIGNED = auto()
    OFFICE = auto()
    OPEN_DOCUMENT = auto()
    TEXT = auto()
    MAIL = auto()
    OUTLOOK = auto()


@dataclass(frozen=True)
class Kind:
    """`part` is what an office file must hold: the content type of its main part, or its stated type."""

    words: str
    shape: Shape
    content_type: str
    part: str = ""


OOXML = "application/vnd.openxmlformats-officedocument."
OASIS = "application/vnd.oasis.opendocument."

KINDS = {
    "pdf": Kind("a PDF", Shape.SIGNED, "application/pdf"),
    "png": Kind("a PNG picture", Shape.SIGNED, "image/png"),
    "jpg": Kind("a JPEG picture", Shape.SIGNED, "image/jpeg"),
    "jpeg": Kind("a JPEG picture", Shape.SIGNED, "image/jpeg"),
    "docx": Kind("a Word document", Shape.OFFICE, OOXML + "wordprocessingml.document", OOXML + "wordprocessingml.document.main+xml"),
    "xlsx": Kind("an Excel workbook", Shape.OFFICE, OOXML + "spreadsheetml.sheet", OOXML + "spreadsheetml.sheet.main+xml"),
    "pptx": Kind(
        "a PowerPoint presentation",
        Shape.OFFICE,
        OOXML + "presentationml.presentation",
        OOXML + "presentationml.presentation.main+xml",
    ),
    "odt": Kind("an OpenDocument text", Shape.OPEN_DOCUMENT, OASIS + "text", OASIS + "text"),
    "ods": Kind("an OpenDocument spreadsheet", Shape.OPEN_DOCUMENT, OASIS + "spreadsheet", OASIS + "spreadsheet"),
    "csv": Kind("a CSV file", Shape.TEXT, "text/csv"),
    "txt": Kind("a text file", Shape.TEXT, "text/plain"),
    "eml": Kind("a saved e-mail", Shape.MAIL, "message/rfc822"),
    "msg": Kind("a saved Outlook message", Shape.OUTLOOK, "application/vnd.ms-outlook"),
}

WELCOME = (
    "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods), CSV, plain text, PNG, JPEG or a "
    "saved e-mail (.eml, .msg)"
)

WITH_MACROS = {"docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam"}
PROGRAMS = {
    *("exe", "com", "scr", "pif", "msi", "msp", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "wsf", "wsh", "hta", "cpl"),
    *("dll", "jar", "js", "jse", "mjs", "sh", "bash", "py", "pl", "rb", "php", "phtml", "asp", "aspx", "jsp", "cgi"),
    *("lnk", "url", "reg", "apk", "app", "deb"),
}
# These mislead before the last ending too; others, as in "example.com.pdf", are honest there.
MISLEADING = {"exe", "scr", "bat", "cmd", "js", "vbs", "hta", "php", "jar", "msi", "ps1"}
PAGES = {"html", "htm", "xhtml", "shtml", "mht", "mhtml", "svg", "svgz", "xml"}
SAVE_AGAIN_AS = {"doc": ".docx", "rtf": ".docx", "xls": ".xlsx", "ppt": ".pptx", "odp": ".pptx or PDF", "tsv": ".csv"}
SAVE_AGAIN_AS |= dict.fromkeys(("heic", "gif", "webp", "tif", "tiff", "bmp"), "PNG or JPEG")
PACKED = {"zip", "7z", "rar", "gz", "tar", "tgz", "bz2", "xz", "iso", "img"}
