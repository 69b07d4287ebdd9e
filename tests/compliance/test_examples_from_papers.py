"""The five real areas: what each paper says, what it leaves out, and the findings that follow, worked out by hand from paper and law."""

import datetime
import re
from collections import Counter

import pytest

from compliance.examples import barnet_texts, havering_texts, tower_hamlets_texts, waltham_forest_texts, warwickshire_texts
from compliance.finding import Status
from partnerships.models import AuditEntry, Board, Partnership
from partnerships.models.board import QuorumBase
from partnerships.quorum import comes_to
from strategies.kept import kept_sections
from strategies.models import Consultation, NumberInArea, Section, Version
from svduty.vague_dates import VagueDate
from tests.compliance.example_data import findings, load, statuses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DUTY_BEGAN = datetime.date(2023, 1, 31)
PAPERS = {
    "barnet": barnet_texts.PAPER,
    "havering": havering_texts.PAPER,
    "tower-hamlets": tower_hamlets_texts.PAPER,
    "waltham-forest": waltham_forest_texts.PAPER,
    "warwickshire": warwickshire_texts.PAPER,
}
# The time for which each paper can vouch: from the beginning of the duty to its own day, unless a reason stands beside it.
COMPLETE = {
    "barnet": (DUTY_BEGAN, datetime.date(2024, 1, 16)),
    "havering": (DUTY_BEGAN, datetime.date(2023, 12, 13)),
    "tower-hamlets": (DUTY_BEGAN, datetime.date(2024, 3, 20)),  # headed 2023, but it tells of 20 February 2024
    "waltham-forest": (datetime.date(2024, 1, 31), datetime.date(2024, 1, 31)),  # no date at all: one day, the one its strategy was due
    "warwickshire": (datetime.date(2022, 6, 1), datetime.date(2022, 9, 7)),  # before the duty: from the month of adoption
}
LONDON = {
    "SVD-PART-03": Status.CANNOT_TELL,  # which partnership acts for all is said; when that was agreed is not
    "SVD-PART-02": Status.NOT_HELD,  # boards are named; when one met, and who came, is not said
    "SVD-PART-04": Status.NOT_HELD,  # no terms, chair or quorum
    "SVD-PART-05": Status.CANNOT_TELL,  # how often the leading board meets is not said
    "SVD-INFO-01": Status.NOT_HELD,  # that data are shared is said; no agreement is named
    "SVD-LPB-01": Status.NOT_APPLICABLE,  # nothing that a policing body asked is told of
    "SVD-IMP-02": Status.NOT_APPLICABLE,  # nor a request between authorities
    "SVD-DEF-01": Status.CANNOT_TELL,  # no word on the four factors
    "SVD-SNA-03": Status.CANNOT_TELL,  # there is an assessment; its years and who approved it are not said
    "SVD-CONS-04": Status.NOT_APPLICABLE,  # one borough: no wider area
    "SVD-STR-01": Status.MET,
    "SVD-STR-02": Status.DUE_LATER,  # nobody checked its contents; it is neither approved nor published
    "SVD-STR-03": Status.DUE_LATER,  # to be checked by the day of publication
    "SVD-STR-04": Status.DUE_LATER,  # put to a board or cabinet, whose decision the paper cannot know
    "SVD-STR-05": Status.DUE_LATER,  # no equality assessment is named, and no decision yet
    "SVD-PUB-03": Status.DUE_LATER,  # the seven days have not begun
    "SVD-PUB-04": Status.NOT_APPLICABLE,  # not in Wales
    "SVD-PUB-05": Status.NOT_APPLICABLE,
    "SVD-REV-02": Status.DUE_LATER,  # the year begins with publication
    "SVD-REV-03": Status.NOT_APPLICABLE,  # no review yet that could have asked for it
    "SVD-IMP-01": Status.NOT_HELD,  # its actions stand in another paper, or are told of without who and when
    "SVD-CSP-01": Status.NOT_HELD,  # of the community safety partnership's own plan nothing is said
    "SVD-SCRU-01": Status.NOT_HELD,  # that a committee scrutinises is said; when it met is not
    "SVD-SCRU-02": Status.NOT_APPLICABLE,  # no report of scrutiny is told of
    "SVD-FUND-01": Status.NOT_APPLICABLE,  # no stream of money is named
    "SVD-FUND-02": Status.NOT_APPLICABLE,  # no day was set for a regional plan
    "SVD-MON-01": Status.DUE_LATER,  # measures are announced, and the strategy is not published yet
    "SVD-MON-02": Status.DUE_LATER,  # and so is a record of risks
    "SVD-MON-03": Status.NOT_APPLICABLE,  # no yearly statement is agreed
    "SVD-MON-04": Status.NOT_HELD,  # no word on training
    "SVD-OWHR-01": Status.NOT_APPLICABLE,  # not switched on
}
EXPECTED = {
    "barnet": LONDON
    | {
        "SVD-PART-01": Status.NOT_MET,  # the members are listed, and no health body is among them
        "SVD-PART-05": Status.NOT_HELD,  # quarterly, says 4.5.1; when it met is not said
        "SVD-DEF-02": Status.MET,  # 1.3.1 names all four kinds and leaves terrorism out
        "SVD-DEF-03": Status.CANNOT_TELL,  # the wording is there, not who agreed it or when
        "SVD-SNA-01": Status.MET,  # 1.3.1
        "SVD-SNA-02": Status.MET,  # 1.2.3 and 4.4.1
        "SVD-CONS-01": Status.NOT_HELD,  # residents and professionals were asked; of schools the paper does not speak
        "SVD-CONS-02": Status.NOT_HELD,
        "SVD-CONS-03": Status.NOT_HELD,
        "SVD-PUB-01": Status.DUE_SOON,  # 31 January 2024, in 15 days
        "SVD-PUB-02": Status.DUE_SOON,
        "SVD-REV-01": Status.CANNOT_TELL,  # who and how often are said, not when next
        "SVD-FUND-02": Status.DUE_LATER,  # the unit wants the action plan by 28 February 2024, in 43 days
    },
    "havering": LONDON
    | {
        "SVD-PART-01": Status.CANNOT_TELL,  # the legal part names all six; nobody's lead and no dates
        "SVD-DEF-01": Status.NOT_HELD,  # the definition stands in the strategy, not in the paper
        "SVD-DEF-02": Status.NOT_HELD,
        "SVD-DEF-03": Status.NOT_HELD,
        "SVD-SNA-01": Status.MET,  # Summary
        "SVD-SNA-02": Status.MET,  # 1.4 and the part on health
        "SVD-CONS-01": Status.CANNOT_TELL,  # all were asked, four weeks long; how many there are is not said
        "SVD-CONS-02": Status.MET,  # none here, says the legal part
        "SVD-CONS-03": Status.MET,
        "SVD-STR-05": Status.MET,  # appendix 2, before the decision
        "SVD-PUB-01": Status.DUE_SOON,  # 31 January 2024, in 49 days
        "SVD-PUB-02": Status.DUE_SOON,
        "SVD-REV-01": Status.CANNOT_TELL,  # who and when next, not how often
        "SVD-FUND-01": Status.CANNOT_TELL,  # the grant is split by kind of cost; of its two amounts the paper does not say which is which
        "SVD-CSP-01": Status.CANNOT_TELL,  # the plan of 2022-2025 "seeks to comply"; whether it has such a strategy is not said
    },
    "tower-hamlets": LONDON
    | {
        "SVD-PART-01": Status.CANNOT_TELL,  # 1.2 names all six; nobody's lead and no dates
        "SVD-PART-02": Status.CANNOT_TELL,  # the board met on 20 February 2024; who came is not said
        "SVD-DEF-02": Status.CANNOT_TELL,  # no word on terrorism
        "SVD-DEF-03": Status.CANNOT_TELL,  # agreed on 20 February 2024; no word on the focus
        "SVD-SNA-01": Status.CANNOT_TELL,  # an assessment is named, not what it found
        "SVD-SNA-02": Status.CANNOT_TELL,
        "SVD-CONS-01": Status.NOT_HELD,  # of schools, prisons and youth custody the paper does not speak
        "SVD-CONS-02": Status.NOT_HELD,
        "SVD-CONS-03": Status.NOT_HELD,
        "SVD-MON-01": Status.NOT_HELD,  # no measures, and no risks to carrying it out
        "SVD-MON-02": Status.NOT_HELD,
        "SVD-PUB-01": Status.OVERDUE,  # a draft, 49 days after 31 January 2024
        "SVD-PUB-02": Status.OVERDUE,
        "SVD-REV-01": Status.CANNOT_TELL,  # who and how often are said, not when next
    },
    "waltham-forest": LONDON
    | {
        "SVD-PART-01": Status.CANNOT_TELL,  # all six with posts, since when is not said, and of nine health posts none is called the lead
        "SVD-PART-04": Status.NOT_MET,  # chair, terms, quorum and meetings are written down; to whom the board reports is not
        "SVD-PART-05": Status.NOT_HELD,  # four times a year; of that year one day is held
        "SVD-DEF-02": Status.CANNOT_TELL,  # only the note on domestic abuse is held
        "SVD-DEF-03": Status.CANNOT_TELL,  # neither by whom nor when
        "SVD-SNA-01": Status.CANNOT_TELL,  # an assessment is mentioned, not what it found
        "SVD-SNA-02": Status.CANNOT_TELL,
        "SVD-CONS-01": Status.NOT_HELD,  # an appendix on members and aligned strategies: it speaks of none of these
        "SVD-CONS-02": Status.NOT_HELD,
        "SVD-CONS-03": Status.NOT_HELD,
        "SVD-PUB-01": Status.NOT_HELD,
        "SVD-PUB-02": Status.NOT_HELD,
        "SVD-REV-01": Status.NOT_HELD,  # the yearly look is at the board's arrangements, not at the strategy
        "SVD-MON-01": Status.NOT_HELD,
        "SVD-MON-02": Status.NOT_HELD,
        "SVD-STR-02": Status.NOT_HELD,
        "SVD-STR-03": Status.NOT_HELD,
        "SVD-STR-04": Status.NOT_HELD,
        "SVD-STR-05": Status.NOT_HELD,
        "SVD-PUB-03": Status.NOT_HELD,
        "SVD-REV-02": Status.NOT_HELD,
    },
    "warwickshire": {
        # No statutory duty applied yet; what guidance and local practice ask stands as the paper leaves it.
        **dict.fromkeys(
            ["SVD-PART-01", "SVD-DEF-01", "SVD-DEF-02", "SVD-SNA-01", "SVD-SNA-02", "SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03"],
            Status.NOT_APPLICABLE,
        ),
        **dict.fromkeys(
            ["SVD-CONS-04", "SVD-STR-01", "SVD-STR-03", "SVD-STR-05", "SVD-PUB-01", "SVD-PUB-02", "SVD-PUB-03", "SVD-PUB-04", "SVD-PUB-05"],
            Status.NOT_APPLICABLE,
        ),
        **dict.fromkeys(["SVD-PART-02", "SVD-PART-04", "SVD-INFO-01", "SVD-LPB-01", "SVD-IMP-02"], Status.NOT_APPLICABLE),
        "SVD-PART-05": Status.CANNOT_TELL,  # a board and a group that leads; how often they meet is not said
        "SVD-REV-01": Status.NOT_APPLICABLE,
        "SVD-PART-03": Status.NOT_APPLICABLE,
        "SVD-DEF-03": Status.NOT_APPLICABLE,  # the guidance came with the duty
        "SVD-SNA-03": Status.NOT_APPLICABLE,
        "SVD-STR-02": Status.NOT_APPLICABLE,  # the guidance came with the duty
        "SVD-STR-04": Status.MET,  # adopted in June 2022
        "SVD-REV-02": Status.NOT_APPLICABLE,
        "SVD-REV-03": Status.NOT_APPLICABLE,
        "SVD-IMP-01": Status.MET,  # ten actions; none of them was due by then
        **dict.fromkeys(["SVD-CSP-01", "SVD-SCRU-01", "SVD-SCRU-02", "SVD-MON-01", "SVD-OWHR-01"], Status.NOT_APPLICABLE),
        **dict.fromkeys(["SVD-FUND-01", "SVD-FUND-02"], Status.NOT_APPLICABLE),
        "SVD-MON-03": Status.DUE_LATER,  # the first statement is meant for spring 2023
        "SVD-MON-02": Status.DUE_LATER,  # neither is asked for before the strategy is published
        "SVD-MON-04": Status.DUE_LATER,
    },
}
areas = pytest.mark.parametrize("slug", list(PAPERS))


