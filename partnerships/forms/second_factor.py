from typing import Any

from django import forms

from partnerships.access import lock_out, second_factor
from partnerships.access.second_factor import Checked
from partnerships.forms.lasting import reason_field
from partnerships.models import User
from svduty.editing.forms import KindForm, prepare

HINT = "The 6 figures that your app shows now. Without your phone, enter one of your recovery codes."
SAID = {
    Checked.WRONG: "That code is not right. Enter the 6 figures that your app shows now. Check that your phone's clock is right.",
    Checked.USED: "That code has been used. Wait until your app shows the next one, and enter that.",
}


def code_field(hint: str = HINT) -> forms.CharField:
    """A box for a code: figures, of which blanks and dashes do not matter."""
    box = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"})
    return forms.CharField(label="Security code", max_length=40, help_text=hint, widget=box)


def refusal(refused: lock_out.TooMany, what: str) -> str:
    """Why no try is taken now, and what to do: the same whether or not anybody has the address that was typed."""
    if not refused.locked:
        return f"There were too many wrong tries. Try again {lock_out.in_words(refused)}."
    if what == "password":
        way_out = "If it is yours, we have sent you a mail. To sign in at once, set a new password."
        return f"After 20 wrong tries this address is locked for a day. {way_out}"
    return "After 20 wrong tries security codes are locked for a day. If your phone is lost, ask your coordinator to reset how you sign in."


class CodeForm(KindForm):
    """The second step of signing in. Its name keeps the code from being stored or printed back, as passwords are."""

    mark_optional = False
    one_time_password = code_field()

    def code(self) -> str:
        return str(self.cleaned_data["one_time_password"])

    def say_wrong(self, checked: Checked) -> None:
        self.add_error("one_time_password", SAID[checked])


class ShowItIsYouForm(KindForm):
    """Before the ways to sign in change: the password, or where somebody has none, the security code."""

    mark_optional = False
    password = forms.CharField(
        label="Your password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text="So that nobody else does this in your place.",
    )
    one_time_password = code_field()

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.asks_password = person.has_usable_password()
        del self.fields["one_time_password" if self.asks_password else "password"]
        prepare(self)

    def shows_it(self) -> bool:
        """Check what was given; say on the form what is wrong with it."""
        if self.asks_password:
            if self.person.check_password(self.cleaned_data["password"]):
                return True
            self.add_error("password", "That is not your password. Enter the one you sign in with.")
            return False
        checked = second_factor.check(self.person, self.cleaned_data["one_time_password"])
        if checked in SAID:
            self.add_error("one_time_password", SAID[checked])
        return checked not in SAID


class RemoveSecondFactorForm(ShowItIsYouForm):
    """Switching it off."""

    reason = reason_field("Reason", "For example: I have a new phone. It is kept in the history.")


class ResetForm(KindForm):
    """Why somebody's second factor is taken away."""

    reason = reason_field("Reason", "For example: has lost their phone, and we spoke to them in person. It is kept in the history.")


class NewSecondFactorForm(KindForm):
    """The first code of a new secret."""

    mark_optional = False
    one_time_password = code_field("The 6 figures that your app shows for this service now.")

    def code(self) -> str:
        return str(self.cleaned_data["one_time_password"])
