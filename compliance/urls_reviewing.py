"""The addresses of a yearly review on its way, and of carrying a strategy over into its next year."""

from django.urls import path

from compliance.views import following, review_papers, reviewing, rolling

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}strategies/<int:strategy_pk>/review/open/", reviewing.reviewwork_open, name="reviewwork_open"),
    path(f"{HERE}reviewing/<int:pk>/", reviewing.reviewwork, name="reviewwork"),
    path(f"{HERE}reviewing/<int:pk>/judge/", reviewing.reviewwork_change, name="reviewwork_change"),
    path(f"{HERE}reviewing/<int:pk>/finish/", reviewing.reviewwork_finish, name="reviewwork_finish"),
    path(f"{HERE}reviewing/<int:pk>/cancel/", reviewing.reviewwork_cancel, name="reviewwork_cancel"),
    path(f"{HERE}reviews/<int:pk>/next-draft/", following.review_next_draft, name="review_next_draft"),
    path(f"{HERE}reviews/<int:pk>/refresh/", following.review_refresh, name="review_refresh"),
    path(f"{HERE}reviews/take-away/<slug:kind>/<int:pk>/word/", review_papers.review_word, name="review_word"),
    path(f"{HERE}reviews/take-away/<slug:kind>/<int:pk>/pdf/", review_papers.review_pdf, name="review_pdf"),
    path(f"{HERE}strategies/<int:strategy_pk>/carry-over/", rolling.rollforward_add, name="rollforward_add"),
    path(f"{HERE}strategies/<int:strategy_pk>/carried-over/", rolling.rollforward, name="rollforward"),
]
