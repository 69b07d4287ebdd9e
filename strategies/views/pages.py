"""What the pages of strategies share: how a strategy is found, and the way back."""

from django.shortcuts import get_object_or_404

from partnerships.access.requests import PartnershipRequest
from partnerships.views.pages import Trail, address
from strategies import queries
from strategies.models import Strategy, Version


def strategy_or_404(request: PartnershipRequest, pk: int) -> Strategy:
    return get_object_or_404(queries.strategies_of(request.partnership), pk=pk)


def version_or_404(request: PartnershipRequest, pk: int) -> Version:
    return get_object_or_404(queries.versions_in(request.partnership), pk=pk)


def trail_to_list(request: PartnershipRequest) -> Trail:
    return [("Strategies", address(request, "strategies"))]


def trail_to_strategy(request: PartnershipRequest, strategy: Strategy) -> Trail:
    return [*trail_to_list(request), (strategy.title, address(request, "strategy", strategy.pk))]


def trail_to_version(request: PartnershipRequest, version: Version) -> Trail:
    return [*trail_to_strategy(request, version.strategy), (f"Version {version.number}", address(request, "version", version.pk))]
