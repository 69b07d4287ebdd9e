"""Do versions, rounds, votes, approvals and public pages agree? For check_records: nothing here can come about by ordinary use."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from strategies.actions.close_round import OUTCOMES
from strategies.actions.freeze_version import seal_of
from strategies.models import Approval, ApprovalRound, Publication, PublicPage, Version, Vote
from strategies.models.round import RoundState
from strategies.models.version import Form


def changed_versions() -> Iterator[str]:
    """A frozen version whose text or document is not what its seal was made of."""
    for version in Version.objects.filter(form=Form.TYPED).order_by("pk").iterator(chunk_size=20):
        if seal_of(version.sections) != version.sha256:
            yield f"Version {version.pk} ({version}) is not what was frozen: its text does not give its seal."
    documents = Version.objects.filter(form=Form.DOCUMENT).exclude(document__sha256=F("sha256"))
    for version in documents.defer("sections").order_by("pk"):
        yield f"Version {version.pk} ({version}) is not what was frozen: its document is another."


def votes_of_another_text() -> Iterator[str]:
    """An answer is bound to the version by its seal, and its seat is one of the board that was asked."""
    strangers = Q(seat__board=F("round__board"), sha256=F("round__strategy_version__sha256"))
    for vote in Vote.objects.exclude(strangers).select_related("seat__organisation").order_by("pk"):
        yield f"Vote {vote.pk} ({vote.seat}) was not given on this version, or not by this board."


def rounds_and_approvals() -> Iterator[str]:
    """What a round came to and the decision it made are one and the same."""
    made = Approval.objects.filter(round__isnull=False).select_related("round").order_by("pk")
    for approval in made:
        asked = approval.round
        came_to = {str(outcome): str(decision) for outcome, decision in OUTCOMES.items()}.get(asked.outcome) if asked else None
        if not asked or asked.strategy_version_id != approval.strategy_version_id or came_to != approval.outcome:
            yield f"Approval {approval.pk} ({approval}) is not what its round came to."
    with_decision = Approval.objects.filter(round=OuterRef("pk"))
    closed = ApprovalRound.objects.filter(state=RoundState.CLOSED, outcome__in=OUTCOMES)
    for asked in closed.exclude(Exists(with_decision)).select_related("board").order_by("pk"):
        yield f"Round {asked.pk} ({asked.board}) came to a decision that is not recorded with its version."


def public_pages() -> Iterator[str]:
    """A public page stands for a version that was published, though its publication may have been withdrawn since."""
    published = Publication.objects.filter(strategy_version=OuterRef("strategy_version"))
    for page in PublicPage.objects.exclude(Exists(published)).select_related("strategy_version").order_by("pk"):
        yield f"Public page {page.pk} ({page.strategy_version}) is of a version that was never published."


CHECKS = (changed_versions, votes_of_another_text, rounds_and_approvals, public_pages)
