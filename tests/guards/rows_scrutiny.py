"""Who may open what, of strategies/urls_scrutiny.py."""

from tests.guards.levels import COORDINATE, LOG_REQUESTS, READ, UPDATE_OWN, Row, pages_of

ROWS: dict[str, Row] = {
    "scrutinymeeting_add": Row(COORDINATE),
    **pages_of("scrutinymeeting", COORDINATE, "change", "withdraw"),
    "scrutinyreport_add": Row(COORDINATE),
    **pages_of("scrutinyreport", COORDINATE, "change", "withdraw"),
    **pages_of("scrutinyreport", UPDATE_OWN, "reply"),
    "scrutinyrequest_add": Row(COORDINATE),
    **pages_of("scrutinyrequest", COORDINATE, "change", "withdraw"),
    **pages_of("scrutinyrequest", UPDATE_OWN, "answer"),
    "policingbody": Row(READ, posts=False),
    "policingbodycontact": Row(READ, {"pk": "policingbodycontact"}, posts=False),
    "policingbodycontact_add": Row(LOG_REQUESTS),
    **pages_of("policingbodycontact", LOG_REQUESTS, "change", "withdraw"),
    **pages_of("policingbodycontact", COORDINATE, "answer"),
    "partnershipplans": Row(READ, posts=False),
    "partnershipplan_add": Row(COORDINATE),
    **pages_of("partnershipplan", COORDINATE, "change", "withdraw"),
    "readinessassessments": Row(READ, posts=False),
    "readinessassessment_add": Row(COORDINATE),
    **pages_of("readinessassessment", COORDINATE, "change", "withdraw"),
    "homicidereviews": Row(READ, posts=False),
    "homicidereview": Row(READ, {"pk": "homicidereview"}, posts=False),
    "homicidereview_add": Row(COORDINATE),
    **pages_of("homicidereview", COORDINATE, "change", "withdraw"),
}
