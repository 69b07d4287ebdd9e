"""The mails about comments. None has a word of a comment in it, only where to read it."""

from partnerships.models import Partnership, User
from partnerships.outbox.kinds import MailKind, register_mail
from partnerships.outbox.post import post
from partnerships.queries import people_of
from strategies.models import Comment

FOLDER = "strategies/mail"
KINDS = (
    MailKind("comment-told", "Word of a comment", "A comment you are asked to look at", f"{FOLDER}/comment_told.txt"),
    MailKind("comment-answered", "An answer to a comment", "Your comment has an answer", f"{FOLDER}/comment_answered.txt"),
    MailKind("comment-reopened", "A comment is open again", "Your comment is open again", f"{FOLDER}/comment_reopened.txt"),
)


def register() -> None:
    for kind in KINDS:
        register_mail(kind)


def mail_about(comment: Comment, kind: str, to: User, *, key: str, actor: User, partnership: Partnership) -> None:
    """Mail somebody where a comment can be read; in the caller's transaction, once for a `key`."""
    thread = comment.replies_to or comment
    context = {"slug": partnership.slug, "version_pk": comment.strategy_version_id, "comment_pk": thread.pk}
    post(kind, to=to, key=f"comment/{comment.pk}/{key}", context=context, partnership=partnership, asked_by=actor)


def tell_author(comment: Comment, kind: str, *, actor: User, partnership: Partnership) -> None:
    """Tell the author what became of their comment, unless they did it themselves or have no role here any more."""
    author = comment.author
    if author != actor and author.is_active and people_of(partnership).filter(user=author).exists():
        mail_about(comment, kind, author, key=f"{kind}/{comment.version}", actor=actor, partnership=partnership)