@areas
def test_findings_on_the_day_of_its_paper(slug):
    load(slug)
    assert statuses(slug, COMPLETE[slug][1]) == EXPECTED[slug]


@areas
def test_pages_open_as_at_the_paper_and_say_where_the_records_come_from(slug):
    load(slug)
    partnership = Partnership.objects.get()
    assert (partnership.records_from, partnership.records_to) == COMPLETE[slug]
    assert partnership.from_papers
    assert not partnership.invented
    assert "Nothing else was used" in partnership.source


@areas
def test_nothing_is_claimed_of_the_time_after_the_paper(slug):
    load(slug)
    for on in [COMPLETE[slug][1] + datetime.timedelta(days=1), datetime.date(2026, 11, 22)]:
        kept = {Status.MET, Status.MET_LATE, Status.NOT_HELD, Status.NOT_APPLICABLE}
        assert set(statuses(slug, on).values()) <= kept


@areas
def test_every_record_says_where_in_the_paper_it_stands(slug):
    load(slug)
    paper = PAPERS[slug]
    for entry in AuditEntry.objects.filter(event="example.loaded").exclude(target_kind="rolegrant"):
        assert re.match(rf"{paper}, (paragraphs? \d|[A-Z]|title|part)", entry.comment), entry.target_label
    partnership = Partnership.objects.get()
    entered = set(AuditEntry.objects.filter(partnership=partnership).values_list("target_kind", "target_pk"))
    for strategy in partnership.strategies.all():
        parts = [strategy, *strategy.sections.all(), *strategy.versions.all(), *strategy.aligned.all(), *strategy.review_arrangements.all()]
        assert {(part._meta.model_name, part.pk) for part in parts} <= entered
    for said in [
        *partnership.duty_holders.values_list("note", flat=True),
        *partnership.leads.values_list("reference", flat=True),
        *partnership.definitions.values_list("source", flat=True),
        *partnership.needs_assessments.values_list("reference", flat=True),
    ]:
        assert said.startswith(paper)


