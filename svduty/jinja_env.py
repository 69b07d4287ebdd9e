"""The Jinja2 environment, which exists for one reason: to call the govuk-frontend-jinja macros."""

from functools import cache
from typing import Any

from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, Undefined


def environment(**options: Any) -> Environment:
    """The environment settings name: whatever the backend finds, then the macros' package."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], macros])
    # The macros test for missing options; Django's own choice in DEBUG would print them instead.
    options["undefined"] = Undefined
    return Environment(**options)  # noqa: S701 - Django's backend passes autoescape=True


@cache
def _macro(component: str) -> Any:
    env = engines["jinja2"].env  # type: ignore[attr-defined]  # only the Jinja2 backend has it
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    return getattr(env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module, name)


def govuk_html(component: str, options: dict[str, Any]) -> SafeString:
    """The HTML of one GOV.UK component, named as in its documentation ("summary-list").

    Text in `options` is escaped, save under keys that end in `html`: never put there what a person typed.
    """
    return mark_safe(_macro(component)(options))  # noqa: S308 - the macros escape their text
