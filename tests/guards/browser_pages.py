"""The pages to look at: each address of the access table as who may open it best, the empty ones, and forms sent empty."""

import dataclasses

from django.urls import reverse

from compliance.models import DeadlineSetting, Evidence, IssuedReport, RequirementWording, Response, Submission
from partnerships.audit.record import record
from partnerships.models import (
    AgendaItem,
    Board,
    CollaborationRequest,
    DefinitionTemplate,
    DutyHolder,
    GovernanceReview,
    Handover,
    LeadAgreement,
    LocalDefinition,
    Organisation,
    PaperRoute,
    Partnership,
    PartnershipArea,
    PoliceArea,
    PolicingBodyRequest,
    RoleGrant,
    RouteStep,
    Seat,
    SharingAgreement,
    Succession,
)
from partnerships.models.person import Role
from strategies.models import (
    AlignedStrategy,
    AnnualReview,
    Approval,
    AssessedArea,
    Consultation,
    ConsultationAnswer,
    Consultee,
    ContentsCheck,
    ContentsElement,
    DataSource,
    EqualityAssessment,
    NeedsAssessment,
    NumberInArea,
    Publication,
    ReviewArrangement,
    Section,
    SensitivityCheck,
    Strategy,
    Version,
)
from svduty import clock
from svduty.tasks.models import State
from svduty.vague_dates import VagueDate
from tests.cast import BEGAN
from tests.guards.access_table import TABLE
from tests.guards.delivery_looked_at import delivery_sets, delivery_ways
from tests.guards.levels import ANONYMOUS, Row, rightful
from tests.guards.mailed import mail_given_up, make_invitation, open_good_link
from tests.guards.meetings_looked_at import meeting_sets
from tests.guards.money_looked_at import money_sets
from tests.guards.packs_made import pack_of, pack_task
from tests.guards.progress_looked_at import progress_ways
from tests.guards.reviews_looked_at import REVIEWS_TAKEN_AWAY, review_sets, rolled_over
from tests.guards.scrutiny_looked_at import SCRUTINY_PLACES, TAKEN_AWAY, composed_again, scrutiny_sets
from tests.guards.workbooks_looked_at import WORKBOOK_FILES, WORKBOOK_PLACES, workbook_sets
from tests.guards.world import failed_task
from tests.guards.world_comments import comment_records
from tests.guards.world_exports import exports_made
from tests.guards.world_public import public_kinds
from tests.guards.world_rounds import open_round

SLUG, EMPTY = "anyborough", "newborough"
OPENS = 200
# What machines ask for, files, and the builders' page of components, which has tests of its own.
NOT_PAGES = {
    "healthz",
    "livez",
    "areas_csv",
    "report_pdf",
    "history_csv",
    "money_csv",
    "installation_history_csv",
    "boardpack_pdf",
    "version_markdown",
    "version_word",
    "version_comments_word",
    "version_comments_csv",
    "strategy_draft_markdown",
    "strategy_draft_word",
    "strategy_paper_pdf",
    "published_document",
    "published_pdf",
    "published_word",
    "published_feed",
    "file",
    "components",
    *TAKEN_AWAY,
    *REVIEWS_TAKEN_AWAY,
    *WORKBOOK_FILES,
}
PLACES = [
    "overview",
    "duties",
    "year",
    "who",
    "boards",
    "paperroutes",
    "meetingactions",
    "definitions",
    "localdefinition_compare",
    "sharingagreements",
    "policingbodyrequests",
    "collaborationrequests",
    "needsassessments",
    "evidence",
    "strategies",
    "consultations",
    "delivery",
    "my_actions",
    "measures",
    "money",
    "risks",
    "training",
    "reviews",
    *SCRUTINY_PLACES,
    *WORKBOOK_PLACES,
    "reports",
    "people",
    "history",
]