@areas
def test_what_papers_announce_or_leave_out_is_no_record(slug):
    load(slug)
    partnership = Partnership.objects.get()
    assert {(holder.deputy, holder.starts) for holder in partnership.duty_holders.all()} <= {("", None)}
    assert partnership.leads.get().agreed_on is None
    for version in Version.objects.all():
        for happenings in [version.publications, version.submissions, version.sensitivity_checks, version.contents_checks]:
            assert not happenings.exists()
        assert version.approvals.exists() == (slug == "warwickshire")
    assert not partnership.strategies.filter(reviews__isnull=False).exists()
    assert set(partnership.needs_assessments.values_list("approved_by", "approved_on")) == {("", None)}


def test_barnets_last_day_for_publication_is_that_of_the_regulations():
    load("barnet")
    [published] = [finding for finding in findings("barnet", COMPLETE["barnet"][1]) if finding.code == "SVD-PUB-01"]
    assert published.due is not None
    assert published.due.on == datetime.date(2024, 1, 31)
    assert not Partnership.objects.get().duty_holders.filter(capacity__code="health").exists()


def test_haverings_consultation_of_schools_is_held_with_its_days_and_answers():
    load("havering")
    asked = Consultation.objects.get(kind="education")
    assert (str(asked.opens_on), str(asked.closes_on), asked.weeks) == ("10 October 2023", "7 November 2023", 4)
    assert (asked.asked, asked.answers_received, asked.answers.count()) == (None, 3, 3)
    assert {answer.outcome for answer in asked.answers.all()} == {"not-changed"}
    assert not NumberInArea.objects.filter(kind="education").exists()
    none = set(NumberInArea.objects.values_list("kind", "number"))
    assert none == {("prison", 0), ("youth-custody", 0)}
    workshop = Consultation.objects.get(kind="professionals")
    assert str(workshop.opens_on) == "14 September 2023"
    assert workshop.consultees.count() == 12 + 17
    arrangement = Partnership.objects.get().strategies.get().review_arrangements.get()
    assert arrangement.next_on == VagueDate.of(datetime.date(2024, 12, 13))
    assert arrangement.every_months is None


