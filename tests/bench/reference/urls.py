from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from tests.bench.reference.models import Mark, Place, State

SINGLE_READS = 10


def hello(request: HttpRequest) -> HttpResponse:
    """No question to the database: what Django and the web server cost by themselves."""
    return HttpResponse("hello")


def signed_in(request: HttpRequest) -> HttpResponse:
    """Behind Django's own session and sign-in: two questions."""
    return HttpResponse("hello" if request.user.is_authenticated else "stranger")


def area(request: HttpRequest) -> HttpResponse:
    """Twelve questions: ten single rows, then two years of forty rows, each a table."""
    places = [Place.objects.get(pk=pk) for pk in range(1, SINGLE_READS + 1)]
    tables = [
        (year, Mark.objects.filter(place=places[0], year=year).select_related("rule").order_by("rule__code")) for year in (2025, 2026)
    ]
    return render(request, "area.html", {"place": places[0], "tables": tables})


def national(request: HttpRequest) -> HttpResponse:
    """One question in SQL, no markup: of 350 places the worst of each of fifteen families of rules, and how many are overdue."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT place_id, rule_id %% 15, MAX(state), SUM(CASE WHEN state = %s THEN 1 ELSE 0 END) FROM {Mark._meta.db_table}"
            " WHERE year = %s GROUP BY 1, 2 ORDER BY 1, 2",
            [State.OVERDUE, 2026],
        )
        return HttpResponse(str(len(cursor.fetchall())))


urlpatterns = [path("national/", national), path("livez", hello), path("hello/", hello), path("signed-in/", signed_in), path("area/", area)]
