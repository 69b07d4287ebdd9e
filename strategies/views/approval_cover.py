"""What the pages of a strategy and of its versions say of the text that was approved."""

from collections.abc import Iterable
from typing import Any

from partnerships.access.requests import PartnershipRequest
from partnerships.views.pages import address
from strategies import queries_rounds as queries
from strategies.drafted import drafted_sections
from strategies.forms.comparison import DRAFT
from strategies.models import Strategy, Version
from strategies.models.version import Form
from strategies.rounds.covering import cover


def approval_cover(
    request: PartnershipRequest, strategy: Strategy, versions: Iterable[Version], shown: Version | None = None
) -> dict[str, Any]:
    """For approval_covers.html. The versions come with their approvals."""
    versions = list(versions)
    found = cover(versions, draft_differs=False, shown=shown)
    if found.approved and found.approved == found.newest and found.approved.form == Form.TYPED:
        found = cover(versions, draft_differs=_draft_differs(strategy, found.approved), shown=shown)
    compare = ""
    if found.before and found.before.form == Form.TYPED and (found.after is None or found.after.form == Form.TYPED):
        after = found.after.number if found.after else DRAFT
        compare = f"{address(request, 'version_compare', strategy.pk)}?before={found.before.number}&after={after}"
    return {"says": found.says, "newest": found.newest, "compare": compare}


def _draft_differs(strategy: Strategy, approved: Version) -> bool:
    """Does the working draft, if there is one, read otherwise than the version?"""
    now = [(section.heading, section.text) for section in drafted_sections(strategy)]
    return bool(now) and now != [(section["heading"], section["text"]) for section in queries.sections_kept(approved)]
