"""What anyone may read of Anyborough: the newest version that was published of each of its strategies."""

import datetime

from compliance.examples import accounts
from compliance.examples.loading import Example, ago
from partnerships.models.person import Role
from strategies.actions.keep_public_pdf import keep_public_pdf
from strategies.models import PublicPage, Strategy
from strategies.models.version import Form

OPENED = 8  # days ago: the day today's strategy was published


def open_public_pages(example: Example, on: datetime.date) -> None:
    opener = accounts.person_of(Role.COORDINATOR)
    at = datetime.datetime.combine(ago(on, OPENED).earliest, datetime.time(10, 30), tzinfo=datetime.UTC)
    for strategy in Strategy.objects.filter(partnership=example.partnership):
        published = strategy.versions.filter(publications__isnull=False).order_by("-number").first()
        if published:
            example.add(PublicPage(strategy_version=published, opened_at=at, opened_by=opener))


def print_its_public_pages() -> None:
    """Have the PDFs made that anyone can read, as it happens when a page is opened."""
    for page in PublicPage.objects.filter(strategy_version__form=Form.TYPED, strategy_version__strategy__partnership__slug="anyborough"):
        keep_public_pdf(page.pk)
