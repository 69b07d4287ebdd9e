"""What the pages of a strategy and of its versions say of the text that was approved."""

from typing import Any

from partnerships.access.requests import PartnershipRequest
from partnerships.views.pages import address
from strategies import queries_rounds as queries
from strategies.cautions import first_approved
from strategies.drafted import drafted_sections
from strategies.forms.comparison import DRAFT
from strategies.kept import KeptSection, kept_sections
from strategies.models import Strategy, Version
from strategies.models.version import Form
from strategies.rounds.covering import Cover, cover


def cover_of_version(request: PartnershipRequest, version: Version, versions: list[Version]) -> dict[str, Any]:
    """For approval_covers.html on a version's page. `versions`: all of its strategy, as `queries_rounds.versions_in_short` gives them."""
    approved = {one.number for one in versions if one.approved}  # type: ignore[attr-defined]  # annotated
    found = cover(versions, approved, draft_differs=False, shown=version)
    if _may_differ(found) and found.approved == version:
        differs = _draft_differs(drafted_sections(version.strategy), version)
        found = cover(versions, approved, draft_differs=differs, shown=version)
    return _for_template(request, version.strategy, found)


def cover_of_strategy(request: PartnershipRequest, strategy: Strategy, versions: list[Version]) -> dict[str, Any]:
    """The same on the page of the strategy, whose versions come with their approvals."""
    approved = {one.number for one in versions if first_approved(one)}
    found = cover(versions, approved, draft_differs=False)
    if found.approved and _may_differ(found):
        differs = _draft_differs(drafted_sections(strategy), queries.with_sections(found.approved))
        found = cover(versions, approved, draft_differs=differs)
    return _for_template(request, strategy, found)


def _may_differ(found: Cover) -> bool:
    return bool(found.approved and found.approved == found.newest and found.approved.form == Form.TYPED)


def _draft_differs(draft: list[KeptSection], approved: Version) -> bool:
    """Does the working draft, if there is one, read otherwise than the version?"""
    kept = [(section.heading, section.text) for section in kept_sections(approved)]
    return bool(draft) and kept != [(section.heading, section.text) for section in draft]


def _for_template(request: PartnershipRequest, strategy: Strategy, found: Cover) -> dict[str, Any]:
    compare = ""
    if found.before and found.before.form == Form.TYPED and (found.after is None or found.after.form == Form.TYPED):
        after = found.after.number if found.after else DRAFT
        compare = f"{address(request, 'version_compare', strategy.pk)}?before={found.before.number}&after={after}"
    return {"says": found.says, "newest": found.newest, "compare": compare}
