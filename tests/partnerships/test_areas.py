from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.area_columns import MOST_ROWS
from partnerships.area_list import LICENCE, listed_areas
from partnerships.models import AuditEntry, LocalGovernmentArea, PoliceArea
from partnerships.models.area import AreaKind
from tests.cast import Cast
from tests.partnerships.conftest import words

HEADINGS = "ons code,name,kind,county,region,police area,since,until\n"
SOURCE = {"source": "Register of areas", "source_date": "April 2025", "licence": "Open Government Licence v3.0"}


def sheet(rows: str, name: str = "areas.csv") -> dict:
    return SOURCE | {"table": SimpleUploadedFile(name, rows.encode(), content_type="text/csv")}


def names() -> set[str]:
    return set(LocalGovernmentArea.objects.values_list("name", flat=True))


def test_list_of_april_2021_is_read_with_codes_kinds_and_counties() -> None:
    by_code = {area.ons_code: area for area in listed_areas()}
    assert len(by_code) == 331
    assert {kind: sum(area.kind == kind for area in by_code.values()) for kind in AreaKind} == {
        AreaKind.TWO_TIER_DISTRICT: 181,
        AreaKind.METROPOLITAN: 36,
        AreaKind.UNITARY: 58,
        AreaKind.LONDON_BOROUGH: 32,
        AreaKind.CITY: 1,
        AreaKind.SCILLY: 1,
        AreaKind.WELSH_COUNTY: 0,
        AreaKind.WELSH_BOROUGH: 0,
        AreaKind.WELSH: 22,
    }
    assert sorted(area.name for area in by_code.values() if area.upper_tier == "Warwickshire") == [
        "North Warwickshire",
        "Nuneaton and Bedworth",
        "Rugby",
        "Stratford-on-Avon",
        "Warwick",
    ]
    assert all(bool(area.upper_tier) == (area.kind == AreaKind.TWO_TIER_DISTRICT) for area in by_code.values())


def test_administrator_loads_the_list_once_and_each_area_says_where_it_is_from(cast: Cast, administrator: Client) -> None:
    assert "331 areas are not here yet" in words(administrator.get(reverse("areas_list")))
    page = words(administrator.post(reverse("areas_list"), follow=True))
    assert "331 areas were added." in page
    assert LocalGovernmentArea.objects.count() == 333
    area = LocalGovernmentArea.objects.get(ons_code="E07000219")
    assert (str(area.source_date), area.licence, area.police_area) == ("April 2021", LICENCE, None)
    assert AuditEntry.objects.get().event == "areas.loaded"
    again = words(administrator.post(reverse("areas_list"), follow=True))
    assert "Every area of the list is here already." in again
    assert (LocalGovernmentArea.objects.count(), AuditEntry.objects.count()) == (333, 1)


@pytest.mark.django_db
def test_what_a_person_changed_is_shown_and_never_overwritten() -> None:
    call_command("load_areas", stdout=StringIO())
    LocalGovernmentArea.objects.filter(ons_code="E07000220").update(name="Rugby Town", upper_tier="")
    LocalGovernmentArea.objects.filter(ons_code="W06000001").update(kind=AreaKind.WELSH_COUNTY)
    said = StringIO()
    call_command("load_areas", stdout=said)
    assert "0 areas were added." in said.getvalue()
    assert "Left as it is: Rugby Town. Name: here “Rugby Town”, in the list “Rugby”; County: here “”" in said.getvalue()
    assert said.getvalue().count("Left as it is") == 1
    assert LocalGovernmentArea.objects.get(ons_code="E07000220").name == "Rugby Town"


def test_area_entered_by_hand_without_its_code_is_not_added_a_second_time(cast: Cast, administrator: Client) -> None:
    LocalGovernmentArea.objects.create(name="barnet", kind=AreaKind.LONDON_BOROUGH)
    LocalGovernmentArea.objects.create(name="London Borough of Havering", kind=AreaKind.LONDON_BOROUGH)
    administrator.post(reverse("areas_list"))
    for name in ("barnet", "havering"):
        assert LocalGovernmentArea.objects.filter(name__icontains=name).count() == 1
    assert "ONS code: not recorded" in words(administrator.get(reverse("areas_list")))


