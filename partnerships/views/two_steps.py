"""A step that is shown in full before it is done: a form, then a page of what it would do, then the deed."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from partnerships.succession import SuccessionRefused

OWN = {"csrfmiddlewaretoken", "confirm", "seen"}


def two_steps(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    foresee: Callable[[dict[str, Any]], dict[str, Any]],
    do: Callable[[dict[str, Any]], str],
    done: str,
    template: str,
    preview: str,
    **context: Any,
) -> HttpResponse:
    """`foresee(data)` gives what the preview shows, in plain values; `do(data)` does it and returns where to go.

    It is done only when what would happen is still what was shown; else it is shown again. A SuccessionRefused is a message on the form.
    """
    if request.method == "POST" and form.is_valid():
        try:
            shown = foresee(form.cleaned_data)
            token = hashlib.sha256(json.dumps(shown, default=str, sort_keys=True).encode()).hexdigest()
            if "confirm" in request.POST and request.POST.get("seen") == token:
                address = do(form.cleaned_data)
                messages.success(request, done)
                return redirect(address)
            sent = [(name, value) for name in request.POST if name not in OWN for value in request.POST.getlist(name)]
            again = "confirm" in request.POST
            return render(request, preview, {**context, "form": form, "shown": shown, "sent": sent, "seen": token, "again": again})
        except SuccessionRefused as refused:
            form.add_error(None, str(refused))
    return render(request, template, {"button": "See what passes", **context, "form": form})
