import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships import queries_invitations
from partnerships.access.roles import permissions_of
from partnerships.actions.hand_over import Newcomer
from partnerships.models import RoleGrant, User
from partnerships.models.person import Role
from svduty import clock, dates
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm

SOMEBODY_NEW, NOBODY = "new", "nobody"
ONLY_COORDINATOR = (
    "Nobody else coordinates this partnership, so somebody must follow. Choose a person, or somebody who is not here yet: "
    "they are invited by mail."
)


class HandOverForm(KindForm):
    """Who follows, since when, and what they should know.

    `roles`: what the leaver holds here. `others`: what everybody else does. `may_invite`: may somebody from outside follow? Otherwise
    only those may who can do here at least what the leaver can.
    """

    successor = forms.ChoiceField(label="Who follows", choices=[])
    email = forms.EmailField(
        label="Work e-mail address of somebody who is not here yet",
        required=False,
        max_length=254,
        help_text="They are invited by mail, and get everything once they accept.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Enter an address like name@example.gov.uk"},
    )
    name = forms.CharField(
        label="Their name or post", required=False, max_length=150, help_text="Of the same person, as colleagues will see it."
    )
    last_day = DayFormField(label="Last day", help_text="Today or earlier, for example 31 3 2026. Access ends at once, whatever the day.")
    note = forms.CharField(
        label="What whoever follows should know",
        help_text="What is under way, whom to ask, where things are kept; or, if nobody follows, why. It is shown to them and kept in the "
        "history. Do not name victims, suspects or patients.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, leaver: User, roles: list[RoleGrant], others: list[RoleGrant], may_invite: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaver, self.roles, self.others = leaver, roles, others
        self.people = {str(grant.user_id): grant.user for grant in others if may_invite or self._may_do_as_much(grant.user)}
        choices = [("", "Choose")]
        choices += [(key, f"{person} ({self._roles_of(person)})") for key, person in self.people.items()]
        if may_invite:
            choices.append((SOMEBODY_NEW, "Somebody who is not here yet"))
        else:
            del self.fields["email"], self.fields["name"]
        self.fields["successor"].choices = [*choices, (NOBODY, "Nobody for now")]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["last_day"].initial = clock.today()

    def _of(self, person: User) -> list[RoleGrant]:
        return [grant for grant in self.others if grant.user_id == person.pk]

    def _roles_of(self, person: User) -> str:
        return ", ".join(grant.get_role_display().lower() for grant in self._of(person))

    def _may_do_as_much(self, person: User) -> bool:
        theirs = permissions_of(frozenset(Role(grant.role) for grant in self._of(person)))
        return permissions_of(frozenset(Role(grant.role) for grant in self.roles)) <= theirs

    def clean_last_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["last_day"]
        began = min(grant.starts for grant in self.roles)
        if day > clock.today():
            raise ValidationError("Access ends at once, so the last day cannot lie ahead. Do this on that day, or enter today.")
        if day < began:
            raise ValidationError(f"They have been here since {dates.say_short(began)}. Enter that day or a later one.")
        return day

    def clean(self) -> dict[str, Any]:
        data, chosen = self.cleaned_data, self.cleaned_data.get("successor")
        if chosen == NOBODY and self._is_only_coordinator():
            self.add_error("successor", ONLY_COORDINATOR)
        if chosen == SOMEBODY_NEW:
            self._check_newcomer(data)
        return data

    def _is_only_coordinator(self) -> bool:
        coordinates = {grant.user_id for grant in [*self.roles, *self.others] if grant.role == Role.COORDINATOR}
        return coordinates == {self.leaver.pk}

    def _check_newcomer(self, data: dict[str, Any]) -> None:
        address = str(data.get("email") or "").strip().lower()
        if "email" not in self.errors:
            there = next((grant.user for grant in self.others if grant.user.email == address), None)
            account = queries_invitations.anybody_with(address)
            if not address:
                self.add_error("email", "Enter the address of whoever follows.")
            elif address == self.leaver.email:
                self.add_error("email", "This is the address of the person who leaves. Enter that of whoever follows.")
            elif there:
                self.add_error("email", f"{there} is here already. Choose them under “Who follows”.")
            elif account and not account.is_active:
                self.add_error("email", "The account of this address was closed. Ask whoever runs this service to open it again first.")
        if not data.get("name") and "name" not in self.errors:
            self.add_error("name", "Enter the name or the post of whoever follows.")

    @property
    def follower(self) -> User | Newcomer | None:
        """Of a valid form."""
        chosen = self.cleaned_data["successor"]
        if chosen == SOMEBODY_NEW:
            return Newcomer(self.cleaned_data["email"].strip().lower(), self.cleaned_data["name"])
        return self.people.get(chosen)
