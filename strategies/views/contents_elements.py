"""What a strategy is expected to contain, as the administrators word it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.views.installation import tabs
from partnerships.views.record_page import record_page
from strategies import queries_contents
from strategies.forms.contents_element import ContentsElementForm

ROUTE = "contentselements"


@needs(Permission.RUN_INSTALLATION)
def contentselements(request: SignedInRequest) -> HttpResponse:
    rows = list(queries_contents.contents_elements())
    page = Paginator(rows, max(len(rows), 1)).get_page(1)
    return render(request, "strategies/contentselements.html", {"tabs": tabs(ROUTE), "title": "Contents of a strategy", "page": page})


@needs(Permission.RUN_INSTALLATION)
def contentselement_change(request: SignedInRequest, pk: int) -> HttpResponse:
    element = get_object_or_404(queries_contents.contents_elements(), pk=pk)
    back = reverse(ROUTE)
    return record_page(
        request,
        ContentsElementForm(request.POST or None, instance=element),
        title=f"Change heading {element.position} of the contents",
        why="Every partnership's checks show the new words at once, the earlier checks too. Change the words, not what they ask for.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=None),
        back=back,
        breadcrumb=[("Installation", reverse("installation")), ("Contents", back)],
    )
