"""The product's own page components. Each has one template in templates/components/ and an example on the components page."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet, BoundField
from django.template.context import Context
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, slugify

from svduty import dates
from svduty.govuk_fields import error_links, govuk_params
from svduty.jinja_env import govuk_html
from svduty.status_words import STATUSES, Status

register = template.Library()


@register.simple_tag
def govuk(component: str, **options: Any) -> SafeString:
    """{% govuk "tag" text="Draft" %}: any GOV.UK component by its official options."""
    return govuk_html(component, options)


@register.inclusion_tag("components/status.html")
def status_tag(status: str, large: bool = False) -> dict[str, Any]:
    """{% status_tag finding.status %}: the status in a word, a shape and a colour."""
    return {"status": _status(status), "large": large}


@register.inclusion_tag("components/status_shape.html")
def status_shape(status: str) -> dict[str, Any]:
    """{% status_shape "OVERDUE" %}: the shape alone, for beside a word that already says the status."""
    return {"status": _status(status)}


@register.inclusion_tag("components/due.html")
def due(day: Any, on: datetime.date | None = None) -> dict[str, Any]:
    """{% due finding.due on %}: a date in full with "in 70 days" beside it. Takes a date or a vague date, or nothing."""
    exact = day if isinstance(day, datetime.date) else None
    return {
        "iso": exact.isoformat() if exact else "",
        "words": dates.say(exact) if exact else str(day or ""),
        "distance": distance(day, on) if on else "",
    }


@register.filter
def distance(day: Any, on: datetime.date) -> str:
    """{{ due|distance:on }}: "in 70 days", "today", "2 days ago"; a vague date is reckoned from its last possible day."""
    last = getattr(day, "latest", day)
    return dates.say_distance(last, on) if isinstance(last, datetime.date) else ""


@register.filter
def at(found: Mapping[Any, Any], key: Any) -> Any:
    """{{ days|at:body.pk }}: what stands under that key; nothing where there is none."""
    return found.get(key) if found else None


@register.filter
def sentences_within(text: str, most: int) -> str:
    """{{ why|sentences_within:280 }}: as many whole sentences as so many characters hold; cut short where the first alone is longer."""
    ends = [found.end(1) for found in re.finditer(r"([.?!])(?= [A-Z“])", text) if found.end(1) <= most]
    return text if len(text) <= most else text[: ends[-1]] if ends else Truncator(text).chars(most)


@register.filter
def breakable(address: str) -> SafeString:
    """{{ user.email|breakable }}: where it is too long for its line, it breaks behind its @ and its dots."""
    return mark_safe(re.sub(r"(@|\.)", r"\1<wbr>", escape(address)))  # noqa: S308  # what was given is escaped


@register.filter
def say(day: Any) -> str:
    """{{ day|say }}: "31 January 2027 (Sunday)"."""
    return dates.say(day) if isinstance(day, datetime.date) else str(day or "")


@register.filter
def say_short(day: Any) -> str:
    """{{ day|say_short }}: "31 January 2027"."""
    return dates.say_short(day) if isinstance(day, datetime.date) else str(day or "")


@register.simple_tag
def form_field(field: BoundField) -> SafeString:
    """{% form_field form.title %}: one field with its label, hint and error. What the form pack draws every field with."""
    params = govuk_params(field)
    kind = params.pop("kind")
    for item in params.get("items", []):
        if name := item.pop("reveals", ""):
            item["conditional"] = {"html": form_field(field.form[name])}
    if kind != "plain":
        return _revealed_by_style(govuk_html(kind, params))
    if "label" not in params:
        return field.as_widget()
    hint = {**params["hint"], "id": f"{params['id']}-hint"} if "hint" in params else None
    error = {**params["errorMessage"], "id": f"{params['id']}-error"} if "errorMessage" in params else None
    return format_html(
        '<div class="govuk-form-group{}">{}{}{}{}</div>',
        " govuk-form-group--error" if error else "",
        govuk_html("label", {**params["label"], "for": params["id"]}),
        govuk_html("hint", hint) if hint else "",
        govuk_html("error-message", error) if error else "",
        field.as_widget(),
    )


@register.simple_tag
def error_summary(form: BaseForm | BaseFormSet) -> SafeString | str:
    """{% error_summary form %}: what went wrong, once a page: a second call for the same form draws nothing."""
    if not form.is_bound or getattr(form, "error_summary_drawn", False):
        return ""
    links = error_links(form)
    if not links:
        return ""
    form.error_summary_drawn = True  # type: ignore[union-attr]  # ours, not Django's
    title = "Before you save" if getattr(form, "only_warns", False) else "There is a problem"
    return govuk_html("error-summary", {"titleText": title, "errorList": links})


@register.inclusion_tag("components/record_table.html")
def record_table(caption: str, columns: Iterable[Any], rows: Iterable[Iterable[Any]], hide_caption: bool = False) -> dict[str, Any]:
    """{% record_table "Boards" columns rows %}: a table that becomes cards on a phone.

    A column is its heading, or a mapping with `label` and `numeric`. A cell is a value, or a mapping with `text` and
    any of `url`, `sub` (a second, quiet line) and `status`. The first cell of a row names the row.
    """
    heads = [column if isinstance(column, Mapping) else {"label": column} for column in columns]
    lines = [[{"column": head, **_cell(cell)} for head, cell in zip(heads, row, strict=True)] for row in rows]
    return {"caption": caption, "columns": heads, "rows": lines, "hide_caption": hide_caption}


@register.simple_tag(takes_context=True)
def pagination(context: Context, page: Page) -> SafeString | str:
    """{% pagination page %}: links to the other pages of a list, keeping what the address already asks for."""
    if page.paginator.num_pages < 2:
        return ""
    query = context["request"].GET.copy() if "request" in context else None

    def address(number: int) -> str:
        if query is None:
            return f"?page={number}"
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    items = [
        {"number": number, "href": address(number), "current": number == page.number} if isinstance(number, int) else {"ellipsis": True}
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    options: dict[str, Any] = {"items": items}
    if page.has_previous():
        options["previous"] = {"href": address(page.previous_page_number())}
    if page.has_next():
        options["next"] = {"href": address(page.next_page_number())}
    return govuk_html("pagination", options)


@register.inclusion_tag("components/section_heading.html")
def section_heading(text: str, anchor: str = "", note: str = "", level: int = 2) -> dict[str, str | int]:
    """{% section_heading "The law" %}: an h2 that can be linked to (`level=3`: an h3); its anchor is made of the text unless given."""
    return {"text": text, "anchor": anchor or slugify(text), "note": note, "level": level}


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """{% inset %}...{% endinset %}: a note set apart from the text around it."""
    return format_html('<div class="govuk-inset-text">{}</div>', content)


@register.simple_block_tag
def warning(content: str) -> SafeString:
    """{% warning %}...{% endwarning %}: something with consequences, said before it is done."""
    return format_html(
        '<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span>'
        '<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span>{}</strong></div>',
        content,
    )


@register.simple_block_tag
def details(content: str, summary: str) -> SafeString:
    """{% details "How the date was worked out" %}...{% enddetails %}: more for those who want it."""
    return format_html(
        '<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{}'
        '</span></summary><div class="govuk-details__text">{}</div></details>',
        summary,
        content,
    )


@register.simple_block_tag
def card(content: str, title: str, url: str = "") -> SafeString:
    """{% card "The year" %}...{% endcard %}: one subject in a frame; with `url` its title is a link."""
    heading = format_html('<a class="govuk-link" href="{}">{}</a>', url, title) if url else title
    return format_html('<section class="svd-card"><h2 class="svd-card__title">{}</h2>{}</section>', heading, content)


@register.simple_block_tag
def fact(content: str, name: str) -> SafeString:
    """{% fact "Why" %}...{% endfact %} inside <div class="svd-facts">: one labelled part of a duty or a record."""
    return format_html(
        '<div class="svd-fact"><h2 class="svd-fact__name">{}</h2><div class="svd-fact__body">{}</div></div>',
        name,
        content,
    )


def _revealed_by_style(html: SafeString) -> SafeString:
    """The pack's script would mark a radio as expanded, which ARIA does not allow on one; our style sheet shows what it reveals instead."""
    plain = html.replace(" data-aria-controls=", " data-reveals=").replace(" govuk-radios__conditional--hidden", "")
    return mark_safe(plain)  # noqa: S308 - of what was safe only names of attributes were changed


def _status(status: str) -> Status:
    return STATUSES[str(getattr(status, "value", status))]


def _cell(cell: Any) -> dict[str, Any]:
    return dict(cell) if isinstance(cell, Mapping) else {"text": cell}
