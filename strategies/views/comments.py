"""Commenting on a version: adding, replying, changing one's own words, withdrawing."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import may, needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.queries import coordinators_of
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_comments
from strategies.actions.add_comment import add_comment
from strategies.actions.change_comment import AlreadySettled, change_comment
from strategies.forms.comment import CommentChangeForm, CommentForm, ReplyForm
from strategies.kept import KeptSection, kept_sections
from strategies.models import Comment, Version
from strategies.views.pages import trail_to_version, version_or_404
from svduty import clock
from svduty.text.markdown import to_html


@needs(Permission.COMMENT)
def comment_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """`?section=` the key of the section it is about; without it, the whole."""
    version = version_or_404(request, version_pk)
    if version.strategy.withdrawn_on and request.method != "POST":
        raise Http404("The strategy was withdrawn.")
    section = _section(request, version)
    comment = Comment(strategy_version=version, author=request.user)
    if section:
        comment.section_key, comment.section_heading = section.key, section.heading
    members = queries_comments.members_to_tell(request.partnership, request.user)
    form = CommentForm(request.POST or None, instance=comment, section=section, members=members)
    return _page(
        request,
        form,
        title=f"Comment on “{section.heading}”" if section else f"Comment on version {version.number}",
        why=f"{version.title}, version {version.number}. Everybody in the partnership and whoever oversees it can read what you write.",
        button="Add the comment",
        done="Added your comment.",
        template="strategies/comment_form.html",
        section=section,
        section_html=to_html(section.text, heading_from=3) if section else "",
    )


@needs(Permission.COMMENT)
def comment_reply(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Reply to a comment; a reply to a reply stands under the same comment."""
    found = standing_or_404(request, queries_comments.comments_in(request.partnership), pk)
    first = found.replies_to or found
    same = {"section_key": first.section_key, "section_heading": first.section_heading}
    reply = Comment(strategy_version=first.strategy_version, replies_to=first, author=request.user, **same)
    members = queries_comments.members_to_tell(request.partnership, request.user)
    form = ReplyForm(request.POST or None, instance=reply, members=members, initial={"told": [first.author_id]})
    return _page(
        request,
        form,
        title="Reply to a comment",
        button="Add the reply",
        done="Added your reply.",
        template="strategies/comment_form.html",
        about=first,
    )


@needs(Permission.COMMENT)
def comment_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The author's own words, while nobody has answered them."""
    comment = _own(request, standing_or_404(request, queries_comments.comments_in(request.partnership), pk))
    if comment.answer and request.method != "POST":
        raise Http404("The comment was answered.")
    form = CommentChangeForm(request.POST or None, instance=comment)

    def save(valid: CommentChangeForm) -> Comment:
        return change_comment(valid, actor=request.user, partnership=request.partnership, at=clock.now())

    def page() -> HttpResponse:
        return _page(
            request,
            form,
            title="Change your comment",
            why="It is marked as edited, with the time.",
            save=save,
            done="Saved.",
            template="strategies/comment_form.html",
            quoted=comment.quote,
        )

    try:
        return page()
    except AlreadySettled as settled:
        form.add_error(None, _too_late(settled.current))
        return page()


@needs(Permission.COMMENT)
def comment_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """By its author, or by a coordinator, for what should not stand there."""
    comment = get_object_or_404(queries_comments.comments_in(request.partnership), pk=pk)
    if not may(request, Permission.EDIT):
        _own(request, comment)
    return withdraw_once(
        request,
        comment,
        title="Withdraw a comment",
        back=place_of(request, comment),
        intro=f"“{comment.text}”",
        breadcrumb=trail_to_reading(request, comment.strategy_version),
    )


def place_of(request: PartnershipRequest, comment: Comment) -> str:
    """Where a comment stands beside the text."""
    return f"{address(request, 'version_read', comment.strategy_version_id)}#comment-{comment.replies_to_id or comment.pk}"


def trail_to_reading(request: PartnershipRequest, version: Version) -> list[tuple[str, str]]:
    return [*trail_to_version(request, version), ("Read and comment", address(request, "version_read", version.pk))]


def _section(request: PartnershipRequest, version: Version) -> KeptSection | None:
    asked = request.GET.get("section", "")
    if not asked:
        return None
    found = next((section for section in kept_sections(version) if section.key == asked), None)
    if found is None:
        raise Http404("This version has no such section.")
    return found


def _own(request: PartnershipRequest, comment: Comment) -> Comment:
    if comment.author_id != request.user.pk:
        request.helpers = coordinators_of(request.partnership)  # type: ignore[attr-defined]  # read by the page that refuses
        raise PermissionDenied
    return comment


def _too_late(current: Comment) -> str:
    if current.withdrawn_on:
        return f"It was withdrawn meanwhile: {current.withdrawn_reason} Your words are still here; make a new comment with them."
    said = f"“{current.get_answer_display()}”, because: {current.answer_reason}"
    return f"It was answered meanwhile ({said}), so its words stay as they were. Yours are still here: copy them into a reply."


def _page(request: PartnershipRequest, form: Any, **page: Any) -> HttpResponse:
    version = form.instance.strategy_version

    def add(valid: Any) -> Comment:
        told = valid.cleaned_data["told"]
        return add_comment(valid, told=told, actor=request.user, partnership=request.partnership, at=clock.now())

    home = address(request, "version_read", version.pk)
    back = place_of(request, form.instance) if form.instance.pk or form.instance.replies_to_id else home
    ways = {"save": add, "back": back, "then": lambda saved: place_of(request, saved), "breadcrumb": trail_to_reading(request, version)}
    return record_page(request, form, **{**ways, **page})
