"""Setting a password by a mailed link: asking for it, and the pages around it."""

from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.roles import Permission
from partnerships.actions.mail_password_link import mail_password_link
from partnerships.actions.set_password import set_password
from partnerships.forms.sign_in import NewPasswordForm, PasswordLinkForm
from partnerships.models import User


class SetPassword(PasswordResetConfirmView):
    """The page behind the mailed link."""

    template_name = "partnerships/password_set.html"
    form_class = NewPasswordForm
    extra_context = {"button": "Set password"}

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        set_password(form)
        del self.request.session[INTERNAL_RESET_SESSION_TOKEN]
        return redirect("password_set_done")


password_set = needs(Permission.PUBLIC)(SetPassword.as_view())


@needs(Permission.PUBLIC)
def password_reset(request: HttpRequest) -> HttpResponse:
    """Mail a link to set a password. The answer is the same whether or not anybody has that address."""
    form = PasswordLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if user := queries.person_with(form.cleaned_data["email"]):
            mail_password_link(user)
        return redirect("password_reset_sent")
    context = {
        "form": form,
        "title": "Set a new password",
        "why": "We send a link to your work address. It is good for three days, once.",
        "button": "Send the link",
        "back": reverse_lazy("sign_in"),
    }
    return render(request, "components/form_page.html", context)


@needs(Permission.PUBLIC)
def password_reset_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "partnerships/password_reset_sent.html")


@needs(Permission.PUBLIC)
def password_set_done(request: HttpRequest) -> HttpResponse:
    return render(request, "partnerships/password_set_done.html")