@dataclasses.dataclass(frozen=True)
class Look:
    """One page to look at: `who` opens it, `send` presses its main button with nothing filled in. `wrong`: it has to name an error."""

    name: str
    address: str
    who: str
    send: bool = False
    wrong: bool = False
    status: int = OPENS


def pages() -> list[Look]:
    """Every page over the example data, and those that are empty, wrong, or not for everybody."""
    empty = [Look(f"{name}-of-a-new-partnership", reverse(name, args=[EMPTY]), Role.COORDINATOR) for name in PLACES]
    others = [
        Look("home-of-two", reverse("home"), Role.COORDINATOR),
        Look("oversight", reverse("oversight"), Role.OVERSEER),
        Look("overview-as-at-a-wrong-day", reverse("overview", args=[SLUG]) + "?as_at=yesteryear", Role.COORDINATOR, wrong=True),
        Look("what-if-answered", reverse("what_if", args=[SLUG]) + "?publish=28+2+2027&review=1+3+2028", Role.VIEWER),
        Look("what-if-of-a-wrong-day", reverse("what_if", args=[SLUG]) + "?publish=soon", Role.COORDINATOR, wrong=True),
        Look("two-wordings-compared", reverse("localdefinition_compare", args=[SLUG]) + _two_wordings(), Role.COORDINATOR),
        Look("wordings-that-are-not-there", reverse("localdefinition_compare", args=[SLUG]) + "?one=x", Role.COORDINATOR, wrong=True),
        *_texts_compared(),
        *(Look(name, address, Role.VIEWER) for name, address in delivery_ways(SLUG).items()),
        *(Look(name, address, Role.COORDINATOR) for name, address in composed_again(SLUG).items()),
        *(Look(name, address, who or ANONYMOUS) for name, (address, who) in progress_ways(SLUG).items()),
        Look("overview-for-a-reader", reverse("overview", args=["barnet"]), Role.OVERSEER),
        Look("not-there", "/p/atlantis/", Role.VIEWER, status=404),
        Look("not-yours", reverse("strategy_add", args=[SLUG]), Role.VIEWER, status=403),
    ]
    return _from_the_table() + empty + others


def _two_wordings() -> str:
    """The query of the page that compares the first version with the last."""
    keys = LocalDefinition.objects.filter(partnership__slug=SLUG).order_by("pk").values_list("pk", flat=True)
    return f"?one=version-{keys[0]}&other=version-{keys[len(keys) - 1]}"


def _texts_compared() -> list[Look]:
    """The changes of the newest version that is typed, and a comparison with one that is not there."""
    version = Version.objects.filter(strategy__partnership__slug=SLUG, form="typed").latest("pk")
    compare = reverse("version_compare", args=[SLUG, version.strategy_id])
    return [
        Look("what-changed-in-a-version", reverse("version_read", args=[SLUG, version.pk]) + "?since=1", Role.BOARD_MEMBER),
        Look("compared-with-what-is-not-there", f"{compare}?before=99&after={version.number}", Role.COORDINATOR, wrong=True),
    ]


def forms_sent_empty() -> list[Look]:
    """The forms that need something to be filled in, pressed with nothing in them."""
    return [
        dataclasses.replace(look, send=True, wrong=True)
        for look in _from_the_table()
        if TABLE[look.name].posts and (look.name.endswith(("_add", "_withdraw", "_end")) or look.name in ("sign_in", "version_freeze"))
    ]


# Looked at as somebody sees it who oversees several partnerships.
OF_SEVERAL = {"oversight"}


def _from_the_table() -> list[Look]:
    records = _records()
    return [
        _look(name, row, records)
        for name, row in TABLE.items()
        if OPENS in (row.get, row.get_signed_in) and name not in NOT_PAGES | OF_SEVERAL
    ]


