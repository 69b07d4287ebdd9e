"""What became of a comment: the coordinator answers it, or opens it again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page
from strategies import queries_comments
from strategies.actions.answer_comment import answer_comment, reopen_comment
from strategies.actions.change_comment import AlreadySettled
from strategies.forms.comment_answer import AnswerForm, ReopenForm
from strategies.forms.comment_filter import OPEN
from strategies.models import Comment
from strategies.models.comment import Answer
from strategies.views.pages import trail_to_strategy
from svduty import clock

WHY = "Whoever took the trouble to comment is told what became of it."


@needs(Permission.EDIT)
def comment_answer(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    comment = standing_or_404(request, queries_comments.comments_in(request.partnership), pk)
    if comment.replies_to_id:
        raise Http404("A reply needs no answer.")
    form = AnswerForm(request.POST or None, instance=comment)

    def save(valid: AnswerForm) -> Comment:
        data = valid.cleaned_data
        return answer_comment(
            comment,
            Answer(data["answer"]),
            data["reason"],
            seen_version=data["seen_version"],
            actor=request.user,
            partnership=request.partnership,
            at=clock.now(),
        )

    try:
        return _page(request, form, title="Answer a comment", why=WHY, save=save, button="Save the answer", done="Answered.")
    except AlreadySettled as settled:
        messages.info(request, f"It was withdrawn meanwhile, so it needs no answer: {settled.current.withdrawn_reason}")
        return redirect(_list(request, comment))


@needs(Permission.EDIT)
def comment_reopen(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    comment = get_object_or_404(queries_comments.comments_in(request.partnership), pk=pk)
    if not comment.answer:
        if request.method != "POST":
            raise Http404("The comment is open.")
        messages.info(request, "The comment is open already.")
        return redirect(_list(request, comment))
    form = ReopenForm(request.POST or None, instance=comment)

    def save(valid: ReopenForm) -> Comment:
        data = valid.cleaned_data
        seen = data["seen_version"]
        return reopen_comment(comment, data["reason"], seen_version=seen, actor=request.user, partnership=request.partnership)

    return _page(
        request,
        form,
        title="Open a comment again",
        why="For an answer given by mistake, or one that no longer holds.",
        save=save,
        button="Open it again",
        done="The comment is open again.",
    )


def _list(request: PartnershipRequest, comment: Comment) -> str:
    """The comments that are still open."""
    return f"{address(request, 'comments', comment.strategy_version.strategy_id)}?state={OPEN}"


def _page(request: PartnershipRequest, form: Any, **page: Any) -> HttpResponse:
    comment = form.instance
    home = _list(request, comment)
    trail = [*trail_to_strategy(request, comment.strategy_version.strategy), ("Comments", home)]
    shown = {"comment": comment, "replies": queries_comments.replies_to(comment)}
    return record_page(request, form, template="strategies/comment_answer.html", back=home, breadcrumb=trail, **shown, **page)
