"""Named reads for writing a draft."""

from collections.abc import Collection

from django.db.models import QuerySet

from strategies.models import ContentsElement, Strategy, Version
from strategies.models.version import Form
from strategies.queries_contents import contents_elements


def chapter_elements(without: Collection[str]) -> QuerySet[ContentsElement]:
    """What a strategy is expected to contain, in order, but for these codes."""
    return contents_elements().exclude(code__in=without)


def newest_typed_version(strategy: Strategy) -> Version | None:
    """The newest version whose text is held here."""
    return strategy.versions.filter(form=Form.TYPED).order_by("-number").first()
