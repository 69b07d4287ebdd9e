"""Setting a password by a mailed link: asking for it, and the pages around it."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy

from partnerships.access.guards import needs
from partnerships.access.roles import Permission
from partnerships.actions.mail_password_link import mail_password_link
from partnerships.actions.set_password import set_password
from partnerships.forms.sign_in import NewPasswordForm, PasswordLinkForm
from partnerships.links.keeping import LinkIsOver
from partnerships.models import MailedLink
from partnerships.tasks import ask_for_password_link
from partnerships.views.mailed_links import LinkPages, link_over
from svduty import dates


@needs(Permission.PUBLIC)
def password_reset(request: HttpRequest) -> HttpResponse:
    """Mail a link to set a password. The answer is the same, and the same is done for it, whether or not anybody has that address."""
    form = PasswordLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ask_for_password_link(form.cleaned_data["email"])
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


class PasswordPages(LinkPages):
    """Behind the link: the password, twice."""

    def open(self, request: HttpRequest, link: MailedLink) -> HttpResponse:
        user = link.user
        if user is None or not user.is_active:
            return link_over(request, self, link, None)
        form = NewPasswordForm(user, request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                set_password(form, link=link)
            except LinkIsOver:
                return link_over(request, self, link, None)
            return redirect("password_set_done")
        context = {
            "form": form,
            "title": "Set your password",
            "why": "You will sign in with your e-mail address and this password.",
            "button": "Set password",
        }
        return render(request, "components/form_page.html", context)

    def whose(self, link: MailedLink) -> str:
        return "This link sets the password of somebody else"

    def used(self, link: MailedLink, on: datetime.date) -> str:
        return f"A password was set with it on {dates.say_short(on)}."

    def may_renew(self, link: MailedLink) -> bool:
        return link.user is not None and link.user.is_active

    def renew(self, link: MailedLink) -> None:
        if link.user:
            mail_password_link(link.user)
