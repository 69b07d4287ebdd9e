"""What was said in a consultation, and what became of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_consultation as queries
from strategies.forms.consultation_answer import ConsultationAnswerForm
from strategies.models import ConsultationAnswer
from strategies.views.consultations import trail_to_consultation

WHY = "In general words, with what was changed in the strategy because of it, or why nothing was."


@needs(Permission.EDIT)
def consultationanswer_add(request: PartnershipRequest, slug: str, consultation_pk: int) -> HttpResponse:
    consultation = standing_or_404(request, queries.consultations_in(request.partnership), consultation_pk)
    form = ConsultationAnswerForm(request.POST or None, instance=ConsultationAnswer(consultation=consultation))

    def save(valid: ConsultationAnswerForm) -> ConsultationAnswer:
        among = queries.answers_to(consultation)
        return add_once(valid, beside=consultation, among=among, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, save, title="Record an answer", done="Recorded the answer.")


@needs(Permission.EDIT)
def consultationanswer_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.answers_in(request.partnership), pk)
    form = ConsultationAnswerForm(request.POST or None, instance=found)

    def save(valid: ConsultationAnswerForm) -> ConsultationAnswer:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, save, title="Change an answer", done="Saved.")


@needs(Permission.EDIT)
def consultationanswer_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.answers_in(request.partnership), pk=pk)
    return withdraw_once(
        request,
        found,
        title="Withdraw an answer",
        back=address(request, "consultation", found.consultation_id) + "#answers",
        intro=f"{found}.",
        breadcrumb=trail_to_consultation(request, found.consultation),
    )


def _page(request: PartnershipRequest, form: ConsultationAnswerForm, save: Any, *, title: str, done: str) -> HttpResponse:
    consultation = form.instance.consultation
    return record_page(
        request,
        form,
        title=title,
        why=f"{consultation}. {WHY}",
        save=save,
        done=done,
        back=address(request, "consultation", consultation.pk) + "#answers",
        template="components/cautious_form.html",
        breadcrumb=trail_to_consultation(request, consultation),
    )