def test_same_name_and_kind_is_refused_while_the_first_lasts(cast: Cast, administrator: Client) -> None:
    posted = {"name": "ANYBOROUGH", "kind": "london"}
    assert "An area of this name and kind is listed already." in words(administrator.post(reverse("area_add"), posted))
    cast.area.ends = "2026-03-31"
    cast.area.save()
    assert administrator.post(reverse("area_add"), posted).status_code == 302


def test_long_list_is_searched_and_turned_page_by_page(
    cast: Cast, administrator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    call_command("load_areas", stdout=StringIO())
    with django_assert_max_num_queries(10):
        page = words(administrator.get(reverse("areas")))
    assert "333 areas, page 1 of 7" in page
    found = words(administrator.get(reverse("areas"), {"words": "warwickshire rugby"}))
    assert "1 area<" in found
    assert "E07000220" in found
    assert "331 areas" in words(administrator.get(reverse("areas"), {"lacking": "police"}))
    assert "No area fits." in words(administrator.get(reverse("areas"), {"words": "nowhere at all"}))


def test_file_is_shown_row_by_row_before_anything_is_written(cast: Cast, administrator: Client) -> None:
    call_command("load_areas", stdout=StringIO())
    rows = HEADINGS + "E07000220,,,,,Warwickshire,,\nE06000099,New Unitary,unitary,,,,1 4 2027,\nE09000001,City of London,,,,,,\n"
    page = administrator.post(reverse("areas_file"), sheet(rows))
    text = words(page)
    assert "1 area would be added and 1 changed; 1 stays as it is." in text
    assert "Police area: Warwickshire, now not recorded" in text
    assert "Since: 1 April 2027" in text
    assert not LocalGovernmentArea.objects.filter(ons_code="E06000099").exists()
    held = {name: page.context["form"][name].value() for name in SOURCE} | {"rows": page.context["text"], "confirm": "yes"}
    assert "1 areas were added and 1 changed." in words(administrator.post(reverse("areas_file"), held, follow=True))
    new, rugby = (LocalGovernmentArea.objects.get(ons_code=code) for code in ("E06000099", "E07000220"))
    assert (new.name, str(new.starts), new.source, str(new.source_date)) == (
        "New Unitary",
        "1 April 2027",
        "Register of areas",
        "April 2025",
    )
    assert (rugby.name, str(rugby.police_area), rugby.upper_tier) == ("Rugby", "Warwickshire", "Warwickshire")
    assert [entry.event for entry in AuditEntry.objects.order_by("pk")] == [
        "areas.loaded",
        "policearea.added",
        "localgovernmentarea.changed",
        "localgovernmentarea.added",
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("E0700022,Rugby,unitary,,,,,", "An ONS code is E or W and eight numbers"),
        ("E06000099,Newton,town,,,,,", "“town” is no kind of area. The kinds are: two-tier"),
        ("E06000099,,,,,,,", "it needs a name and a kind"),
        ("E06000099,Newton,unitary,Anyshire,,,,", "Only a district in a two-tier county has a county above it."),
        ("E06000099,=1+1,unitary,,,,,", "begins like a formula"),
        ("E06000099,Newton,unitary,,,,31 2 2024,", "February 2024 has 29 days"),
        ("E06000099,Newton,unitary,,,,1 4 2024,1 4 2023", "It began on 1 April 2024, so it cannot have ended on 1 April 2023."),
        (f"E06000099,{'N' * 101},unitary,,,,,", "can have at most 100 characters; this has 101"),
        ("E06000098,Newton,unitary,,,,,\nE06000098,Norton,unitary,,,,,", "Row 2 is about the same area."),
        ("E06000099,Anyborough,london,,,,,\nE06000098,anyborough,london,,,,,", "Row 2 is about the same area."),
    ],
)
def test_one_wrong_row_stops_the_whole_file(cast: Cast, administrator: Client, row: str, sentence: str) -> None:
    rows = f"{HEADINGS}{row}\nE06000097,Goodtown,unitary,,,,,\n"
    before = names()
    page = administrator.post(reverse("areas_file"), sheet(rows))
    assert sentence in words(page)
    assert "so nothing can be written" in words(page)
    assert "Write all of it" not in words(page)
    administrator.post(reverse("areas_file"), SOURCE | {"rows": rows, "confirm": "yes"})
    assert names() == before
    assert not AuditEntry.objects.exists()


