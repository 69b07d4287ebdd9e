"""The addresses of what a version contains and means for equality, of aligned strategies, and of reviews."""

from django.urls import path

from strategies.views import aligned, contents, contents_elements, reviews

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}versions/<int:version_pk>/contents/", contents.contentscheck_add, name="contentscheck_add"),
    path(f"{HERE}contents/<int:pk>/", contents.contentscheck, name="contentscheck"),
    path(f"{HERE}contents/<int:pk>/change/", contents.contentscheck_change, name="contentscheck_change"),
    path(f"{HERE}contents/<int:pk>/withdraw/", contents.contentscheck_withdraw, name="contentscheck_withdraw"),
    path(f"{HERE}versions/<int:version_pk>/equality/", contents.equalityassessment_add, name="equalityassessment_add"),
    path(f"{HERE}equality/<int:pk>/change/", contents.equalityassessment_change, name="equalityassessment_change"),
    path(f"{HERE}equality/<int:pk>/withdraw/", contents.equalityassessment_withdraw, name="equalityassessment_withdraw"),
    path(f"{HERE}strategies/<int:strategy_pk>/aligned/add/", aligned.alignedstrategy_add, name="alignedstrategy_add"),
    path(f"{HERE}aligned/<int:pk>/change/", aligned.alignedstrategy_change, name="alignedstrategy_change"),
    path(f"{HERE}aligned/<int:pk>/withdraw/", aligned.alignedstrategy_withdraw, name="alignedstrategy_withdraw"),
    path(f"{HERE}strategies/<int:strategy_pk>/reviews/add/", reviews.annualreview_add, name="annualreview_add"),
    path(f"{HERE}reviews/<int:pk>/", reviews.annualreview, name="annualreview"),
    path(f"{HERE}reviews/<int:pk>/change/", reviews.annualreview_change, name="annualreview_change"),
    path(f"{HERE}reviews/<int:pk>/withdraw/", reviews.annualreview_withdraw, name="annualreview_withdraw"),
    path(f"{HERE}strategies/<int:strategy_pk>/arrangement/", reviews.reviewarrangement_add, name="reviewarrangement_add"),
    path(f"{HERE}arrangements/<int:pk>/change/", reviews.reviewarrangement_change, name="reviewarrangement_change"),
    path(f"{HERE}arrangements/<int:pk>/withdraw/", reviews.reviewarrangement_withdraw, name="reviewarrangement_withdraw"),
    path("installation/contents/", contents_elements.contentselements, name="contentselements"),
    path("installation/contents/<int:pk>/", contents_elements.contentselement_change, name="contentselement_change"),
]
