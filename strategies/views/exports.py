"""A version, the draft and the comments as files that are made while one waits: Word, Markdown, a table."""

import io

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from strategies import queries_exports as queries
from strategies.export.comments_writing import COLUMNS, comment_rows
from strategies.export.markdown import markdown_of
from strategies.export.papers import gather
from strategies.export.word import word_of
from strategies.export.writing import NothingToExport, Writing
from strategies.models import PaperKind, Strategy, Version
from strategies.views.pages import strategy_or_404
from svduty import clock
from svduty.files.response import response_for
from svduty.sheets import csv_bytes


@needs(Permission.READ)
def version_markdown(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    writing = _of_version(request, pk, PaperKind.TEXT)
    return _file(markdown_of(writing).encode(), writing.file_name("md"))


@needs(Permission.READ)
def version_word(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    writing = _of_version(request, pk, PaperKind.TEXT)
    return _file(word_of(writing), writing.file_name("docx"))


@needs(Permission.READ)
def version_comments_word(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    writing = _of_version(request, pk, PaperKind.COMMENTS)
    return _file(word_of(writing), writing.file_name("docx"))


@needs(Permission.READ)
def version_comments_csv(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    version = version_or_404(request, pk)
    rows = comment_rows(version, queries.comments_on(version))
    return _file(csv_bytes(COLUMNS, rows), f"{version.title}, version {version.number}, comments.csv")


@needs(Permission.READ)
def strategy_draft_markdown(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    writing = _of_draft(request, pk)
    return _file(markdown_of(writing).encode(), writing.file_name("md"))


@needs(Permission.READ)
def strategy_draft_word(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    writing = _of_draft(request, pk)
    return _file(word_of(writing), writing.file_name("docx"))


def version_or_404(request: PartnershipRequest, pk: int) -> Version:
    return get_object_or_404(queries.version_to_export(request.partnership), pk=pk)


def _of_version(request: PartnershipRequest, pk: int, kind: str) -> Writing:
    version = version_or_404(request, pk)
    return _writing(kind, version.strategy, version)


def _of_draft(request: PartnershipRequest, pk: int) -> Writing:
    return _writing(PaperKind.DRAFT, strategy_or_404(request, pk), None)


def _writing(kind: str, strategy: Strategy, version: Version | None) -> Writing:
    try:
        return gather(kind, strategy, version)(clock.now())
    except NothingToExport as nothing:
        raise Http404(str(nothing)) from None


def _file(content: bytes, name: str) -> HttpResponseBase:
    return response_for(io.BytesIO(content), name, size=len(content))
