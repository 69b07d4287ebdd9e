"""The page of an ordinary record: show the form, save it, say what that did."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from partnerships.actions.save_record import StaleRecord
from partnerships.consequences import watched


def record_page(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    title: str,
    save: Callable[[Any], Any],
    back: str,
    why: str = "",
    done: str = "Saved.",
    button: str = "Save",
    then: Callable[[Any], str] | None = None,
    template: str = "components/form_page.html",
    **context: Any,
) -> HttpResponse:
    """Answer GET with the form; on a valid POST call `save(form)` and go to `then(saved)` or `back` with a banner.

    A stale form comes back (409) with both texts; an invalid one with its messages. `done` is the banner's first sentence.
    """
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            with watched(request.partnership) as consequences:  # type: ignore[attr-defined]  # set by the middleware
                saved = save(form)
        except StaleRecord as stale:
            form.show_conflict(stale.current)  # type: ignore[attr-defined]  # only record forms can be stale
            status = 409
        except IntegrityError:
            form.add_error(
                None,
                "The same record was saved by somebody else at this moment. Look at the list before you save again.",
            )
        else:
            messages.success(request, " ".join([done, *consequences.sentences]))
            return redirect(then(saved) if then else back)
    page = {
        "form": form,
        "title": title,
        "why": why,
        "back": back,
        "button": button,
        "conflict": getattr(form, "conflict", None),
    }
    return render(request, template, {**page, **context}, status=status)
