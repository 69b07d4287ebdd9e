from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from compliance import queries
from compliance.answers import facts_for
from compliance.forms.submission import SubmissionForm
from compliance.models import Submission
from compliance.sendings import why_not_counting
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies.views.pages import trail_to_version, version_or_404
from svduty import clock

WHY = "One of the specified authorities sends each published version to the Secretary of State within 7 days, counting the first."


@needs(Permission.EDIT)
def submission_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    submission = Submission(strategy_version=version_or_404(request, version_pk))
    return _page(request, submission, title="Record a sending", done="Recorded the sending.")


@needs(Permission.EDIT)
def submission_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    submission = standing_or_404(request, queries.submissions_in(request.partnership), pk)
    return _page(request, submission, title="Change a sending", done="Saved.")


@needs(Permission.EDIT)
def submission_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    submission = get_object_or_404(queries.submissions_in(request.partnership), pk=pk)
    version = submission.strategy_version
    back = address(request, "version", version.pk)
    return withdraw_once(
        request, submission, title="Withdraw a sending", intro=f"{submission}.", back=back, breadcrumb=trail_to_version(request, version)
    )


def _page(request: PartnershipRequest, submission: Submission, *, title: str, done: str) -> HttpResponse:
    version = submission.strategy_version
    form = SubmissionForm(request.POST or None, request.FILES or None, instance=submission)

    def save(valid: SubmissionForm) -> Submission:
        among = queries.submissions_of(version)
        saved = save_with_file(valid, "proof", beside=version, among=among, partnership=request.partnership, actor=request.user)
        _warn(request, saved)
        return saved

    return record_page(
        request,
        form,
        title=title,
        why=f"{version}. {WHY}",
        save=save,
        done=done,
        back=address(request, "version", version.pk),
        breadcrumb=trail_to_version(request, version),
    )


def _warn(request: PartnershipRequest, submission: Submission) -> None:
    """A true event is never refused; whoever records one that does not count is told so, and why."""
    [facts] = facts_for([request.partnership])
    if reason := why_not_counting(facts, submission.strategy_version_id, submission.pk, clock.today()):
        messages.warning(request, f"{reason} It is recorded all the same.")