def test_tower_hamlets_definition_has_hate_crime_and_its_day_and_no_slip_of_the_pen():
    load("tower-hamlets")
    definition = Partnership.objects.get().definitions.get()
    assert definition.agreed_on == VagueDate.of(datetime.date(2024, 2, 20))
    assert "sexual violence and hate crime" in definition.wording
    assert "bodily harm, rape, assault" in definition.wording
    late = {finding.code: finding for finding in findings("tower-hamlets", COMPLETE["tower-hamlets"][1])}["SVD-PUB-01"]
    assert late.due is not None
    assert late.due.on == datetime.date(2024, 1, 31)


def test_waltham_forests_prison_is_a_relevant_authority_though_it_votes():
    load("waltham-forest")
    partnership = Partnership.objects.get()
    prison = partnership.duty_holders.get(organisation__name="HMP Pentonville")
    assert prison.capacity.standing == "relevant"
    specified = partnership.duty_holders.filter(capacity__standing="specified").values_list("capacity__code", flat=True)
    assert set(specified) == {"local-authority", "police", "probation", "youth-offending", "fire", "health"}
    assert partnership.strategies.get().aligned.count() == 5


def test_waltham_forests_board_has_every_place_of_the_paper_and_the_quorum_it_comes_to():
    load("waltham-forest")
    board = Board.objects.get(leads=True)
    kinds = Counter(board.seats.values_list("kind", flat=True))
    assert kinds == {"chair": 1, "voting": 38, "non-voting": 16}
    bodies = Counter(board.seats.filter(kind="voting").values_list("organisation__name", flat=True))
    assert bodies == {
        "London Borough of Waltham Forest": 22,
        "Metropolitan Police": 4,
        "NHS North East London Integrated Care Board": 9,
        "London Fire Brigade": 1,
        "London Probation Service": 1,
        "HMP Pentonville": 1,
    }
    day = COMPLETE["waltham-forest"][1]
    assert comes_to(board, board.seats.all(), day).needed_words == "14 of 54 members and the chair"
    board.quorum_of = QuorumBase.VOTING
    assert comes_to(board, board.seats.all(), day).needed_words == "10 of 38 voting members and the chair"
    assert (board.times_a_year, board.year_begins, board.children.count()) == (4, 4, 2)


