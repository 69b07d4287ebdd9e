"""The regional plan: the same actions under a funder's themes, in its order, and when it was sent."""

import io

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.as_at import default_day
from partnerships.views.end_page import end_page
from partnerships.views.of_partnership import withdraw_one
from partnerships.views.own_record import own_record
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page
from strategies import queries_regional as queries
from strategies.actions.begin_themes import begin_with_london
from strategies.export.pdf import pdf_of
from strategies.export.regional_writing import regional_writing
from strategies.export.word import word_of
from strategies.forms.plan_theme import PlanThemeForm
from strategies.forms.regional_plan import RegionalPlanForm
from strategies.models import PlanTheme, RegionalPlanSending
from strategies.regional_plan import regional_groups
from strategies.workbooks.regional import regional_workbook
from svduty import clock
from svduty.files.response import response_for
from svduty.pdf import PdfFailed

PLACE = ("Regional plan", "regionalplan")
WHY_THEME = "The funder's template sets the themes and their order. Each action is put under one of them."
WHY_PLAN = "One record for each time the plan is due, for example once a year."
MAKERS = {"xlsx": regional_workbook, "docx": word_of, "pdf": pdf_of}


@needs(Permission.READ)
def regionalplan(request: PartnershipRequest, slug: str) -> HttpResponse:
    on = default_day(request.partnership, clock.today())
    groups = regional_groups(request.partnership, on)
    context = {
        "on": on,
        "themes": [group for group in groups if group.theme],
        "without": next((group.lines for group in groups if not group.theme), []),
        "plans": list(queries.regional_plans_of(request.partnership)),
        "in_london": queries.is_in_london(request.partnership),
    }
    return render(request, "strategies/regionalplan.html", context)


@needs(Permission.READ)
def regionalplan_file(request: PartnershipRequest, slug: str, kind: str) -> HttpResponseBase:
    """The actions in the funder's order, as a workbook, a Word document or a PDF."""
    if kind not in MAKERS:
        raise Http404("There is no such kind of file.")
    on = default_day(request.partnership, clock.today())
    writing = regional_writing(request.partnership, regional_groups(request.partnership, on), on)
    try:
        content = MAKERS[kind](writing)
    except PdfFailed as failed:
        messages.error(request, str(failed))
        return redirect("regionalplan", slug=slug)
    return response_for(io.BytesIO(content), writing.file_name(kind), size=len(content))


@needs(Permission.EDIT)
@require_POST
def plantheme_london(request: PartnershipRequest, slug: str) -> HttpResponse:
    added = begin_with_london(actor=request.user, partnership=request.partnership)
    said = f"Added the {added} themes of London's plan." if added else "There are themes already, so none was added."
    messages.success(request, said)
    return redirect("regionalplan", slug=slug)


@needs(Permission.EDIT)
def plantheme_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    theme = PlanTheme(partnership=request.partnership, position=queries.next_theme_position(request.partnership))
    return _theme(request, theme, title="Add a theme", done="Added the theme.")


@needs(Permission.EDIT)
def plantheme_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    theme = get_object_or_404(queries.themes_of(request.partnership), pk=pk)
    return _theme(request, theme, title="Change a theme", done="Saved.")


def _theme(request: PartnershipRequest, theme: PlanTheme, **page: str) -> HttpResponse:
    place, route = PLACE
    return own_record(request, PlanThemeForm(request.POST or None, instance=theme), place=place, route=route, why=WHY_THEME, **page)


@needs(Permission.EDIT)
def plantheme_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    theme = get_object_or_404(queries.themes_of(request.partnership), pk=pk)
    here = address(request, "regionalplan")
    return end_page(request, theme, title=f"End the theme “{theme}”", back=here, breadcrumb=[("Regional plan", here)])


@needs(Permission.EDIT)
def regionalplansending_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    return _sending(request, RegionalPlanSending(partnership=request.partnership), title="Add a plan to be sent", done="Added the plan.")


@needs(Permission.EDIT)
def regionalplansending_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    sending = standing_or_404(request, queries.regional_plans_of(request.partnership), pk)
    return _sending(request, sending, title="Change a plan to be sent", done="Saved.")


def _sending(request: PartnershipRequest, sending: RegionalPlanSending, *, title: str, done: str) -> HttpResponse:
    form = RegionalPlanForm(request.POST or None, request.FILES or None, instance=sending)
    among = queries.regional_plans_of(request.partnership)

    def save(valid: RegionalPlanForm) -> RegionalPlanSending:
        ours = request.partnership
        return save_with_file(valid, "document", beside=ours, among=among, partnership=ours, actor=request.user, comment=valid.comment)

    here = address(request, "regionalplan")
    return record_page(
        request,
        form,
        title=title,
        why=WHY_PLAN,
        save=save,
        done=done,
        back=here,
        breadcrumb=[("Regional plan", here)],
        template="components/cautious_form.html",
    )


@needs(Permission.EDIT)
def regionalplansending_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.regional_plans_of(request.partnership)
    return withdraw_one(request, among, pk, place=PLACE, title="Withdraw a plan to be sent")
