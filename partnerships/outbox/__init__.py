"""The one way in which the service sends mail.

`post(kind, ...)` writes a row in the caller's transaction; a task sends it. While the mail server is away it is tried for a day.

No mail is sent twice by itself, and none is lost in silence. Each is noted as being sent before a word of it goes out. Whoever dies
after the server said yes and before we noted that leaves it so, and then nobody can know: it is shown as "perhaps sent", and a person
decides whether to try again. SMTP allows no more. A mail keeps its Message-ID, by which most receivers drop a second copy.
"""