def test_new_code_for_a_name_that_stands_is_refused_and_goes_in_when_the_old_one_ends(cast: Cast, administrator: Client) -> None:
    LocalGovernmentArea.objects.filter(pk=cast.area.pk).update(ons_code="E09000090")
    new = "E09000091,Anyborough,london,,,,1 4 2026,\n"
    refused = words(administrator.post(reverse("areas_file"), sheet(HEADINGS + new)))
    assert "Anyborough is listed already with the code E09000090. Say until when that one lasted first." in refused
    both = HEADINGS + new + "E09000090,,,,,,,31 3 2026\n"
    assert administrator.post(reverse("areas_file"), SOURCE | {"rows": both, "confirm": "yes"}).status_code == 302
    lives = {area.ons_code: (str(area.starts), str(area.ends)) for area in LocalGovernmentArea.objects.filter(name="Anyborough")}
    assert lives == {"E09000090": ("None", "31 March 2026"), "E09000091": ("1 April 2026", "None")}


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("areas.xlsx", b"PK\x03\x04", "areas.xlsx"),
        ("areas.csv", b"<html><script>alert(1)</script>", "is not a CSV file, although its name says so"),
        ("areas.csv.exe", b"MZ", "can run as a program"),
        ("areas.pdf", b"%PDF-1.4", "is not a CSV file"),
        ("areas.csv", b"", "empty"),
        ("areas.csv", b"ons code,name\n", "The table is empty."),
        ("areas.csv", b"ons code,mayor\nE06000001,Somebody\n", "We do not know the column “mayor”."),
        ("areas.csv", b"kind\nunitary\n", "needs a column “ons code” or “name”"),
        ("areas.csv", b"name,name\na,b\n", "Two columns have the same heading."),
        ("areas.csv", b"name,kind\n" + b"a,unitary\n" * (MOST_ROWS + 1), "Bring at most 1000 at a time."),
    ],
)
def test_file_that_is_no_table_of_areas_is_refused_with_what_to_do(
    cast: Cast, administrator: Client, name: str, content: bytes, sentence: str
) -> None:
    before = names()
    page = words(administrator.post(reverse("areas_file"), SOURCE | {"table": SimpleUploadedFile(name, content)}))
    assert sentence in page
    assert "Register of areas" in page
    assert names() == before


def test_semicolons_old_encodings_and_names_alone_are_understood(cast: Cast, administrator: Client) -> None:
    content = "Name;Police area\r\nAnyborough;Dyfed–Powys\r\n".encode("cp1252")
    page = administrator.post(reverse("areas_file"), SOURCE | {"table": SimpleUploadedFile("a.csv", content)})
    assert "Police area: Dyfed–Powys, now Anyshire" in words(page)
    administrator.post(reverse("areas_file"), SOURCE | {"rows": page.context["text"], "confirm": "yes"})
    assert LocalGovernmentArea.objects.get(pk=cast.area.pk).police_area == PoliceArea.objects.get(name="Dyfed–Powys")


def test_all_areas_leave_as_a_table_that_can_be_brought_back(cast: Cast, administrator: Client) -> None:
    answer = administrator.get(reverse("areas_csv"))
    content = b"".join(answer)
    assert answer["Content-Disposition"] == 'attachment; filename="areas.csv"'
    page = administrator.post(reverse("areas_file"), SOURCE | {"table": SimpleUploadedFile("areas.csv", content)})
    assert "Everything in the table is here already." in words(page)


def test_only_an_administrator_brings_areas(cast: Cast, coordinator: Client) -> None:
    for name in ("areas_list", "areas_file", "areas_csv"):
        assert coordinator.get(reverse(name)).status_code == 403
