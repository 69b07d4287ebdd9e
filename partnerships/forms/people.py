from typing import Any

from crispy_forms.layout import Layout
from django import forms

from partnerships import queries, queries_boards
from partnerships.forms.lasting import reason_field
from partnerships.models import Partnership
from partnerships.models.person import IN_PARTNERSHIP, Role
from svduty.editing.forms import KindForm

ROLE_HINTS = {
    Role.COORDINATOR: "Enters and changes everything here, issues reports, and looks after people.",
    Role.CONTRIBUTOR: "Reads everything, adds evidence, and answers what their own body is asked.",
    Role.BOARD_MEMBER: "Sits on a board of the partnership. Reads everything.",
    Role.VIEWER: "Reads everything and changes nothing, for example a scrutiny officer or an auditor.",
    Role.OVERSEER: "Reads every partnership of one police area, and may log what the local policing body asks.",
    Role.ADMINISTRATOR: "Runs the installation: partnerships, areas, people. Sees no content.",
}


class PersonForm(KindForm):
    """Somebody and their role: the address, what to call them if they are new, and the role."""

    email = forms.EmailField(
        label="Work e-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Enter an address like name@example.gov.uk"},
    )
    name = forms.CharField(
        label="Name or post",
        max_length=150,
        help_text="As colleagues will see it, for example Community safety officer. They can put it right when they accept.",
    )
    role = forms.ChoiceField(label="Role", widget=forms.RadioSelect, choices=[])

    roles: list[Role] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        role.choices = [(role.value, role.label) for role in self.roles]  # type: ignore[attr-defined]
        role.choice_hints = {role.value: ROLE_HINTS[role] for role in self.roles}  # type: ignore[attr-defined]
        role.error_messages["invalid_choice"] = "Choose one of the roles shown."

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class MemberForm(PersonForm):
    """Somebody and their role in one partnership."""

    roles = IN_PARTNERSHIP
    # Body and seat are asked only under the role they go with, and must be given then.
    mark_optional = False
    body: Any = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label="Body they work for",
        help_text="A body must stand under Who before it is listed here.",
    )

    seat: Any = forms.ModelChoiceField(
        queryset=None, required=False, label="Seat on a board", help_text="If they hold several, the others are given later, under People."
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = queries.bodies_of(partnership)  # type: ignore[attr-defined]
        self.seats = queries_boards.open_seats_in(partnership)
        self.fields["seat"].queryset = self.seats  # type: ignore[attr-defined]
        self.fields["seat"].label_from_instance = lambda seat: f"{seat.board}: {seat}"  # type: ignore[attr-defined]
        self.fields["role"].reveals = {Role.CONTRIBUTOR: "body", Role.BOARD_MEMBER: "seat"}  # type: ignore[attr-defined]  # read when drawn
        self.helper.layout = Layout("email", "name", "role")  # type: ignore[attr-defined]  # put there by the base

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("role") == Role.CONTRIBUTOR and not data.get("body") and "body" not in self.errors:
            self.add_error("body", "Choose the body this contributor works for. If it is not listed, add it under Who first.")
        if data.get("role") != Role.BOARD_MEMBER:
            data["seat"] = None
        elif not data.get("seat") and "seat" not in self.errors and self.seats.exists():
            self.add_error("seat", "Choose the seat this board member takes. If it is not listed, add it on the board's page first.")
        return data


class InstallationPersonForm(PersonForm):
    """Somebody and a role that only an administrator gives."""

    roles = [Role.COORDINATOR, Role.OVERSEER, Role.ADMINISTRATOR]
    partnership: Any = forms.ModelChoiceField(queryset=None, required=False, label="Partnership", help_text="For a coordinator.")
    police_area: Any = forms.ModelChoiceField(queryset=None, required=False, label="Police area", help_text="For an overseer.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partnership"].queryset = queries.all_partnerships()  # type: ignore[attr-defined]
        self.fields["police_area"].queryset = queries.police_areas()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        for role, field, words in (
            (Role.COORDINATOR, "partnership", "Choose the partnership this person coordinates."),
            (Role.OVERSEER, "police_area", "Choose the police area this person oversees."),
        ):
            if data.get("role") == role:
                if not data.get(field) and field not in self.errors:
                    self.add_error(field, words)
            else:
                data[field] = None
        return data


class WithdrawInvitationForm(KindForm):
    """Why somebody is no longer invited."""

    reason = reason_field("Reason", "For example: the wrong address. It is kept in the history.")


class EndGrantForm(KindForm):
    """Why somebody no longer has a role."""

    reason = reason_field("Reason", "For example: has left the council. It is kept in the history.")
