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
    """Collects the controls of each form that posts, by the form's id, or by its place where it has none; buttons are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, Control]] = {}
        self.of_main: list[str] = []
        self.inside = ""
        self.in_main = False
        self.select: Control | None = None
        self.textarea: Control | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self.in_main = self.in_main or tag == "main"
        if tag == "form" and has.get("method", "").lower() == "post":
            self.inside = has.get("id") or f"form {len(self.of_main)} in main {self.in_main}"
            if self.in_main:
                self.of_main.append(self.inside)
        if tag == "option" and self.select:
            self.select.options.append(has.get("value", ""))
            if "selected" in has:
                self.select.values.append(has.get("value", ""))
        of_form = has.get("form", self.inside)
        if tag not in ("input", "select", "textarea") or not has.get("name") or not of_form:
            return
        kind = has.get("type", "text") if tag == "input" else "multiple" if "multiple" in has else tag
        control = self.forms.setdefault(of_form, {}).setdefault(has["name"], Control(has["name"], kind))
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
        if tag == "main":
            self.in_main = False
        if tag == "form":
            self.inside = ""
        elif tag == "select" and self.select:
            if self.select.kind == "select" and not self.select.values:
                self.select.values = self.select.options[:1]
            self.select = None
        elif tag == "textarea" and self.textarea:
            # A browser drops a line break right after the opening tag.
            self.textarea.values[-1] = self.textarea.values[-1].removeprefix("\n")
            self.textarea = None


def controls_of(page: str) -> dict[str, Control]:
    """The controls, by name and in their order, of a page's own form: that of a record, or the last one that posts; none without."""
    reader = _Reader()
    reader.feed(page)
    own = RECORD if RECORD in reader.of_main else reader.of_main[-1] if reader.of_main else ""
    return reader.forms.get(own, {})


def sent_by(page: str) -> dict[str, list[str]]:
    """What pressing the form's button would send, without files."""
    return {name: control.values for name, control in controls_of(page).items() if control.kind != "file"}
