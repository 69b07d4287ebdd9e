"""Who may open what: written by hand, apart from the marks in the code, so that a loosened mark turns the test red.

One row an address: the level, and for each number in it the kind of record it names.
"""

import dataclasses

from partnerships.models.person import Role

ANONYMOUS, STRANGER = "anonymous", "stranger"
WHO = [ANONYMOUS, STRANGER, *[role.value for role in Role]]
MEMBERS = {Role.COORDINATOR, Role.CONTRIBUTOR, Role.BOARD_MEMBER, Role.VIEWER, Role.OVERSEER}


@dataclasses.dataclass(frozen=True)
class Level:
    """`may`: who gets in. `inside`: the address belongs to a partnership, so that outsiders are told nothing is there."""

    may: frozenset[str]
    inside: bool = True


def level(*roles: Role, inside: bool = True) -> Level:
    return Level(frozenset(role.value for role in roles), inside)


OPEN = Level(frozenset(WHO), inside=False)
SIGNED_IN = Level(frozenset(WHO) - {ANONYMOUS}, inside=False)
READ = level(*MEMBERS)
ADD_EVIDENCE = level(Role.COORDINATOR, Role.CONTRIBUTOR)
COORDINATE = level(Role.COORDINATOR)
HAS_A_ROLE = level(*MEMBERS - {Role.OVERSEER})
UPDATE_OWN = level(Role.COORDINATOR, Role.CONTRIBUTOR)
LOG_REQUESTS = level(Role.COORDINATOR, Role.OVERSEER)
INSTALLATION = level(Role.ADMINISTRATOR, inside=False)


@dataclasses.dataclass(frozen=True)
class Row:
    """`names` maps an argument of the address to the kind of record, or to a fixed value beginning with "="."""

    level: Level
    names: dict[str, str] = dataclasses.field(default_factory=dict)
    get: int = 200
    posts: bool = True
    get_signed_in: int = 0


def pages_of(kind: str, level: Level = COORDINATE, *verbs: str) -> dict[str, Row]:
    return {f"{kind}_{verb}": Row(level, {"pk": kind}) for verb in verbs}


VERSION = {"version_pk": "version"}
CODE = {"code": "=SVD-PUB-03"}

