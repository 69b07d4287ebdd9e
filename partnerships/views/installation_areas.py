"""The areas that an administrator looks after: the list, what the list of April 2021 brings, and tables from elsewhere."""

import io
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.import_areas import SheetHasMistakes, Source, dry_run, import_areas
from partnerships.actions.load_areas import load_areas
from partnerships.area_columns import COLUMNS, SheetRefused
from partnerships.area_list import AS_AT, LICENCE, SOURCE, compare, listed_areas
from partnerships.area_sheet import Line
from partnerships.forms.area_file import AreaFileForm
from partnerships.forms.area_filter import AreaFilter
from partnerships.models.area import AreaKind
from partnerships.queries_areas import areas_found
from partnerships.views.installation import PER_PAGE, tabs
from svduty import clock
from svduty.files.response import response_for
from svduty.sheets import csv_bytes


@needs(Permission.RUN_INSTALLATION)
def areas(request: SignedInRequest) -> HttpResponse:
    form = AreaFilter(request.GET or None)
    chosen = form.chosen() if request.GET else {}
    found = areas_found(chosen.get("words", ""), chosen.get("kind", ""), chosen.get("lacking", ""))
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "tabs": tabs("areas"),
        "title": "Areas",
        "form": form,
        "chosen": chosen,
        "clear_url": reverse("areas") if chosen else "",
    }
    return render(request, "partnerships/installation/areas.html", context)


@needs(Permission.RUN_INSTALLATION)
def areas_list(request: SignedInRequest) -> HttpResponse:
    """What the list that comes with the service would add, and where it says something else than we do."""
    if request.method == "POST":
        added = load_areas(listed_areas(), actor=request.user)
        messages.success(request, f"{added} areas were added." if added else "Every area of the list is here already.")
        return redirect("areas_list")
    found = compare(queries.all_areas(), listed_areas())
    context = {"found": found, "source": SOURCE, "as_at": AS_AT, "licence": LICENCE, "tabs": tabs("areas")}
    return render(request, "partnerships/installation/areas_list.html", context)


@needs(Permission.RUN_INSTALLATION)
def areas_file(request: SignedInRequest) -> HttpResponse:
    """A table is first shown row by row with what it would do; the same table sent on from there is written, all of it or nothing."""
    form = AreaFileForm(request.POST or None, request.FILES or None)
    lines: list[Line] = []
    if request.method == "POST" and form.is_valid():
        data, on = form.cleaned_data, clock.today()
        try:
            if "confirm" in request.POST and not data["table"]:
                source = Source(data["source"], data["source_date"], data["licence"])
                added, changed = import_areas(data["text"], source, actor=request.user, on=on)
                messages.success(request, f"{added} areas were added and {changed} changed.")
                return redirect("areas")
            lines = dry_run(data["text"], on=on)
        except SheetRefused as refused:
            form.add_error("table", str(refused))
        except SheetHasMistakes:
            lines = dry_run(data["text"], on=on)
    return render(request, "partnerships/installation/areas_file.html", _file_context(form, lines))


def _file_context(form: AreaFileForm, lines: list[Line]) -> dict[str, Any]:
    counts = {does: sum(line.does == does for line in lines) for does in ("new", "changes", "nothing", "wrong")}
    return {
        "form": form,
        "lines": lines,
        "counts": counts,
        "may_be_written": bool(lines) and not counts["wrong"] and bool(counts["new"] + counts["changes"]),
        "text": form.cleaned_data.get("text", "") if lines else "",
        "columns": COLUMNS,
        "kinds": AreaKind.choices,
        "back": reverse("areas"),
        "breadcrumb": [("Installation", reverse("installation")), ("Areas", reverse("areas"))],
    }


@needs(Permission.RUN_INSTALLATION)
def areas_csv(request: SignedInRequest) -> FileResponse:
    """All areas as a table, in the columns that a table may be brought in."""
    rows = [
        [area.ons_code, area.name, area.kind, area.upper_tier, area.region, area.police_area or "", area.starts or "", area.ends or ""]
        for area in queries.all_areas()
    ]
    content = csv_bytes(list(COLUMNS), rows)
    return response_for(io.BytesIO(content), "areas.csv", size=len(content))
