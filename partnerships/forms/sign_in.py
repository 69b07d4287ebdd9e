from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm

from partnerships.models import User
from svduty.editing.forms import KindForm, prepare

WRONG = "We could not sign you in with that address and password. Check both and try again, or set a new password."


class SignInForm(KindForm):
    """Address and password. What is typed for an address need not look like one: it is answered as one that nobody has."""

    mark_optional = False
    username = forms.CharField(
        label="E-mail address", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username", "maxlength": 254})
    )
    password = forms.CharField(
        label="Password", max_length=4096, strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class PasswordLinkForm(KindForm):
    """Where to send the link to set a password."""

    mark_optional = False
    email = forms.EmailField(
        label="E-mail address", max_length=254, error_messages={"invalid": "Enter an address like name@example.gov.uk"}
    )


HINT = "At least 12 characters. Three words that do not belong together make a good one."


class NewPasswordForm(SetPasswordForm):
    """A password, twice, for somebody who followed the mailed link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_what_is_asked(self)


class AcceptForm(NewPasswordForm):
    """What somebody who is invited still has to say: the name they go by if they are new, and a password unless they need none."""

    name = forms.CharField(
        label="Your name or post", max_length=150, help_text="As colleagues will see it, for example Community safety officer."
    )
    field_order = ["name"]

    def __init__(self, user: User, *args: Any, without_password: bool, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        for name, label in (("new_password1", "Password"), ("new_password2", "Password again")):
            self.fields[name].label = label
            self.fields[name].required = not without_password
        if user.pk:
            del self.fields["name"]
        else:
            self.fields["name"].initial = user.name
        prepare(self)

    def clean_name(self) -> str:
        """The password is compared with it."""
        self.user.name = str(self.cleaned_data["name"])
        return self.user.name


class ChangePasswordForm(PasswordChangeForm):
    """The old password and the new one, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        self.fields["old_password"].label = "Password you use now"
        self.error_messages = self.error_messages | {"password_incorrect": "That is not the password you use now. Enter it again."}
        say_what_is_asked(self)


def say_what_is_asked(form: "SetPasswordForm[User]") -> None:
    """Our words on Django's two boxes."""
    form.fields["new_password1"].label = "New password"
    form.fields["new_password1"].help_text = HINT
    form.fields["new_password2"].label = "New password again"
    form.fields["new_password2"].help_text = ""
    form.error_messages = form.error_messages | {"password_mismatch": "The two passwords differ. Enter the same one twice."}
    prepare(form)


class NameForm(KindForm):
    """How colleagues see a person."""

    mark_optional = False
    name = forms.CharField(
        label="Name or post", max_length=150, help_text="As colleagues will see it, for example Community safety officer."
    )
