"""From what a report is made from to the bytes of its PDF."""

from django.template.loader import render_to_string

from compliance.report.carried import carried_with
from compliance.report.content import Issue, ReportContent, content_of
from compliance.report.source import ReportSource
from svduty.pdf import render_pdf

TEMPLATE = "compliance/report.html"


def report_pdf(source: ReportSource, issue: Issue) -> bytes:
    """The same source and issue give the same bytes. Raises PdfFailed with a sentence for people."""
    content, html = report_html(source, issue)
    return render_pdf(html, title=content.title, author=content.name, on=issue.on, attachments=carried_with(source))


def report_html(source: ReportSource, issue: Issue) -> tuple[ReportContent, str]:
    """What the report says, and its pages as the engine is given them."""
    content = content_of(source, issue)
    return content, render_to_string(TEMPLATE, {"report": content})
