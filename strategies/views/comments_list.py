"""Every comment on a strategy, across its versions: what waits for an answer, and what became of the rest."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address
from strategies import queries_comments
from strategies.comments_shown import in_the_order_of_the_text, shown_comments
from strategies.drafted import drafted_sections
from strategies.forms.comment_filter import CommentFilter
from strategies.views.pages import strategy_or_404, trail_to_strategy

PER_PAGE = 30


@needs(Permission.READ)
def comments(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """`?section=`, `?version=`, `?author=` and `?state=` narrow the list."""
    strategy = strategy_or_404(request, pk)
    typed = list(queries_comments.versions_to_compare(strategy))
    found = in_the_order_of_the_text(queries_comments.comments_of(strategy), typed)
    form = CommentFilter(request.GET, comments=found)
    page = Paginator(form.chosen(found), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "strategy": strategy,
        "form": form,
        "clear_url": address(request, "comments", pk) if any(request.GET.get(name) for name in form.fields) else "",
        "page": page,
        "shown": shown_comments(page.object_list, typed, drafted_sections(strategy) if found else []),
        "standing": sum(comment.withdrawn_on is None for comment in found),
        "waiting": sum(comment.open for comment in found),
        "breadcrumb": trail_to_strategy(request, strategy),
    }
    return render(request, "strategies/comments.html", context)
