"""For people who lost their phone: a coordinator or an administrator takes their second factor away, with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from partnerships import queries, queries_sign_in
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest, SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.reset_sign_in import reset_sign_in
from partnerships.forms.second_factor import ResetForm
from partnerships.models import User

Crumbs = list[tuple[str, str]]


@needs(Permission.MANAGE_PEOPLE)
def person_reset(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """For the people of this partnership alone: whoever has a role elsewhere too is reset by an administrator."""
    person = get_object_or_404(queries.people_of(request.partnership), pk=pk).user
    why_not = ""
    if not queries_sign_in.belongs_only_here(person, request.partnership.pk):
        why_not = f"{person} has a role outside this partnership too, so only an administrator can reset how they sign in."
    return _page(request, person, [("People", reverse("people", args=[slug]))], why_not=why_not)


@needs(Permission.RUN_INSTALLATION)
def installation_person_reset(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.installation_grants(), pk=pk).user
    return _page(request, person, [("Installation", reverse("installation")), ("People", reverse("installation_people"))])


def _page(request: SignedInRequest, person: User, crumbs: Crumbs, *, why_not: str = "") -> HttpResponse:
    back, title = crumbs[-1][1], f"Reset how {person} signs in"
    if person == request.user:
        why_not = "How you sign in yourself is changed on your account page."
    if why_not:
        refused = {"title": title, "sentence": why_not, "back": back, "breadcrumb": crumbs}
        return render(request, "partnerships/reset_refused.html", refused)
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reset_sign_in(person, reason=form.cleaned_data["reason"], actor=request.user)
        messages.success(request, f"Done. {person} is signed out everywhere, and signs in with their password. They have been sent a mail.")
        return redirect(back)
    context = {
        "form": form,
        "title": title,
        "why": "Their second factor, recovery codes and single sign-on link go, and they are signed out everywhere. Their password stays.",
        "intro": "Speak to them in person or on a number you know before you do this: whoever asks may not be who they say.",
        "back": back,
        "breadcrumb": crumbs,
        "button": "Reset",
    }
    return render(request, "components/form_page.html", context)
