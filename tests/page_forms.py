"""The forms of a page as a browser sees them: what each control is, and what would be sent."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

RECORD = "record"


@dataclass
class Control:
    """One named control. `values` is what would be sent now, `options` what could be chosen."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    longest: int = 0


class _Reader(HTMLParser):
    """Collects the controls that belong to the form of one id, inside it or by their `form` attribute; buttons are left out."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.controls: dict[str, Control] = {}
        self.inside = False
        self.select: Control | None = None
        self.textarea: Control | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = has.get("id") == self.form_id
        if tag == "option" and self.select:
            self.select.options.append(has.get("value", ""))
            if "selected" in has:
                self.select.values.append(has.get("value", ""))
        if tag not in ("input", "select", "textarea") or not has.get("name"):
            return
        if has.get("form", self.form_id if self.inside else "") != self.form_id:
            return
        kind = has.get("type", "text") if tag == "input" else "multiple" if "multiple" in has else tag
        control = self.controls.setdefault(has["name"], Control(has["name"], kind))
        control.longest = int(has.get("maxlength") or 0)
        if kind in ("radio", "checkbox"):
            control.options.append(has.get("value", "on"))
            if "checked" in has:
                control.values.append(has.get("value", "on"))
        elif tag == "input" and kind != "file":
            control.values.append(has.get("value", ""))
        elif tag == "select":
            self.select = control
        elif tag == "textarea":
            control.values.append("")
            self.textarea = control

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.textarea.values[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select" and self.select:
            if self.select.kind == "select" and not self.select.values:
                self.select.values = self.select.options[:1]
            self.select = None
        elif tag == "textarea" and self.textarea:
            # A browser drops a line break right after the opening tag.
            self.textarea.values[-1] = self.textarea.values[-1].removeprefix("\n")
            self.textarea = None


def controls_of(page: str, form_id: str = RECORD) -> dict[str, Control]:
    """The controls of a page's form by name, in their order."""
    reader = _Reader(form_id)
    reader.feed(page)
    return reader.controls


def sent_by(page: str, form_id: str = RECORD) -> dict[str, list[str]]:
    """What pressing the form's button would send, without files."""
    return {name: control.values for name, control in controls_of(page, form_id).items() if control.kind != "file"}
