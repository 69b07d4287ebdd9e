"""What anyone may read, and the pages that open and close it."""

from django.urls import path

from strategies.views import public, public_pages

HERE = "p/<slug:slug>/"
PUBLIC = "published/"
ONE = f"{PUBLIC}<slug:place>/<int:strategy_pk>/"

urlpatterns = [
    path(PUBLIC, public.published, name="published"),
    path(f"{PUBLIC}feed.atom", public.published_feed, name="published_feed"),
    path(f"{PUBLIC}<slug:place>/", public.published_by, name="published_by"),
    path(ONE, public.published_strategy, name="published_strategy"),
    path(f"{ONE}version-<int:number>/", public.published_version, name="published_version"),
    path(f"{ONE}version-<int:number>/pdf/", public.published_pdf, name="published_pdf"),
    path(f"{ONE}version-<int:number>/word/", public.published_word, name="published_word"),
    path(f"{ONE}version-<int:number>/document/", public.published_document, name="published_document"),
    path(f"{HERE}versions/<int:version_pk>/public-page/", public_pages.publicpage_open, name="publicpage_open"),
    path(f"{HERE}public-pages/<int:pk>/pdf/", public_pages.publicpage_pdf, name="publicpage_pdf"),
    path(f"{HERE}public-pages/<int:pk>/close/", public_pages.publicpage_withdraw, name="publicpage_withdraw"),
]
