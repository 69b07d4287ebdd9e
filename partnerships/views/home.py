from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from partnerships import queries, queries_sign_in
from partnerships.access import second_factor, single_sign_on
from partnerships.access.guards import may, needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.rename_person import rename_person
from partnerships.forms.sign_in import NameForm
from partnerships.models import Partnership, RoleGrant
from partnerships.models.person import Role


@needs(Permission.SIGNED_IN)
def home(request: SignedInRequest) -> HttpResponse:
    """The partnerships a person may open; straight into the only one."""
    partnerships = queries.partnerships_of(request.grants)
    administrator = may(request, Permission.RUN_INSTALLATION)
    if len(partnerships) == 1 and not administrator:
        return redirect(_home_in(request.grants), partnerships[0].slug)
    if administrator and not partnerships:
        return redirect("installation")
    rows = [(partnership, _roles_in(request.grants, partnership)) for partnership in partnerships]
    return render(request, "partnerships/home.html", {"partnerships": rows})


def _home_in(grants: list[RoleGrant]) -> str:
    """The route of the first page in their only partnership: what there is to do, for somebody who is only there to do it."""
    return "my_actions" if {grant.role for grant in grants} == {Role.CONTRIBUTOR} else "overview"


def _roles_in(grants: list[RoleGrant], partnership: Partnership) -> str:
    """The person's roles there in words; one who holds none there opens it as its overseer."""
    return ", ".join(grant.get_role_display() for grant in grants if grant.partnership == partnership) or Role.OVERSEER.label


@needs(Permission.SIGNED_IN)
def account(request: SignedInRequest) -> HttpResponse:
    context = {
        "grants": request.grants,
        "second_factor": second_factor.has_one(request.user),
        "codes_left": f"{second_factor.codes_left(request.user)} left",
        "single_sign_on": single_sign_on.name(),
        "linked_since": queries_sign_in.linked_since(request.user),
        "browsers": queries_sign_in.browsers_of(request.user, request.session.session_key),
    }
    return render(request, "partnerships/account.html", context)


@needs(Permission.SIGNED_IN)
def account_name(request: SignedInRequest) -> HttpResponse:
    form = NameForm(request.POST or None, initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        rename_person(request.user, form.cleaned_data["name"])
        messages.success(request, "Saved. Colleagues now see this name.")
        return redirect("account")
    context = {"form": form, "title": "Change your name or post", "back": reverse("account")}
    return render(request, "components/form_page.html", context)


@needs(Permission.PUBLIC)
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "partnerships/accessibility.html", {"contact": settings.DEFAULT_FROM_EMAIL})