def _look(name: str, row: Row, records: dict[str, int]) -> Look:
    kwargs: dict[str, str | int] = {key: kind[1:] if kind[0] == "=" else records[kind] for key, kind in row.names.items()}
    if row.level.inside:
        kwargs["slug"] = SLUG
    who = ANONYMOUS if ANONYMOUS in row.level.may else rightful(row)
    return Look(name, reverse(name, kwargs=kwargs), who)


def _records() -> dict[str, int]:
    """One record of each kind, the last made, of those that stand; also what the examples lack, and a partnership with nothing in it."""
    ours = Partnership.objects.get(slug=SLUG)
    new = Partnership.objects.create(slug=EMPTY, name="Newborough Community Safety Partnership", records_from=BEGAN)
    coordinator = RoleGrant.objects.get(role=Role.COORDINATOR, partnership=ours).user
    RoleGrant.objects.create(user=coordinator, role=Role.COORDINATOR, partnership=new, starts=BEGAN)
    of_version = {"strategy_version__strategy__partnership": ours}
    of_consultation = {"consultation__strategy_version__strategy__partnership": ours}
    sets = {
        "dutyholder": DutyHolder.objects.filter(partnership=ours),
        "organisation": Organisation.objects.filter(partnership=ours),
        "partnershiparea": PartnershipArea.objects.filter(partnership=ours),
        "leadagreement": LeadAgreement.objects.filter(partnership=ours),
        "localdefinition": LocalDefinition.objects.filter(partnership=ours),
        "definitiontemplate": DefinitionTemplate.objects.all(),
        "sharingagreement": SharingAgreement.objects.filter(partnership=ours, ends=None),
        "policingbodyrequest": PolicingBodyRequest.objects.filter(partnership=ours, withdrawn_on=None),
        "collaborationrequest": CollaborationRequest.objects.filter(partnership=ours, withdrawn_on=None),
        "board": Board.objects.filter(partnership=ours, leads=True),
        "seat": Seat.objects.filter(board__partnership=ours, board__leads=True, ends=None),
        "governancereview": GovernanceReview.objects.filter(board__partnership=ours, withdrawn_on=None),
        "board_grant": RoleGrant.objects.filter(partnership=ours, role=Role.BOARD_MEMBER, ended_on=None),
        **meeting_sets(ours),
        **delivery_sets(ours),
        **money_sets(ours),
        **scrutiny_sets(ours),
        **review_sets(ours),
        **workbook_sets(ours),
        "paperroute": PaperRoute.objects.filter(partnership=ours, withdrawn_on=None),
        "routestep": RouteStep.objects.filter(route__partnership=ours, withdrawn_on=None),
        "strategy": Strategy.objects.filter(partnership=ours),
        "section": Section.objects.filter(strategy__partnership=ours),
        "version": Version.objects.filter(strategy__partnership=ours),
        "sensitivitycheck": SensitivityCheck.objects.filter(**of_version),
        "approval": Approval.objects.filter(**of_version, round=None),
        "publication": Publication.objects.filter(**of_version),
        "contentscheck": ContentsCheck.objects.filter(**of_version),
        "equalityassessment": EqualityAssessment.objects.filter(**of_version),
        "alignedstrategy": AlignedStrategy.objects.filter(strategy__partnership=ours),
        "annualreview": AnnualReview.objects.filter(strategy__partnership=ours),
        "reviewarrangement": ReviewArrangement.objects.filter(strategy__partnership=ours),
        "submission": Submission.objects.filter(**of_version),
        "needsassessment": NeedsAssessment.objects.filter(partnership=ours),
        "assessedarea": AssessedArea.objects.filter(assessment__partnership=ours),
        "datasource": DataSource.objects.filter(assessment__partnership=ours),
        "consultation": Consultation.objects.filter(**of_version, withdrawn_on=None),
        "consultee": Consultee.objects.filter(**of_consultation, withdrawn_on=None),
        "consultationanswer": ConsultationAnswer.objects.filter(**of_consultation, withdrawn_on=None),
        "numberinarea": NumberInArea.objects.filter(partnership=ours, withdrawn_on=None),
        "evidence": Evidence.objects.filter(partnership=ours, withdrawn_on=None),
        "response": Response.objects.filter(partnership=ours),
        "grant": RoleGrant.objects.filter(partnership=ours, role=Role.VIEWER),
        "overseer_grant": RoleGrant.objects.filter(role=Role.OVERSEER),
        "shared_organisation": Organisation.objects.filter(partnership=None),
        "area": PartnershipArea.objects.filter(partnership=ours),
        "policearea": PoliceArea.objects.all(),
        "deadlinesetting": DeadlineSetting.objects.all(),
        "contentselement": ContentsElement.objects.all(),
    }
    found = {kind: rows.order_by("pk").values_list("pk", flat=True)[::-1][0] for kind, rows in sets.items()}
    found["area"] = PartnershipArea.objects.get(pk=found["partnershiparea"]).area_id
    wording = RequirementWording.objects.create(code="SVD-PUB-03", plain="Send it.", starts=VagueDate.of(BEGAN))
    made = {"report": _report(ours).number, "report_making": failed_task(ours, "Head of Safety").pk, "requirementwording": wording.pk}
    made |= {"overseer_invitation": make_invitation(police_area=PoliceArea.objects.order_by("pk")[0]).pk, "mail": mail_given_up(ours).pk}
    made["invitation"] = open_good_link(ours).thing_pk
    made |= public_kinds(ours)
    made["succession"] = replaced_by_itself_tomorrow(ours).pk
    made |= {"person": RoleGrant.objects.get(pk=found["grant"]).user_id, "handover": left_behind(ours).pk}
    meeting = AgendaItem.objects.filter(meeting__board__partnership=ours, withdrawn_on=None).latest("pk").meeting
    refused = "Item 1, “figures.pdf”: it is damaged. Open it, save it again or print it to a new PDF, and add that."
    made["approvalround"] = open_round(ours).pk
    made |= {"boardpack": pack_of(meeting).pk, "boardpack_making": pack_task(meeting, State.FAILED, refused).pk}
    comments = comment_records(Version.objects.get(pk=found["version"]), "Looked at:")
    made |= {kind: comment.pk for kind, comment in comments.items()}
    made |= exports_made(Version.objects.get(pk=found["version"]), coordinator)
    made["rolled_strategy"] = rolled_over(Strategy.objects.get(pk=found["strategy"])).pk
    return found | made


