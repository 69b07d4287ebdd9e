"""A version as PDF, Word and Markdown, its comments paper, and Word documents read into the draft."""

from django.urls import path

from strategies.views import exports, imports, papers

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}versions/<int:pk>/markdown/", exports.version_markdown, name="version_markdown"),
    path(f"{HERE}versions/<int:pk>/word/", exports.version_word, name="version_word"),
    path(f"{HERE}versions/<int:pk>/comments/word/", exports.version_comments_word, name="version_comments_word"),
    path(f"{HERE}versions/<int:pk>/comments/csv/", exports.version_comments_csv, name="version_comments_csv"),
    path(f"{HERE}versions/<int:pk>/paper/<str:kind>/", papers.version_paper_make, name="version_paper_make"),
    path(f"{HERE}strategies/<int:pk>/draft/markdown/", exports.strategy_draft_markdown, name="strategy_draft_markdown"),
    path(f"{HERE}strategies/<int:pk>/draft/word/", exports.strategy_draft_word, name="strategy_draft_word"),
    path(f"{HERE}strategies/<int:pk>/draft/paper/", papers.strategy_draft_paper_make, name="strategy_draft_paper_make"),
    path(f"{HERE}strategy-papers/making/<int:pk>/", papers.strategy_paper_making, name="strategy_paper_making"),
    path(f"{HERE}strategy-papers/making/<int:pk>/again/", papers.strategy_paper_making_again, name="strategy_paper_making_again"),
    path(f"{HERE}strategy-papers/<int:pk>/", papers.strategy_paper, name="strategy_paper"),
    path(f"{HERE}strategy-papers/<int:pk>/pdf/", papers.strategy_paper_pdf, name="strategy_paper_pdf"),
    path(f"{HERE}strategies/<int:pk>/import/", imports.strategy_import, name="strategy_import"),
    path(f"{HERE}strategy-imports/<int:pk>/", imports.strategy_import_found, name="strategy_import_found"),
]
