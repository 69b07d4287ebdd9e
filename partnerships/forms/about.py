from collections.abc import Iterable
from typing import Any

from django import forms

from partnerships.models import Partnership
from partnerships.models.pointing import Pointing
from partnerships.pointing import Target, point, targets
from svduty.editing.cautious import CautiousForm

NOTHING = "Nothing recorded here"


class AboutField(forms.ChoiceField):
    """What is it about? A record of the partnership, or nothing. `cleaned_data` holds its Target or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "What is it about?")
        kwargs.setdefault("help_text", "If it is about something recorded here, choose exactly that version.")
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.found: dict[str, Target] = {}

    def offer(self, partnership: Partnership, pointing: Pointing) -> None:
        """Fill the list; what the record points at stays in it, and stays as it was meant, if it was withdrawn meanwhile."""
        offered = targets(partnership)
        pointed = pointed_at(pointing)
        if pointed and pointed.value not in {target.value for target in offered}:
            offered.append(pointed)
        self.found = {target.value: target for target in offered}
        self.choices = [("", NOTHING), *listed(offered)]
        self.initial = pointed.value if pointed else ""

    def clean(self, value: Any) -> Any:
        return self.found.get(super().clean(value))


def pointed_at(pointing: Pointing) -> Target | None:
    """What a record points at, as it was meant."""
    if not pointing.about_kind or pointing.about_pk is None:
        return None
    return Target(pointing.about_kind, pointing.about_pk, pointing.about_label, pointing.about_version or 0)


def listed(offered: Iterable[Target]) -> list[tuple[str, str]]:
    return [(target.value, target.label) for target in offered]


class PointingForm(CautiousForm[Any]):
    """A form on a record that may be about another one. The subclass says whose it is by `partnership`."""

    about = AboutField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about: Any = self.fields["about"]
        about.offer(self.partnership, self.instance)

    @property
    def partnership(self) -> Partnership:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "about" in cleaned:
            point(self.instance, cleaned["about"])
            # So that two records about different things are never taken for the same one sent twice.
            cleaned |= {"about_kind": self.instance.about_kind, "about_pk": self.instance.about_pk}
        return cleaned
