"""Bringing a workbook back: it is looked through, taken as far as ticked, once, and never over what changed meanwhile."""

import datetime
import io
import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from partnerships.models import AuditEntry, RoleGrant
from partnerships.models.person import Role
from strategies.actions.bring_workbook import bring_workbook
from strategies.actions.take_workbook import take_workbook
from strategies.forms.workbook import WorkbookForm
from strategies.models import Action, FundingLine, Measure, Milestone, ProgressUpdate, Reading, Strategy, WorkbookImport
from strategies.workbook_weighing import comparison_of
from tests.cast import Cast, day
from tests.compliance.pages import text_of as words_of
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.workbooks.plans import TODAY, make_plan, put, taken_out
from tests.workers import Workers

POST = "Head of Youth Services, Anyborough District Council"


@pytest.fixture(autouse=True)
def in_june() -> Iterator[Any]:
    with time_machine.travel(datetime.datetime.combine(TODAY, datetime.time(12), tzinfo=datetime.UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def plan(strategy: Strategy) -> dict[str, Any]:
    return make_plan(strategy)


def bring(client: Client, content: bytes, name: str = "Plan.xlsx") -> Any:
    return client.post(at("workbookimport_add"), {"workbook": SimpleUploadedFile(name, content), "on_behalf": POST})


def look(client: Client) -> tuple[str, str]:
    """The page of the newest workbook, and what it says it shows."""
    answer = client.get(at("workbookimport", WorkbookImport.objects.latest("pk").pk))
    return text_of(answer), answer.context["seen"]


def take(client: Client, seen: str, *keys: str, press: str = "take") -> Any:
    return client.post(at("workbookimport", WorkbookImport.objects.latest("pk").pk), {"seen": seen, "take": keys, "press": press})


def test_what_is_ticked_is_taken_and_the_history_says_from_where(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    first = plan["first"]
    content = put(taken_out(strategy), "Actions", first, post="Head of Schools", due="June 2027", new_state="Done", new_words="All set up.")
    content = put(content, "Actions", 4, title="Street lights", owner="Anyborough District Council")
    content = put(content, "Steps", 3, action=first.pk, title="Train the mentors")
    assert bring(coordinator, content).status_code == 302
    page, seen = look(coordinator)
    for words in (
        "Head of Youth Services",
        "Head of Schools",
        "Spring 2027",
        "June 2027",
        "All set up.",
        "Street lights",
        "Train the mentors",
    ):
        assert words in page
    assert Action.objects.get(pk=first.pk).version == 1
    keys = [f"action-{first.pk}-post", f"news-{first.pk}", "new-action-4", "new-milestone-3"]
    answer = take(coordinator, seen, *keys)
    assert answer.status_code == 302
    first.refresh_from_db()
    assert (first.post, str(first.due), first.version) == ("Head of Schools", "Spring 2027", 2)
    assert first.description == "Two days a week.\r\nFrom September."
    news = ProgressUpdate.objects.get(words="All set up.")
    assert (news.state, news.by_label, str(news.on), list(news.actions.all())) == ("done", POST, "15 June 2026", [first])
    added = Action.objects.get(title="Street lights")
    assert (added.owner, added.partnership) == (plan["council"], strategy.partnership)
    assert Milestone.objects.get(title="Train the mentors").action == first
    entry = AuditEntry.objects.filter(event="action.changed").latest("pk")
    assert entry.changes == {"Which post": ["Head of Youth Services", "Head of Schools"]}
    assert entry.comment.startswith(f"From a workbook filled in by {POST}: Plan.xlsx (SHA-256 ")
    taken = AuditEntry.objects.get(event="workbookimport.taken")
    assert (taken.changes["Taken"], taken.changes["Left"]) == (["", "4"], ["", "1"])
    assert "Changed the action “Mentors in three schools”: Which post" in look_again(coordinator)


def look_again(client: Client) -> str:
    return text_of(client.get(at("workbookimport", WorkbookImport.objects.latest("pk").pk)))


def test_it_is_taken_once_however_often_it_is_pressed(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    bring(coordinator, put(taken_out(strategy), "Actions", 4, title="Street lights"))
    _, seen = look(coordinator)
    for _ in range(2):
        take(coordinator, seen, "new-action-4")
    assert Action.objects.filter(title="Street lights").count() == 1
    assert AuditEntry.objects.filter(event="workbookimport.taken").count() == 1


@pytest.mark.slow
def test_of_eight_who_press_in_the_same_moment_one_takes_it(workers: Workers, strategy: Strategy, plan: dict[str, Any]) -> None:
    actor = RoleGrant.objects.get(partnership=strategy.partnership, role=Role.COORDINATOR).user
    upload = SimpleUploadedFile("Plan.xlsx", put(taken_out(strategy), "Actions", 4, title="Street lights"))
    form = WorkbookForm({"on_behalf": POST}, {"workbook": upload}, partnership=strategy.partnership)
    assert form.is_valid()
    told = form.cleaned_data
    # Without the page, whose banner asks for rules of dates that other tests with threads have swept away.
    brought = bring_workbook(told["workbook"], form.found, told["kind"], POST, actor=actor, partnership=strategy.partnership)
    seen = comparison_of(brought, TODAY).fingerprint
    taken: list[object] = []

    def press() -> None:
        try:
            taken.append(take_workbook(brought, {"new-action-4"}, seen, on=TODAY, actor=actor, partnership=strategy.partnership))
        except Exception as error:
            taken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, taken)) == ["0"] * 7 + ["1"]
    assert Action.objects.filter(title="Street lights").count() == 1


def test_a_process_killed_while_taking_leaves_nothing_half_done(
    strategy: Strategy, plan: dict[str, Any], cast: Cast, coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = plan["first"]
    bring(coordinator, put(taken_out(strategy), "Actions", first, post="Head of Schools"))
    brought = WorkbookImport.objects.get()
    seen = comparison_of(brought, TODAY).fingerprint

    def breaks(*args: object, **kwargs: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("strategies.actions.take_workbook.record", breaks)
    with pytest.raises(RuntimeError):
        take_workbook(brought, {f"action-{first.pk}-post"}, seen, on=TODAY, actor=cast.coordinator, partnership=cast.ours)
    assert Action.objects.get(pk=first.pk).version == 1
    assert WorkbookImport.objects.get().state == "waiting"


def test_a_clash_is_shown_unticked_and_taken_only_by_its_own_tick(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    first = plan["first"]
    content = put(taken_out(strategy), "Actions", first, post="Head of Schools")
    Action.objects.filter(pk=first.pk).update(post="Director of Education", version=2)
    bring(coordinator, content)
    page, seen = look(coordinator)
    assert "Clash: it was changed here after the workbook was taken out." in page
    assert " checked" not in coordinator.get(at("workbookimport", WorkbookImport.objects.latest("pk").pk)).content.decode()
    all_of_it = take(coordinator, seen, press=f"all action-{first.pk}")
    assert all_of_it.context["ticked"] == set()
    take(coordinator, seen, f"action-{first.pk}-post")
    first.refresh_from_db()
    assert first.post == "Head of Schools"


def test_what_changed_after_the_page_was_opened_is_shown_again_and_nothing_is_half_done(
    coordinator: Client, strategy: Strategy, plan: dict[str, Any]
) -> None:
    first, second = plan["first"], plan["second"]
    content = put(put(taken_out(strategy), "Actions", first, post="Head of Schools"), "Actions", second, due="October 2026")
    bring(coordinator, content)
    _, seen = look(coordinator)
    Action.objects.filter(pk=second.pk).update(due=day("2026-12"), version=2)
    keys = (f"action-{first.pk}-post", f"action-{second.pk}-due")
    answer = take(coordinator, seen, *keys)
    assert answer.status_code == 409
    assert "Something was changed here after this page was opened, so nothing was taken." in text_of(answer)
    assert answer.context["ticked"] == {keys[0]}
    assert Action.objects.get(pk=first.pk).post == "Head of Youth Services"
    assert WorkbookImport.objects.get().state == "waiting"
    take(coordinator, answer.context["seen"], keys[0])
    assert Action.objects.get(pk=first.pk).post == "Head of Schools"
    assert str(Action.objects.get(pk=second.pk).due) == "December 2026"


def test_a_change_that_a_form_would_refuse_stops_all_of_it_in_words(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    first, second = plan["first"], plan["second"]
    content = put(taken_out(strategy), "Actions", first, starts="2028", due="2029")
    bring(coordinator, put(content, "Actions", second, due="October 2026"))
    _, seen = look(coordinator)
    answer = take(coordinator, seen, f"action-{first.pk}-starts", f"action-{second.pk}-due")
    assert answer.status_code == 409
    assert "so it cannot be done by Spring 2027" in text_of(answer)
    assert AuditEntry.objects.filter(event="action.changed").count() == 0


def test_what_a_form_would_refuse_is_not_offered_and_what_it_warns_of_is_not_ticked(
    coordinator: Client, strategy: Strategy, plan: dict[str, Any]
) -> None:
    Measure.objects.update(unit="percent")
    content = put(taken_out(strategy, "figures"), "Figures", 4, value=120)
    bring(coordinator, put(content, "Figures", plan["readings"][0], value=140), "Figures.xlsx")
    page, seen = look(coordinator)
    assert page.count("It is more than 100%. Look at the figure again.") == 2
    assert "0 of 2 changes are ticked." in page
    figure = plan["readings"][0]
    take(coordinator, seen, f"reading-{figure.pk}-value")
    figure.refresh_from_db()
    assert figure.value == 140
    new = {"stream": plan["stream"].name, "kind": "Spend", "year": "2026/27", "cost_type": "Labour", "amount": "5.00"}
    content = put(taken_out(strategy, "amounts"), "Amounts", 4, **new, on="1 September 2026")
    bring(coordinator, put(content, "Amounts", plan["award"], what="Grant", on="1 9 2020"), "Money.xlsx")
    _, seen = look(coordinator)
    page = words_of(coordinator.get(at("workbookimport", WorkbookImport.objects.latest("pk").pk)))
    assert "“Amounts”, row 4, On: 1 September 2026 is still to come, so nothing was paid out then." in page
    assert "1 September 2020 lies outside it. Look at the day and the year again." in page
    assert "0 of 2 changes are ticked." in page
    take(coordinator, seen, f"fundingline-{plan['award'].pk}-what")
    after = words_of(coordinator.get(at("workbookimport", WorkbookImport.objects.latest("pk").pk)))
    assert "What the workbook changed" in after
    assert "Changed the amount “Award 2026/27” of “Serious Violence Duty grant”: What for" in after
    assert "What was left" in after
    assert "The amount “Award 2026/27” of “Serious Violence Duty grant”: On" in after
    assert "“Amounts”, row 4, On: 1 September 2026 is still to come" in after


def test_a_count_below_nothing_is_not_taken_be_its_row_new_offered_or_of_a_figure_that_is_here(
    coordinator: Client, strategy: Strategy, plan: dict[str, Any]
) -> None:
    days = {"measure": plan["measure"].name, "first": "1 April 2026", "last": "30 April 2026"}
    content = put(taken_out(strategy, "figures"), "Figures", plan["readings"][0], value=-3)
    bring(coordinator, put(put(content, "Figures", 4, value=-3), "Figures", 6, value=-3, **days), "Figures.xlsx")
    comparison = comparison_of(WorkbookImport.objects.get(), TODAY)
    assert not comparison.keys
    assert [trouble.words.split(".")[0] for trouble in comparison.troubles] == ["A number cannot be less than 0"] * 3


def test_amounts_are_shown_with_pounds_and_commas(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    new = {"stream": plan["stream"].name, "kind": "Spend", "year": "2026/27", "amount": 3415.2}
    content = put(taken_out(strategy, "amounts"), "Amounts", plan["award"], amount=1234.5)
    bring(coordinator, put(content, "Amounts", 4, **new), "Money.xlsx")
    page, _ = look(coordinator)
    for words in ("£392,139.87", "£1,234.50", "£3,415.20"):
        assert f">{words}<" in page


def test_news_that_is_older_or_crosses_other_news_is_not_ticked(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    first = plan["first"]
    content = put(taken_out(strategy), "Actions", first, new_state="Done", new_words="All set up.")
    bring(coordinator, put(content, "Actions", first, new_on="1 April 2026"))
    page, seen = look(coordinator)
    assert "It is older than what is known here: by news of 1 May 2026 it is “On track”" in page
    assert "0 of 1 change are ticked." in page
    take(coordinator, seen, f"news-{first.pk}")
    assert "Added news of “Mentors in three schools”" in look_again(coordinator)
    stopped = ProgressUpdate.objects.create(partnership=strategy.partnership, on=day("2026-06-14"), state="stopped", reason="No money.")
    stopped.actions.add(first)
    bring(coordinator, content, "Again.xlsx")
    page, _ = look(coordinator)
    assert "Clash: other news was given here after the workbook was taken out. By news of 14 June 2026 it is “Stopped”" in page
    assert "0 of 1 change" in page


def test_all_of_one_action_is_ticked_or_unticked_without_being_taken(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    first = plan["first"]
    bring(coordinator, put(taken_out(strategy), "Actions", first, post="Head of Schools", due="June 2027"))
    _, seen = look(coordinator)
    none = take(coordinator, seen, f"action-{first.pk}-post", press=f"none action-{first.pk}")
    assert none.context["ticked"] == set()
    every = take(coordinator, seen, press=f"all action-{first.pk}")
    assert every.context["ticked"] == {f"action-{first.pk}-post", f"action-{first.pk}-due"}
    assert Action.objects.get(pk=first.pk).version == 1
    nothing = take(coordinator, seen)
    assert "Tick at least one change to take" in text_of(nothing)


def test_figures_and_money_are_taken_exactly(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    content = put(taken_out(strategy, "figures"), "Figures", 4, value=37.25, note="New way of counting", breaks="yes")
    bring(coordinator, put(content, "Figures", plan["readings"][0], value=None, few="Yes"), "Figures.xlsx")
    _, seen = look(coordinator)
    reading = plan["readings"][0]
    take(coordinator, seen, "new-reading-4", f"reading-{reading.pk}-value", f"reading-{reading.pk}-few")
    added = Reading.objects.latest("pk")
    assert (added.value, str(added.first), str(added.last), added.breaks) == (Decimal("37.25"), "2026-01-01", "2026-03-31", True)
    reading.refresh_from_db()
    assert (reading.value, reading.few) == (None, True)
    content = put(taken_out(strategy, "amounts"), "Amounts", plan["award"], amount=392139.88)
    new = {"stream": plan["stream"].name, "kind": "Spend", "year": "2026-27", "cost_type": "Non-labour", "amount": "374,148.88"}
    bring(coordinator, put(content, "Amounts", 4, **new), "Money.xlsx")
    _, seen = look(coordinator)
    take(coordinator, seen, f"fundingline-{plan['award'].pk}-amount", "new-fundingline-4")
    assert FundingLine.objects.get(pk=plan["award"].pk).amount == Decimal("392139.88")
    line = FundingLine.objects.latest("pk")
    assert (line.amount, line.year, line.cost_type, line.stream) == (Decimal("374148.88"), 2026, "non-labour", plan["stream"])


def test_a_workbook_is_set_aside_and_brought_once(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    content = put(taken_out(strategy), "Actions", plan["first"], post="Head of Schools")
    bring(coordinator, content)
    bring(coordinator, content)
    assert WorkbookImport.objects.count() == 1
    coordinator.post(at("workbookimport_aside", WorkbookImport.objects.get().pk))
    assert WorkbookImport.objects.get().state == "set-aside"
    assert take(coordinator, "x", f"action-{plan['first'].pk}-post").status_code == 302
    assert Action.objects.get(pk=plan["first"].pk).version == 1


def test_files_that_are_no_workbook_of_ours_are_refused_in_words(
    coordinator: Client, strategy: Strategy, plan: dict[str, Any], their_version: Any
) -> None:
    strange = io.BytesIO()
    Workbook().save(strange)
    make_book = load_workbook(io.BytesIO(taken_out(strategy)))
    make_book["Marks"]["C1"] = "otherton"
    theirs = io.BytesIO()
    make_book.save(theirs)
    for name, content, words in (
        ("Plan.xlsx", strange.getvalue(), "is none of our workbooks"),
        ("Plan.xlsx", theirs.getvalue(), "was taken out for another partnership"),
        ("Plan.xlsm", taken_out(strategy), "can contain macros"),
        ("Plan.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "is protected by a password or saved in an older format"),
        ("Plan.xlsx", b"PK\x03\x04 and nothing more", "is damaged and cannot be opened"),
        ("Plan.csv", b"Reference,Title\r\n1,A\r\n", "is not an Excel workbook"),
    ):
        answer = bring(coordinator, content, name)
        assert answer.status_code == 200, name
        assert words in text_of(answer)
    assert WorkbookImport.objects.count() == 0


def test_readers_take_workbooks_out_and_bring_none_back(cast: Cast, strategy: Strategy, plan: dict[str, Any]) -> None:
    viewer = signed_in(cast.people[Role.VIEWER])
    page = text_of(viewer.get(at("workbooks")))
    assert "Excel workbook" in page
    assert "Bring back a workbook" not in page
    content = b"".join(viewer.get(at("workbook_xlsx", "actions")).streaming_content)
    assert load_workbook(io.BytesIO(content))["Actions"]["B2"].value
    assert bring(viewer, content).status_code == 403


def test_looking_again_takes_as_many_queries_for_many_changes_as_for_one(
    coordinator: Client, strategy: Strategy, plan: dict[str, Any]
) -> None:
    counts = []
    for rows in (1, 30):
        content = taken_out(strategy)
        for row in range(rows):
            content = put(content, "Actions", 4 + row, title=f"Street lights {row}")
        bring(coordinator, content)
        look(coordinator)
        with CaptureQueriesContext(connection) as asked:
            shown, _ = look(coordinator)
        assert shown.count("Street lights") >= rows
        counts.append(len(asked))
    assert counts[0] == counts[1]
