"""From the database to facts, for one or four hundred partnerships in the same number of queries."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from compliance.facts import (
    ApprovalFacts,
    AreaFacts,
    AuthorityTypeFacts,
    CheckFacts,
    DeadlineFacts,
    DefinitionFacts,
    FactorFacts,
    HolderFacts,
    LeadFacts,
    PartnershipFacts,
    PublicationFacts,
    ScopeFacts,
    StrategyFacts,
    SubmissionFacts,
    VersionFacts,
)
from compliance.models import DeadlineSetting, Submission
from partnerships.models import AuthorityType, DutyHolder, LeadAgreement, LocalDefinition, Partnership, PartnershipArea
from partnerships.models.partnership import LegalBasis
from strategies.models import Approval, Publication, SensitivityCheck, Strategy, Version


def load_facts(partnerships: Iterable[Partnership]) -> list[PartnershipFacts]:
    """The facts of each partnership, in the order given. Withdrawn records are left out. Thirteen queries, however many there are."""
    chosen = list(partnerships)
    ids = [partnership.pk for partnership in chosen]
    types = tuple(
        AuthorityTypeFacts(row.code, row.name, row.standing, row.needed_in, row.starts, row.ends) for row in AuthorityType.objects.all()
    )
    deadlines = tuple(DeadlineFacts(row.code, row.window_days, row.target_days) for row in DeadlineSetting.objects.all())
    areas = grouped(_areas(ids), lambda row: row.partnership_id, _area)
    holders = grouped(
        DutyHolder.objects.filter(partnership__in=ids).select_related("organisation", "capacity"), lambda row: row.partnership_id, _holder
    )
    leads = grouped(LeadAgreement.objects.filter(partnership__in=ids).select_related("organisation"), lambda row: row.partnership_id, _lead)
    definitions = grouped(
        LocalDefinition.objects.filter(partnership__in=ids, withdrawn_on__isnull=True), lambda row: row.partnership_id, _definition
    )
    strategies = _strategies(ids)
    return [
        PartnershipFacts(
            pk=partnership.pk,
            slug=partnership.slug,
            name=partnership.name,
            records_from=partnership.records_from,
            records_to=partnership.records_to,
            authority_types=types,
            deadlines=deadlines,
            areas=areas[partnership.pk],
            holders=holders[partnership.pk],
            leads=leads[partnership.pk],
            definitions=definitions[partnership.pk],
            strategies=strategies[partnership.pk],
        )
        for partnership in chosen
    ]


def _areas(ids: list[int]) -> Iterable[PartnershipArea]:
    return PartnershipArea.objects.filter(partnership__in=ids).select_related("area")


def _strategies(ids: list[int]) -> dict[int, tuple[StrategyFacts, ...]]:
    rows = list(Strategy.objects.filter(partnership__in=ids, withdrawn_on__isnull=True).order_by("pk"))
    pks = [row.pk for row in rows]
    covered = defaultdict(list)
    for strategy_pk, area_pk in Strategy.areas.through.objects.filter(strategy__in=pks).values_list(
        "strategy_id", "localgovernmentarea_id"
    ):
        covered[strategy_pk].append(area_pk)
    versions = _versions(pks)
    return grouped(
        rows,
        lambda row: row.partnership_id,
        lambda row: _strategy(row, tuple(sorted(covered[row.pk])), versions[row.pk]),
    )


def _versions(strategy_pks: list[int]) -> dict[int, tuple[VersionFacts, ...]]:
    """The frozen versions without their text."""
    of_version: dict[str, Any] = {"strategy_version__strategy__in": strategy_pks, "withdrawn_on__isnull": True}

    def owner(row: Any) -> int:
        return row.strategy_version_id

    approvals = grouped(Approval.objects.filter(**of_version).order_by("pk"), owner, _approval)
    checks = grouped(SensitivityCheck.objects.filter(**of_version).order_by("pk"), owner, _check)
    publications = grouped(Publication.objects.filter(**of_version).select_related("owner").order_by("pk"), owner, _publication)
    submissions = grouped(Submission.objects.filter(**of_version).select_related("sender").order_by("pk"), owner, _submission)
    return grouped(
        Version.objects.filter(strategy__in=strategy_pks).only("strategy_id", "number", "title", "dated").order_by("number"),
        lambda row: row.strategy_id,
        lambda row: VersionFacts(
            row.pk, row.number, row.title, row.dated, approvals[row.pk], checks[row.pk], publications[row.pk], submissions[row.pk]
        ),
    )


def grouped(rows: Iterable[Any], key: Callable[[Any], int], make: Callable[[Any], Any]) -> dict[int, tuple[Any, ...]]:
    """Facts made of rows, by the key of what they belong to; an empty tuple for what has none."""
    found: dict[int, tuple[Any, ...]] = defaultdict(tuple)
    lists = defaultdict(list)
    for row in rows:
        lists[key(row)].append(make(row))
    found.update({owner: tuple(items) for owner, items in lists.items()})
    return found


def _area(row: PartnershipArea) -> AreaFacts:
    area = row.area
    return AreaFacts(area.pk, area.name, area.in_wales, area.two_tier, area.starts, area.ends, row.pk, row.starts, row.ends)


def _holder(row: DutyHolder) -> HolderFacts:
    return HolderFacts(
        row.pk, row.organisation_id, row.organisation.name, row.capacity.code, row.area_id, row.senior_lead, row.starts, row.ends
    )


def _lead(row: LeadAgreement) -> LeadFacts:
    return LeadFacts(row.pk, row.organisation.name, row.agreed_on, row.reference, row.ends)


def _definition(row: LocalDefinition) -> DefinitionFacts:
    factors = (
        FactorFacts("the maximum penalty", row.penalty, row.penalty_note),
        FactorFacts("the impact on victims", row.victim, row.victim_note),
        FactorFacts("the prevalence in the area", row.prevalence, row.prevalence_note),
        FactorFacts("the impact on the community", row.community, row.community_note),
    )
    scope = (
        ScopeFacts("domestic abuse", row.domestic_abuse),
        ScopeFacts("sexual offences", row.sexual_offences),
        ScopeFacts("violence against property", row.property_violence),
        ScopeFacts("threats of violence", row.threats),
    )
    return DefinitionFacts(
        pk=row.pk,
        number=row.number,
        wording=row.wording,
        factors=factors,
        scope=scope,
        terrorism=row.terrorism,
        scope_reason=row.scope_reason,
        focus_stated=row.focus_stated,
        focus_note=row.focus_note,
        agreed_by=row.agreed_by,
        agreed_on=row.agreed_on,
    )


def _strategy(row: Strategy, area_pks: tuple[int, ...], versions: tuple[VersionFacts, ...]) -> StrategyFacts:
    basis = LegalBasis(row.legal_basis)
    return StrategyFacts(
        pk=row.pk,
        title=row.title,
        section_8=basis.includes_section_8,
        section_9=basis.includes_section_9,
        area_pks=area_pks,
        period_from=row.period_from,
        period_to=row.period_to,
        follows_pk=row.follows_id,
        earlier_not_held=row.earlier_not_held,
        versions=versions,
    )


def _approval(row: Approval) -> ApprovalFacts:
    return ApprovalFacts(row.pk, row.decided_by, row.decided_on, row.outcome)


def _check(row: SensitivityCheck) -> CheckFacts:
    complete = all([row.safety, row.prevention, row.investigation, row.institutions, row.persons])
    return CheckFacts(row.pk, complete, row.result, row.checked_by, row.checked_on)


def _publication(row: Publication) -> PublicationFacts:
    return PublicationFacts(
        pk=row.pk,
        way=row.way,
        published_on=row.published_on,
        languages=tuple(row.language.split("-")),
        area_pk=row.area_id,
        owner_pk=row.owner_id,
        owner=row.owner.name if row.owner else "",
        address=row.address,
        other_form=row.other_form,
        audience=row.audience,
        reason=row.reason,
    )


def _submission(row: Submission) -> SubmissionFacts:
    return SubmissionFacts(row.pk, row.recipient, row.sender_id, row.sender.name, row.sent_on)


def default_day(partnership: Partnership, today: datetime.date) -> datetime.date:
    """The day a partnership's pages open as at: today, or the last day of its records where they end (an example, a closed one)."""
    return min(today, partnership.records_to) if partnership.records_to else today