TABLE: dict[str, Row] = {
    "healthz": Row(OPEN, posts=False),
    "livez": Row(OPEN, posts=False),
    "home": Row(SIGNED_IN, get=302, posts=False),
    "accessibility": Row(OPEN, posts=False),
    "components": Row(OPEN, posts=False),
    "sign_in": Row(OPEN, get_signed_in=302),
    "sign_in_code": Row(OPEN, get=302),
    "single_sign_on": Row(OPEN, get=405),
    "single_sign_on_back": Row(OPEN, get=302, posts=False),
    "sign_out": Row(SIGNED_IN, get=405),
    "account": Row(SIGNED_IN, posts=False),
    "account_name": Row(SIGNED_IN),
    "password_change": Row(SIGNED_IN),
    "second_factor": Row(SIGNED_IN),
    "second_factor_codes": Row(SIGNED_IN, get=302),
    "second_factor_codes_text": Row(SIGNED_IN, get=302, posts=False),
    "second_factor_codes_new": Row(SIGNED_IN, get=302),
    "second_factor_remove": Row(SIGNED_IN, get=302),
    "sessions_end": Row(SIGNED_IN, get=405),
    "session_end": Row(SIGNED_IN, {"mark": "=0123456789abcdef01234567"}, get=405),
    "password_reset": Row(OPEN),
    "password_reset_sent": Row(OPEN, posts=False),
    "password_set_done": Row(OPEN, posts=False),
    "mailed_link": Row(OPEN, {"token": "=a-good-link-of-nobody"}),
    "mailed_link_sent": Row(OPEN, posts=False),
    "installation": Row(INSTALLATION, posts=False),
    "installation_people": Row(INSTALLATION, posts=False),
    "installation_person_add": Row(INSTALLATION),
    "installation_invitation_again": Row(INSTALLATION, {"pk": "overseer_invitation"}, get=405),
    "installation_invitation_withdraw": Row(INSTALLATION, {"pk": "overseer_invitation"}),
    "installation_grant_end": Row(INSTALLATION, {"pk": "overseer_grant"}),
    "installation_person_reset": Row(INSTALLATION, {"pk": "overseer_grant"}),
    "installation_mail": Row(INSTALLATION, posts=False),
    "installation_mail_again": Row(INSTALLATION, {"pk": "mail"}, get=405),
    "installation_accounts": Row(INSTALLATION, posts=False),
    "installation_account_close": Row(INSTALLATION, {"pk": "person"}),
    "installation_account_open": Row(INSTALLATION, {"pk": "person"}, get=405),
    "installation_account_erase": Row(INSTALLATION, {"pk": "person"}),
    "installation_tasks": Row(INSTALLATION, posts=False),
    "installation_task_again": Row(INSTALLATION, {"pk": "task"}, get=405),
    "installation_history": Row(INSTALLATION, posts=False),
    "installation_history_csv": Row(INSTALLATION, posts=False),
    "installation_history_entry": Row(INSTALLATION, {"number": "=1"}, posts=False),
    "installation_history_verify": Row(INSTALLATION, get=405),
    "partnership_add": Row(INSTALLATION),
    "shared_organisations": Row(INSTALLATION, posts=False),
    "shared_organisation_add": Row(INSTALLATION),
    "shared_organisation_change": Row(INSTALLATION, {"pk": "shared_organisation"}),
    "shared_organisation_succession": Row(INSTALLATION, {"pk": "shared_organisation"}),
    "area_succession": Row(INSTALLATION, {"pk": "area"}),
    "installation_successions": Row(INSTALLATION, posts=False),
    "body": Row(SIGNED_IN, {"pk": "shared_organisation"}, posts=False),
    "areas": Row(INSTALLATION, posts=False),
    "areas_list": Row(INSTALLATION),
    "areas_file": Row(INSTALLATION),
    "areas_csv": Row(INSTALLATION, posts=False),
    "area_add": Row(INSTALLATION),
    "area_change": Row(INSTALLATION, {"pk": "area"}),
    "policeareas": Row(INSTALLATION, posts=False),
    "policearea_add": Row(INSTALLATION),
    "policearea_change": Row(INSTALLATION, {"pk": "policearea"}),
    "definitiontemplates": Row(INSTALLATION, posts=False),
    "definitiontemplate_add": Row(INSTALLATION),
    "definitiontemplate": Row(INSTALLATION, {"pk": "definitiontemplate"}, posts=False),
    **pages_of("definitiontemplate", INSTALLATION, "change", "end"),
    "who": Row(READ, posts=False),
    "partnership_change": Row(COORDINATE),
    "partnershiparea_add": Row(COORDINATE),
    **pages_of("partnershiparea", COORDINATE, "change", "end"),
    "leadagreement_add": Row(COORDINATE),
    **pages_of("leadagreement", COORDINATE, "change", "end"),
    "dutyholder_add": Row(COORDINATE),
    **pages_of("dutyholder", COORDINATE, "change", "end"),
    "organisation_add": Row(COORDINATE),
    **pages_of("organisation", COORDINATE, "change"),
    "boards": Row(READ, posts=False),
    "board_add": Row(COORDINATE),
    "board": Row(READ, {"pk": "board"}, posts=False),
    **pages_of("board", COORDINATE, "change", "end"),
    "seat_add": Row(COORDINATE, {"board_pk": "board"}),
    "seats_add": Row(COORDINATE, {"board_pk": "board"}),
    **pages_of("seat", COORDINATE, "change", "end"),
    "governancereview_add": Row(COORDINATE, {"board_pk": "board"}),
    **pages_of("governancereview", COORDINATE, "change", "withdraw"),
    "meetings": Row(READ, {"board_pk": "board"}, posts=False),
    "meetings_plan": Row(COORDINATE, {"board_pk": "board"}),
    "meeting_add": Row(COORDINATE, {"board_pk": "board"}),
    "meeting": Row(READ, {"pk": "meeting"}, posts=False),
    **pages_of("meeting", COORDINATE, "change", "withdraw", "attendance"),
    "meeting_cancel": Row(COORDINATE, {"pk": "planned_meeting"}),
    "meeting_restore": Row(COORDINATE, {"pk": "cancelled_meeting"}, get=405),
    "meeting_minutes": Row(READ, {"pk": "meeting"}, posts=False),
    "meeting_minutes_change": Row(COORDINATE, {"pk": "meeting"}),
    "agendaitem_add": Row(COORDINATE, {"meeting_pk": "meeting"}),
    "agendaitem_move": Row(COORDINATE, {"pk": "agendaitem", "direction": "=up"}, get=405),
    **pages_of("agendaitem", COORDINATE, "change", "withdraw"),
    "decision_add": Row(COORDINATE, {"meeting_pk": "meeting"}),
    "decision": Row(READ, {"pk": "decision"}, posts=False),
    **pages_of("decision", COORDINATE, "change", "withdraw"),
    "boardpack_make": Row(COORDINATE, {"meeting_pk": "meeting"}, get=405),
    "boardpack_making": Row(READ, {"pk": "boardpack_making"}, posts=False),
    "boardpack_making_again": Row(COORDINATE, {"pk": "boardpack_making"}, get=405),
    "boardpack": Row(READ, {"pk": "boardpack"}, posts=False),
    "boardpack_pdf": Row(READ, {"pk": "boardpack"}, posts=False),
    "paperroutes": Row(READ, posts=False),
    "paperroute_add": Row(COORDINATE),
    "paperroute": Row(READ, {"pk": "paperroute"}, posts=False),
    **pages_of("paperroute", COORDINATE, "change", "withdraw"),
    "paperroute_place": Row(COORDINATE, {"pk": "paperroute"}, get=405),
    "routestep_add": Row(COORDINATE, {"route_pk": "paperroute"}),
    "routestep_move": Row(COORDINATE, {"pk": "routestep", "direction": "=up"}, get=405),
    **pages_of("routestep", COORDINATE, "change", "withdraw"),
    "meetingactions": Row(READ, posts=False),
    "meetingaction_add": Row(COORDINATE, {"meeting_pk": "meeting"}),
    **pages_of("meetingaction", COORDINATE, "change", "done", "withdraw"),
    "succession_add": Row(COORDINATE),
    "succession": Row(READ, {"pk": "succession"}, posts=False),
    "succession_withdraw": Row(COORDINATE, {"pk": "succession"}),
    "definitions": Row(READ, posts=False),
    "localdefinition_add": Row(COORDINATE),
    "localdefinition_compare": Row(READ, posts=False),
    "localdefinition": Row(READ, {"pk": "localdefinition"}, posts=False),
    **pages_of("localdefinition", COORDINATE, "change", "withdraw"),
    "sharingagreements": Row(READ, posts=False),
    "sharingagreement_add": Row(COORDINATE),
    "sharingagreement": Row(READ, {"pk": "sharingagreement"}, posts=False),
    **pages_of("sharingagreement", COORDINATE, "change", "end", "review"),
    "policingbodyrequests": Row(READ, posts=False),
    "policingbodyrequest_add": Row(LOG_REQUESTS),
    "policingbodyrequest": Row(READ, {"pk": "policingbodyrequest"}, posts=False),
    **pages_of("policingbodyrequest", LOG_REQUESTS, "change", "withdraw"),
    **pages_of("policingbodyrequest", UPDATE_OWN, "answer"),
    "collaborationrequests": Row(READ, posts=False),
    "collaborationrequest_add": Row(COORDINATE),
    "collaborationrequest": Row(READ, {"pk": "collaborationrequest"}, posts=False),
    **pages_of("collaborationrequest", COORDINATE, "change", "withdraw"),
    **pages_of("collaborationrequest", UPDATE_OWN, "answer"),
    "people": Row(READ, posts=False),
    "person_add": Row(COORDINATE),
    "person_invitation_again": Row(COORDINATE, {"pk": "invitation"}, get=405),
    "person_invitation_withdraw": Row(COORDINATE, {"pk": "invitation"}),
    "grant_seats": Row(COORDINATE, {"pk": "board_grant"}),
    "grant_end": Row(COORDINATE, {"pk": "grant"}),
    "person_hand_over": Row(COORDINATE, {"pk": "grant"}),
    "person_leave": Row(HAS_A_ROLE),
    "handover_settle": Row(COORDINATE, {"pk": "handover"}, get=405),
    "person_reset": Row(COORDINATE, {"pk": "grant"}),
    "history": Row(READ, posts=False),
    "history_csv": Row(READ, posts=False),
    "history_entry": Row(READ, {"number": "=1"}, posts=False),
    "history_verify": Row(READ, get=405),
    "record_history": Row(READ, {"kind": "=strategy", "pk": "strategy"}, posts=False),
    "file": Row(READ, {"pk": "file"}, posts=False),
    "needsassessments": Row(READ, posts=False),
    "needsassessment_add": Row(COORDINATE),
    "needsassessment": Row(READ, {"pk": "needsassessment"}, posts=False),
    **pages_of("needsassessment", COORDINATE, "change", "withdraw"),
    "assessedarea_add": Row(COORDINATE, {"assessment_pk": "needsassessment"}),
    **pages_of("assessedarea", COORDINATE, "change", "withdraw"),
    "datasource_add": Row(COORDINATE, {"assessment_pk": "needsassessment"}),
    **pages_of("datasource", COORDINATE, "change", "withdraw"),
    "strategies": Row(READ, posts=False),
    "strategy_add": Row(COORDINATE),
    "strategy": Row(READ, {"pk": "strategy"}, posts=False),
    "strategy_draft": Row(READ, {"pk": "strategy"}, posts=False),
    **pages_of("strategy", COORDINATE, "change", "withdraw"),
    "section_add": Row(COORDINATE, {"strategy_pk": "strategy"}),
    "section_move": Row(COORDINATE, {"pk": "section", "direction": "=up"}, get=405),
    **pages_of("section", COORDINATE, "change", "remove"),
    "version_freeze": Row(COORDINATE, {"strategy_pk": "strategy"}),
    "version": Row(READ, {"pk": "version"}, posts=False),
    "sensitivitycheck_add": Row(COORDINATE, VERSION),
    **pages_of("sensitivitycheck", COORDINATE, "change", "withdraw"),
    "approval_add": Row(COORDINATE, VERSION),
    **pages_of("approval", COORDINATE, "change", "withdraw"),
    "publication_add": Row(COORDINATE, VERSION | {"way": "=website"}),
    **pages_of("publication", COORDINATE, "change", "withdraw"),
    "contentscheck_add": Row(COORDINATE, VERSION),
    "contentscheck": Row(READ, {"pk": "contentscheck"}, posts=False),
    **pages_of("contentscheck", COORDINATE, "change", "withdraw"),
    "equalityassessment_add": Row(COORDINATE, VERSION),
    **pages_of("equalityassessment", COORDINATE, "change", "withdraw"),
    "alignedstrategy_add": Row(COORDINATE, {"strategy_pk": "strategy"}),
    **pages_of("alignedstrategy", COORDINATE, "change", "withdraw"),
    "annualreview_add": Row(COORDINATE, {"strategy_pk": "strategy"}),
    "annualreview": Row(READ, {"pk": "annualreview"}, posts=False),
    **pages_of("annualreview", COORDINATE, "change", "withdraw"),
    "reviewarrangement_add": Row(COORDINATE, {"strategy_pk": "strategy"}),
    **pages_of("reviewarrangement", COORDINATE, "change", "withdraw"),
    "reviews": Row(READ, posts=False),
    "consultations": Row(READ, posts=False),
    "consultation_add": Row(COORDINATE, VERSION),
    "consultation": Row(READ, {"pk": "consultation"}, posts=False),
    **pages_of("consultation", COORDINATE, "change", "withdraw"),
    "consultee_add": Row(COORDINATE, {"consultation_pk": "consultation"}),
    **pages_of("consultee", COORDINATE, "change", "withdraw"),
    "consultationanswer_add": Row(COORDINATE, {"consultation_pk": "consultation"}),
    **pages_of("consultationanswer", COORDINATE, "change", "withdraw"),
    "numberinarea_add": Row(COORDINATE),
    **pages_of("numberinarea", COORDINATE, "change", "withdraw"),
    "overview": Row(READ, posts=False),
    "duties": Row(READ, posts=False),
    "duty": Row(READ, CODE, posts=False),
    "year": Row(READ, posts=False),
    "what_if": Row(READ, posts=False),
    "evidence": Row(READ, posts=False),
    "evidence_add": Row(ADD_EVIDENCE, CODE),
    **pages_of("evidence", ADD_EVIDENCE, "change", "withdraw"),
    "response_add": Row(COORDINATE, CODE),
    **pages_of("response", COORDINATE, "change", "withdraw"),
    "submission_add": Row(COORDINATE, VERSION),
    **pages_of("submission", COORDINATE, "change", "withdraw"),
    "reports": Row(READ, posts=False),
    "report_make": Row(COORDINATE),
    "report_making": Row(READ, {"pk": "report_making"}, posts=False),
    "report_making_again": Row(COORDINATE, {"pk": "report_making"}, get=405),
    "report": Row(READ, {"number": "report"}, posts=False),
    "report_pdf": Row(READ, {"number": "report"}, posts=False),
    "contentselements": Row(INSTALLATION, posts=False),
    "contentselement_change": Row(INSTALLATION, {"pk": "contentselement"}),
    "wordings": Row(INSTALLATION, posts=False),
    "requirementwording_add": Row(INSTALLATION, CODE),
    "requirementwording_change": Row(INSTALLATION, {"pk": "requirementwording"}),
    "deadlines": Row(INSTALLATION, posts=False),
    "deadlinesetting_change": Row(INSTALLATION, {"pk": "deadlinesetting"}),
}
