"""Reading a version, commenting on it, and what became of each comment."""

from django.urls import path

from strategies.views import comments, comments_answers, comments_list, reading, reading_compare

HERE = "p/<slug:slug>/"
ONE = f"{HERE}comments/<int:pk>/"

urlpatterns = [
    path(f"{HERE}versions/<int:pk>/read/", reading.version_read, name="version_read"),
    path(f"{HERE}versions/<int:pk>/read/done/", reading.version_read_done, name="version_read_done"),
    path(f"{HERE}versions/<int:version_pk>/comment/", comments.comment_add, name="comment_add"),
    path(f"{HERE}strategies/<int:pk>/compare/", reading_compare.version_compare, name="version_compare"),
    path(f"{HERE}strategies/<int:pk>/comments/", comments_list.comments, name="comments"),
    path(f"{ONE}reply/", comments.comment_reply, name="comment_reply"),
    path(f"{ONE}change/", comments.comment_change, name="comment_change"),
    path(f"{ONE}withdraw/", comments.comment_withdraw, name="comment_withdraw"),
    path(f"{ONE}answer/", comments_answers.comment_answer, name="comment_answer"),
    path(f"{ONE}reopen/", comments_answers.comment_reopen, name="comment_reopen"),
]
