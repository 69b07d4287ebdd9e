"""Named reads of what a report is made from."""

from django.db.models import QuerySet

from compliance.models import Submission
from partnerships.models import AuditChain, LocalDefinition, Partnership
from partnerships.models.audit import INSTALLATION
from strategies.models import Action, Approval, Reading, Version


def heads_of_chains(partnership: Partnership) -> dict[str, str]:
    """Scope -> hash of the last entry of the partnership's and the installation's audit; both move with every save."""
    scopes = [AuditChain.scope_of(partnership), INSTALLATION]
    return dict(AuditChain.objects.filter(scope__in=scopes).values_list("scope", "hash"))


def kept_versions_of(partnership: Partnership) -> QuerySet[Version]:
    """Versions with how they are kept, without their text."""
    standing = Version.objects.filter(strategy__partnership=partnership, strategy__withdrawn_on__isnull=True)
    return standing.select_related("document").defer("sections", "note").order_by("pk")


def standing_approvals_of(partnership: Partnership) -> QuerySet[Approval]:
    return Approval.objects.filter(strategy_version__strategy__partnership=partnership, withdrawn_on__isnull=True).order_by("pk")


def standing_submissions_of(partnership: Partnership) -> QuerySet[Submission]:
    return Submission.objects.filter(strategy_version__strategy__partnership=partnership, withdrawn_on__isnull=True).order_by("pk")


def standing_definitions_of(partnership: Partnership) -> QuerySet[LocalDefinition]:
    return partnership.definitions.filter(withdrawn_on__isnull=True).order_by("pk")


def standing_actions_of(partnership: Partnership) -> QuerySet[Action]:
    """Actions with the objective each serves, in the order of the objectives."""
    standing = Action.objects.filter(partnership=partnership, withdrawn_on__isnull=True).select_related("objective")
    return standing.order_by("objective__strategy", "objective__position", "pk")


def standing_readings_of(partnership: Partnership) -> QuerySet[Reading]:
    """Figures with their measure, the newest first."""
    standing = Reading.objects.filter(measure__partnership=partnership, withdrawn_on__isnull=True).select_related("measure")
    return standing.order_by("measure__name", "measure", "-last", "-pk")