def replaced_by_itself_tomorrow(partnership: Partnership) -> Succession:
    """A succession with lines to read; that of an area says which records still name the old one."""
    area = PartnershipArea.objects.filter(partnership=partnership).latest("pk").area
    lines = ["Area: it ends", "How it takes part: a body"]
    made = Succession.objects.create(partnership=partnership, kind="area", area=area, vesting_day=BEGAN, moved=lines, entered_on=BEGAN)
    made.former_areas.add(area)
    return made


def left_behind(partnership: Partnership) -> Handover:
    """What its overview shows to a coordinator: somebody left and nobody follows. The installation's history has an entry then, too."""
    record("example.loaded", actor=None, partnership=None)
    leaver = RoleGrant.objects.get(role=Role.VIEWER, partnership=partnership).user
    held = [["Roles, with their seats and bodies", "Board member; seats: Borough Commander on the board"]]
    return Handover.objects.create(
        partnership=partnership, leaver=leaver, made_at=clock.now(), last_day=clock.today(), note="Has retired.", held=held
    )


def _report(partnership: Partnership) -> IssuedReport:
    """Its first report, or one made without the seconds that setting it in type takes."""
    made = {"as_at": BEGAN, "issued_at": clock.now(), "facts": {}, "findings": [], "pdf": b"%PDF", "sha256": "0" * 64}
    return IssuedReport.objects.get_or_create(partnership=partnership, number=1, defaults=made)[0]
