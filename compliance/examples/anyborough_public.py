"""What anyone may read of Anyborough: the newest version that was published of each of its strategies."""

import datetime

from compliance.examples import accounts
from compliance.examples.loading import Example, ago
from partnerships.models.person import Role
from strategies.models import PublicPage, Strategy

OPENED = 8  # days ago: the day today's strategy was published


def open_public_pages(example: Example, on: datetime.date) -> None:
    opener = accounts.person_of(Role.COORDINATOR)
    at = datetime.datetime.combine(ago(on, OPENED).earliest, datetime.time(10, 30), tzinfo=datetime.UTC)
    for strategy in Strategy.objects.filter(partnership=example.partnership):
        published = strategy.versions.filter(publications__isnull=False).order_by("-number").first()
        if published:
            example.add(PublicPage(strategy_version=published, opened_at=at, opened_by=opener))
