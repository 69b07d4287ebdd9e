"""Bringing a Word document into the draft: choosing it, looking at what was found, adding that."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from strategies import queries
from strategies import queries_exports as queries_imports
from strategies.actions.import_sections import add_found, keep_document, named
from strategies.forms.draft_import import DocumentForm, FoundForm
from strategies.models import DraftImport, Section
from strategies.views.pages import strategy_or_404, trail_to_strategy
from svduty.text.words import count_words


@needs(Permission.EDIT)
def strategy_import(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    strategy = strategy_or_404(request, pk)
    if strategy.withdrawn_on:
        raise Http404("The strategy was withdrawn.")
    form = DocumentForm(*((request.POST, request.FILES) if request.method == "POST" else ()))

    def save(valid: DocumentForm) -> DraftImport:
        return keep_document(
            valid.cleaned_data["document"], valid.found, strategy=strategy, actor=request.user, partnership=request.partnership
        )

    return record_page(
        request,
        form,
        title="Bring in a Word document",
        why="First you see what was found in it. Nothing is added to the draft until you say so.",
        save=save,
        back=address(request, "strategy", pk) + "#draft",
        then=lambda read: address(request, "strategy_import_found", read.pk),
        done="Read the document.",
        button="Read the document",
        template="strategies/import_form.html",
        documents=queries_imports.imports_in(request.partnership).filter(strategy=strategy),
        breadcrumb=trail_to_strategy(request, strategy),
    )


@needs(Permission.EDIT)
def strategy_import_found(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """What was found in a document, and what of it could not be kept; on POST it is added to the draft, once."""
    read = get_object_or_404(queries_imports.imports_in(request.partnership), pk=pk)
    strategy = read.strategy
    draft = address(request, "strategy", strategy.pk) + "#draft"
    notes = _notes(read, list(queries.sections_of(strategy)))
    form = FoundForm(request.POST if request.method == "POST" or request.POST else None, read=read, notes=notes)
    if request.method == "POST" and not strategy.withdrawn_on and (read.added_at or form.is_valid()):
        chosen = [] if read.added_at else form.cleaned_data["sections"]
        added = add_found(read, chosen, actor=request.user, partnership=request.partnership)
        said = f"Added {added} section{'' if added == 1 else 's'} from {read.file} to the draft."
        messages.success(request, said if added else f"The text of {read.file} was added already, so nothing was added again.")
        return redirect(draft)
    context = {"read": read, "strategy": strategy, "form": form, "back": draft, "breadcrumb": trail_to_strategy(request, strategy)}
    return render(request, "strategies/import_found.html", context)


def _notes(read: DraftImport, sections: Sequence[Section]) -> list[str]:
    """Of each found section, how long it is and where it would go."""
    empty = {named(section.heading) for section in sections if not section.text.strip()}
    full = {named(section.heading) for section in sections} - empty
    return [_note(count_words(found["text"]), named(found["heading"]), empty, full) for found in read.found]


def _note(words: int, name: str, empty: set[str], full: set[str]) -> str:
    counted = f"{words:,} word{'' if words == 1 else 's'}"
    if name in empty:
        return f"{counted}; goes into the empty section of this name"
    return f"{counted}; the draft has a section of this name with text, so it is put at the end" if name in full else counted
