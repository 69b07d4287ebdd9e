"""The page of an ordinary record: show the form, save it, say what that did."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from partnerships.actions.save_record import StaleRecord
from partnerships.consequences import watched
from partnerships.models import Partnership, User
from partnerships.views.two_writers import chooses, put_choice, show_both, still_choosing, with_own_saves


def record_page(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    title: str,
    save: Callable[[Any], Any],
    back: str,
    why: str = "",
    done: str | Callable[[Any], str] = "Saved.",
    button: str = "Save",
    then: Callable[[Any], str] | None = None,
    template: str = "components/form_page.html",
    **context: Any,
) -> HttpResponse:
    """Answer GET with the form; on a valid POST call `save(form)` and go to `then(saved)` or `back` with a banner.

    A stale form comes back (409) with both texts and what may be put into it; an invalid one with its messages. `done` is the
    banner's first sentence, or gives it for what was saved.
    """
    status = 200
    partnership = request.partnership  # type: ignore[attr-defined]  # set by the middleware
    if chooses(form, request):
        put_choice(form, request, partnership)  # type: ignore[arg-type]  # chooses has looked
    elif request.method == "POST" and form.is_valid():
        try:
            with watched(partnership) as consequences:
                saved = _saved(form, save, request, partnership)
        except StaleRecord as stale:
            show_both(form, stale.current, partnership, cast(User, request.user))
            status = 409
        except IntegrityError:
            form.add_error(
                None,
                "The same record was saved by somebody else at this moment. Look at the list before you save again.",
            )
        else:
            messages.success(request, consequences.after(done(saved) if callable(done) else done))
            return redirect(then(saved) if then else back)
    elif still_choosing(form, request):
        put_choice(form, request, partnership)  # type: ignore[arg-type]
    page = {
        "form": form,
        "title": title,
        "why": why,
        "back": back,
        "button": button,
        "conflict": getattr(form, "conflict", None),
        "opened_version": getattr(form, "opened_version", None),
    }
    return render(request, template, {**page, **context}, status=status)


def _saved(form: Any, save: Callable[[Any], Any], request: HttpRequest, partnership: Partnership | None) -> Any:
    """Save; a person's own earlier save, of which the page did not know yet, does not stand in the way."""
    try:
        return save(form)
    except StaleRecord as stale:
        again = with_own_saves(form, stale.current, partnership, cast(User, request.user))
        if again is None:
            raise
    return save(again)
