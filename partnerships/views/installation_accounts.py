"""Everybody with an account: closing it when somebody has left altogether, opening it again, and erasing who they were."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships import queries_accounts as queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.close_account import close_account, open_account
from partnerships.actions.end_grant import LastOfItsKind
from partnerships.actions.erase_person import StillOpen, erase_person
from partnerships.forms.accounts import AccountFilter, CloseAccountForm, EraseForm
from partnerships.models import User
from partnerships.views.installation import PER_PAGE, tabs
from partnerships.views.inviting import Crumbs
from svduty import clock

ONLY_ONE = "This is the only administrator. Add another one first, then close this account."
CLOSE_FIRST = "Close the account first: then what this person has in each partnership is listed for its coordinators."


def _crumbs() -> Crumbs:
    return [
        ("Installation", reverse("installation")),
        ("People", reverse("installation_people")),
        ("Accounts", reverse("installation_accounts")),
    ]


@needs(Permission.RUN_INSTALLATION)
def installation_accounts(request: SignedInRequest) -> HttpResponse:
    form = AccountFilter(request.GET)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    context = {
        "page": Paginator(queries.accounts(words), PER_PAGE).get_page(request.GET.get("page")),
        "tabs": tabs("installation_people"),
        "title": "Accounts",
        "form": form,
        "clear_url": reverse("installation_accounts") if words else "",
        "button": "Find",
    }
    return render(request, "partnerships/installation/installation_accounts.html", context)


@needs(Permission.RUN_INSTALLATION)
def installation_account_close(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.accounts(), pk=pk)
    form = CloseAccountForm(request.POST or None)
    if request.method == "POST" and person == request.user:
        form.add_error(None, "This is your own account. Ask another administrator to close it.")
    elif request.method == "POST" and form.is_valid():
        try:
            left = close_account(person, on=clock.today(), reason=form.cleaned_data["reason"], actor=request.user)
        except LastOfItsKind:
            form.add_error(None, ONLY_ONE)
        else:
            messages.success(request, _closed(person, [partnership.name for partnership in left]))
            return redirect("installation_accounts")
    context: dict[str, Any] = {
        "form": form,
        "person": person,
        "leaves": queries.partnerships_left_by(person),
        "roles": queries.installation_roles_of(person),
        "back": reverse("installation_accounts"),
        "breadcrumb": _crumbs(),
        "button": "Close this account",
    }
    return render(request, "partnerships/installation/account_close.html", context)


@require_POST
@needs(Permission.RUN_INSTALLATION)
def installation_account_open(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.accounts(), pk=pk)
    if person.erased_on:
        messages.error(request, "Who this was has been erased, so the account stays closed. Invite the person anew.")
    else:
        open_account(person, actor=request.user)
        messages.success(request, f"{person} can sign in again. They have no role until they are invited to one.")
    return redirect("installation_accounts")


@needs(Permission.RUN_INSTALLATION)
def installation_account_erase(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.accounts(), pk=pk)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(person, on=clock.today(), reason=form.cleaned_data["reason"], actor=request.user)
        except StillOpen:
            form.add_error(None, CLOSE_FIRST)
        else:
            messages.success(request, f"Erased. The history knows this person as number {person.pk}.")
            return redirect("installation_accounts")
    context = {
        "form": form,
        "person": person,
        "entries": queries.entries_by(person),
        "close_first": CLOSE_FIRST if person.is_active else "",
        "back": reverse("installation_accounts"),
        "breadcrumb": _crumbs(),
        "button": "Erase this person",
    }
    return render(request, "partnerships/installation/account_erase.html", context)


def _closed(person: User, left: list[str]) -> str:
    told = f" The coordinators of {', '.join(left)} see what nobody holds now." if left else ""
    return f"Closed. {person} can no longer sign in.{told}"
