"""Recording a consultation of a version, and the page of one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import Trail, address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_consultation as queries
from strategies.consulted import span_of, turnout_of
from strategies.forms.consultation import ConsultationForm
from strategies.models import Consultation, Version
from strategies.models.consultation import Consulted
from strategies.views.pages import version_or_404
from svduty import clock, dates

PER_PAGE = 50
WHY = (
    "In preparing a strategy each educational, prison and youth custody authority for the area is consulted (sections 8(4) and 9(4)), and "
    "anew for every revision."
)


@needs(Permission.READ)
def consultation(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One consultation: from when to when, who was asked, who answered, what became of it."""
    found = get_object_or_404(queries.consultations_whole(request.partnership), pk=pk)
    on = min(clock.today(), request.partnership.records_to or clock.today())
    context = {
        "consultation": found,
        "version": found.strategy_version,
        "span": span_of(found, on),
        "turnout": turnout_of(found, on),
        "specified": found.kind == Consulted.SPECIFIED,
        "page": Paginator(queries.consultees_of(found), PER_PAGE).get_page(request.GET.get("page")),
        "answers": queries.answers_to(found),
        "breadcrumb": trail_to_version_consulted(request, found.strategy_version),
    }
    return render(request, "strategies/consultation.html", context)


@needs(Permission.EDIT)
def consultation_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """`?kind=` and `?area=` choose beforehand who was asked and where."""
    version = version_or_404(request, version_pk)
    initial = {name: request.GET[name] for name in ("kind", "area") if name in request.GET}
    form = ConsultationForm(request.POST or None, instance=Consultation(strategy_version=version), initial=initial)

    def save(valid: ConsultationForm) -> Consultation:
        among = queries.consultations_of(version)
        return add_once(valid, beside=version, among=among, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(
        request, form, save, title="Record a consultation", done="Recorded the consultation.", back=to_version_consulted(request, version)
    )


@needs(Permission.EDIT)
def consultation_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.consultations_in(request.partnership), pk)
    form = ConsultationForm(request.POST or None, instance=found)

    def save(valid: ConsultationForm) -> Consultation:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, save, title="Change a consultation", done="Saved.", back=address(request, "consultation", pk))


@needs(Permission.EDIT)
def consultation_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.consultations_in(request.partnership), pk=pk)
    return withdraw_once(
        request,
        found,
        title="Withdraw a consultation",
        back=address(request, "consultation", pk),
        intro=f"{found}. Who was asked in it, and what was answered, no longer counts either.",
        breadcrumb=trail_to_consultation(request, found),
    )


def to_version_consulted(request: PartnershipRequest, version: Version) -> str:
    """The page that shows who was consulted on the version."""
    return f"{address(request, 'consultations')}?version={version.pk}"


def trail_to_version_consulted(request: PartnershipRequest, version: Version) -> Trail:
    return [("Consultation", to_version_consulted(request, version))]


def trail_to_consultation(request: PartnershipRequest, found: Consultation) -> Trail:
    here = (f"Consultation of {found.whom}", address(request, "consultation", found.pk))
    return [*trail_to_version_consulted(request, found.strategy_version), here]


def _page(request: PartnershipRequest, form: ConsultationForm, save: Any, *, title: str, done: str, back: str) -> HttpResponse:
    version = form.instance.strategy_version
    said = _closing(form) if request.method == "POST" and form.is_valid() else ""
    return record_page(
        request,
        form,
        title=title,
        why=f"{version}. {WHY}",
        save=save,
        done=f"{done}{said}",
        back=back,
        then=lambda saved: address(request, "consultation", saved.pk),
        template="components/cautious_form.html",
        breadcrumb=trail_to_version_consulted(request, version),
    )


def _closing(form: ConsultationForm) -> str:
    """The closing day shown back, with its weekday, for it may have been worked out from weeks."""
    closes = form.cleaned_data.get("closes_on")
    if not closes:
        return ""
    return f" The closing day is {dates.say(closes.latest) if closes.exact else closes}, and counts as open."