def test_tower_hamlets_groups_report_to_the_board_that_agreed_the_definition():
    load("tower-hamlets")
    partnership = Partnership.objects.get()
    board = partnership.boards.get(leads=True)
    assert set(board.children.values_list("name", flat=True)) == {tower_hamlets_texts.WORKING_GROUP, tower_hamlets_texts.STRATEGY_GROUP}
    assert {other.name for other in partnership.boards.filter(parent=None, leads=False)} == set(tower_hamlets_texts.OTHER_BOARDS)
    decision = board.meetings.get().decisions.get()
    assert (decision.about_kind, decision.about_pk, decision.meeting.quorate) == ("localdefinition", partnership.definitions.get().pk, None)


def test_warwickshire_has_no_area_since_its_paper_lists_no_district():
    load("warwickshire")
    partnership = Partnership.objects.get()
    assert not partnership.area_links.exists()
    assert not partnership.strategies.get().areas.exists()
    approval = Version.objects.get().approvals.get()
    assert (str(approval.decided_on), approval.decided_by) == ("June 2022", "Safer Warwickshire Partnership Board")


@pytest.mark.parametrize(
    ("slug", "heading", "number"), [("barnet", "Seven objectives", 7), ("havering", "Eight objectives and the first action for each", 8)]
)
def test_the_objectives_that_the_paper_names_stand_in_the_version_and_in_the_draft(slug: str, heading: str, number: int):
    load(slug)
    version = Version.objects.get()
    [kept] = [section for section in kept_sections(version) if section.heading == heading]
    assert re.findall(r"^\d+", kept.text, re.MULTILINE) == [str(place) for place in range(1, number + 1)]
    assert Section.objects.get(pk=kept.key).text == kept.text
