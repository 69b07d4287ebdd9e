"""The macros and the style sheet come from two packages; they must mean the same version of the same HTML."""

import json
from html.parser import HTMLParser

import pytest
from django.conf import settings

from svduty.jinja_env import govuk_html

COMPONENTS = settings.BASE_DIR / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
USED = [
    "character-count",
    "checkboxes",
    "error-message",
    "error-summary",
    "file-upload",
    "hint",
    "input",
    "label",
    "pagination",
    "password-input",
    "radios",
    "select",
    "tag",
    "textarea",
]


class Tokens(HTMLParser):
    """HTML as a list of tags, attributes in order of name, and texts without their outer and repeated white space."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag):
        self.found.append(f"/{tag}")

    def handle_data(self, data):
        if words := data.split():
            self.found.append(" ".join(words))


@pytest.mark.parametrize("component", USED)
def test_macro_draws_what_the_style_sheets_package_expects(component):
    fixtures = json.loads((COMPONENTS / component / "fixtures.json").read_text())["fixtures"]
    assert fixtures
    for fixture in fixtures:
        drawn = Tokens(govuk_html(component, fixture["options"])).found
        assert drawn == Tokens(fixture["html"]).found, f"{component}: {fixture['name']}"
