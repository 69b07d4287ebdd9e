"""The pages of the other strategies that one works with."""

from django.http import HttpResponse

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import standing_or_404
from strategies import queries_contents
from strategies.forms.aligned_strategy import AlignedStrategyForm
from strategies.models import AlignedStrategy
from strategies.views.owned_pages import add_page, change_page, withdraw_from
from strategies.views.pages import strategy_or_404

WHY = "Another strategy of the area that this one works with, for example of the health and wellbeing board."


@needs(Permission.EDIT)
def alignedstrategy_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    strategy = strategy_or_404(request, strategy_pk)
    form = AlignedStrategyForm(request.POST or None, instance=AlignedStrategy(strategy=strategy))
    among = queries_contents.aligned_with(strategy)
    return add_page(request, form, among, title="Add an aligned strategy", why=WHY, done="Added the aligned strategy.")


@needs(Permission.EDIT)
def alignedstrategy_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    aligned = standing_or_404(request, queries_contents.aligned_in(request.partnership), pk)
    return change_page(request, AlignedStrategyForm(request.POST or None, instance=aligned), title="Change an aligned strategy", why=WHY)


@needs(Permission.EDIT)
def alignedstrategy_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return withdraw_from(request, queries_contents.aligned_in(request.partnership), pk, title="Withdraw an aligned strategy")
