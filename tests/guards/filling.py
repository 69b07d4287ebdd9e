"""Fill in any form of ours as a sensible person would, from what the page shows; for guards that cover forms yet to be made."""

import html
import io
import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import Workbook

from svduty.editing.days import DayFormField
from svduty.editing.figures import FigureField
from svduty.editing.money import MoneyField
from svduty.vague_dates import VagueDateFormField
from tests.cast import PASSWORD
from tests.page_forms import Control, controls_of

CANARY = "Marigold"
TRIES = 5
BY_KIND: list[tuple[type[forms.Field], str]] = [
    (VagueDateFormField, "6 2 2024"),
    (DayFormField, "6 2 2024"),
    (forms.DateField, "6 2 2024"),
    (forms.EmailField, "marigold@anyborough.example"),
    (forms.URLField, "https://www.example.gov.uk/marigold"),
    (forms.IntegerField, "3"),
    (forms.DecimalField, "3"),
    (FigureField, "3"),
    (MoneyField, "3"),
]
# Where the kind of field does not tell what is asked for: the first that fits the name.
BY_NAME = [
    (r"^old_password$", PASSWORD),
    (r"password", "three quiet green boats"),
    (r"slug", "marigold"),
    (r"code", "E09000099"),
    (r"months", "12"),
]
LAST_DAY = ("ends", "closes_on", "closed_on", "period_to")
Data = dict[str, Any]


def post_well(client: Client, address: str, more: Data | None = None) -> tuple[Any, Data]:
    """Open the form, fill in what is empty, change a text to hold the canary, and send it with `more`.

    Where the page comes back and asks for more (a required field, a tick under a warning) that is done too. Gives the last
    answer and what was sent.
    """
    answer: Any = client.get(address)
    data: Data = {}
    for _ in range(TRIES):
        text = answer.content.decode()
        fields = {name: field for form in forms_on(answer) for name, field in form.fields.items()}
        data = filled(controls_of(text), fields, wrong=_wrong(text))
        answer = client.post(address, data | (more or {}))
        if answer.status_code != 200:
            break
    return answer, data


def forms_on(answer: Any) -> list[forms.BaseForm]:
    """The forms a page was made of."""
    found = [value for context in answer.context or [] for layer in context for value in layer.values()]
    return [value for value in found if isinstance(value, forms.BaseForm)]


def filled(controls: dict[str, Control], fields: dict[str, forms.Field], wrong: frozenset[str]) -> Data:
    """What to send for these controls: what they hold, with the canary in one text, and what is `wrong` filled, or emptied again."""
    data: Data = {}
    marked = any(CANARY in value for control in controls.values() for value in control.values if control.name not in wrong)
    for control in controls.values():
        if control.name == "csrfmiddlewaretoken":
            continue
        fitting = _fitting(control, fields.get(control.name))
        value = _value(control, fitting, control.name in wrong)
        if not marked and not fitting and control.kind in ("text", "textarea") and control.name not in wrong:
            value, marked = [CANARY[: control.longest or None]], True
        if value:
            data[control.name] = value if control.kind in ("checkbox", "multiple") else value[0]
    return data


def _value(control: Control, fitting: str, wrong: bool) -> list[Any]:
    if not wrong and control.name != "cautions_seen":
        return control.values
    if control.kind == "file" and control.name == "table":
        return [SimpleUploadedFile("marigold.csv", b"ons code,name,kind\nE09000099,Marigold,london\n")]
    if control.kind == "file" and control.name == "document":
        return [SimpleUploadedFile("marigold.docx", _word_document())]
    if control.kind == "file" and control.name == "workbook":
        return [SimpleUploadedFile("marigold.xlsx", _workbook())]
    if control.kind == "file":
        return [SimpleUploadedFile("marigold.txt", b"Minutes of the board.\n")]
    if control.options:
        others = [option for option in control.options if option and option not in control.values] or control.values
        return others[:1]
    return [] if any(control.values) else [fitting or CANARY[: control.longest or None]]


def _word_document() -> bytes:
    out, document = io.BytesIO(), Document()
    document.add_heading(CANARY)
    document.add_paragraph("Minutes of the board.")
    document.save(out)
    return out.getvalue()


def _workbook() -> bytes:
    """The action plan, with one new action."""
    out, book = io.BytesIO(), Workbook()
    book.worksheets[0].title = "Actions"
    book.worksheets[0].append(["Reference", "What will be done"])
    book.worksheets[0].append([None, CANARY])
    book.save(out)
    return out.getvalue()


def _fitting(control: Control, field: forms.Field | None) -> str:
    if control.name in LAST_DAY:
        return "1 5 2024"
    if control.name == "review_on":
        return "1 5 2099"
    of_kind = next((value for kind, value in BY_KIND if isinstance(field, kind)), "")
    return of_kind or next((value for pattern, value in BY_NAME if re.search(pattern, control.name)), "")


def _wrong(page: str) -> frozenset[str]:
    """The names of the controls that the error summary links to."""
    summary = re.search(r'class="govuk-error-summary".*?</ul>', page, re.DOTALL)
    return frozenset(html.unescape(name) for name in re.findall(r'href="#id_(\w+?)(?:_\d+)?"', summary[0])) if summary else frozenset()
