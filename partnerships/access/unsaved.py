"""Words that were sent when they could not be saved: kept in the person's session and put back into the form.

They stay with the session of whoever typed them: when somebody else signs in, that session is emptied.
"""

from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from svduty import error_pages
from svduty.editing.looked_at import OnlyToLookAt

UNSAVED = "unsaved"
LONGEST = 1_000_000  # characters, beyond any form of ours
NEVER_KEPT = {"csrfmiddlewaretoken", "next"}
BACK = "What you had written is back in this form. Nothing has been saved yet: read it, then press the button below it."
FILES = " Choose your file again."


def signed_out(request: HttpRequest) -> HttpResponse | None:
    """The sign-in ended while somebody was typing. None when there is nothing to lose."""
    address = request.get_full_path()
    kept = SESSION_KEY in request.session and keep(request)
    sign_in = f"{reverse('sign_in')}?{urlencode({'next': address})}" if kept else reverse("sign_in")
    return error_pages.signed_out(request, sign_in, kept=kept)


def led_to_second_factor(request: HttpRequest) -> HttpResponse:
    """A second factor comes first; then the person goes on where they were, with what they had typed."""
    kept = keep(request)
    back = request.get_full_path() if kept or request.method == "GET" else "/"
    return redirect(f"{reverse('second_factor')}?{urlencode({'next': back})}")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open while its sign-in changed. What came from a page of ours, and from nowhere else, is kept."""
    ours = f"{request.scheme}://{request.get_host()}"
    kept = request.headers.get("Origin") == ours and request.user.is_authenticated and keep(request)
    return error_pages.csrf_failure(request, reason, again=request.get_full_path() if kept else "")


def keep(request: HttpRequest) -> bool:
    """Keep what was typed in the session, passwords and files left out; False when there is nothing, or too much."""
    if not error_pages.typed_text(request):
        return False
    fields = {name: values for name, values in request.POST.lists() if name not in NEVER_KEPT and "password" not in name}
    if sum(len(value) for values in fields.values() for value in values) > LONGEST:
        return False
    request.session[UNSAVED] = {"address": request.get_full_path(), "fields": fields, "files": bool(request.FILES)}
    return True


def put_back(request: HttpRequest) -> bool:
    """Let the form that this request opens be filled with what was kept for it, as if sent again, yet only to be looked at."""
    kept = request.session.get(UNSAVED)
    if request.method != "GET" or not kept or kept["address"] != request.get_full_path():
        return False
    typed = OnlyToLookAt(mutable=True)
    for name, values in kept["fields"].items():
        typed.setlist(name, values)
    request.POST = typed  # type: ignore[assignment]
    messages.warning(request, BACK + (FILES if kept["files"] else ""), extra_tags="unsaved")
    return True


def forget(request: HttpRequest) -> None:
    """The words are in the form again."""
    request.session.pop(UNSAVED, None)
