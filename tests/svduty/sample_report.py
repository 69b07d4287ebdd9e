"""A report as the product prints it, with every component of `static/print/report.css` and some very long names."""

from html import escape

from svduty import status_words

TITLE = "Serious Violence Duty: compliance report"
LONG_NAME = (
    "The Community Safety, Serious Violence, Exploitation and Domestic Abuse Prevention Partnership Executive Board of "
    "Upper and Lower Anyshire with Saint-Bartholomew-under-Longlongwoodcumhatherleighstone-and-Marshland-on-the-Water"
)
STATUSES = {code.lower().replace("_", "-"): status.word for code, status in status_words.STATUSES.items()}
WHY = (
    "Version 1 was first published on Monday 16 November 2026. The seven days include that day, so the last day was "
    "Sunday 22 November 2026. No sending by a specified authority is recorded."
)


def finding(status: str, number: int) -> str:
    return f"""
    <article class="finding">
      <h3 id="duty-{number}">Send the published strategy to the Home Office</h3>
      <p class="standing"><span class="status status--{status}">{STATUSES[status]}</span>
        <span class="small">Statutory. Strategy 2027 to 2030, version 1</span></p>
      <dl class="facts">
        <dt>Why</dt><dd>{WHY}</dd>
        <dt>The law</dt><dd>SI 2022/1304 regulation 4(2): a copy goes to the Secretary of State within seven days,
          and the day of publication is the first of them.</dd>
        <dt>Rests on</dt><dd><ul><li>Publication of 16 November 2026, council website</li>
          <li>Minutes of the board’s meeting of 9 November 2026, item 7</li></ul></dd>
        <dt>Next</dt><dd>Record the sending. Whoever sends it keeps the acknowledgement.</dd>
      </dl>
    </article>"""


def cover(name: str) -> str:
    return f"""
    <section class="cover">
      <p class="product">Serious Violence Duty</p>
      <p class="marking">Official: draft until signed off</p>
      <h1>Compliance report</h1>
      <p class="for">{escape(name)}</p>
      <dl class="facts">
        <dt>As at</dt><dd>24 November 2026 (Tuesday)</dd>
        <dt>Law as at</dt><dd>1 October 2026</dd>
        <dt>Signed off by</dt><dd>Head of Community Safety, on 24 November 2026</dd>
        <dt>Covers</dt><dd>Every duty that applies under sections 7 to 11 of the Police, Crime, Sentencing and
          Courts Act 2022 and the regulations made under it</dd>
      </dl>
      <p class="seal">Seal 9F2C 41A7 D05E. This report is worked out from the partnership’s own records. It is not
        legal advice.</p>
      <p class="foot">{escape(name[:90])}. As at 24 November 2026. Not legal advice; law as at 1 October 2026.</p>
    </section>"""


CONTENTS = """
    <nav class="contents"><h2 class="unnumbered">Contents</h2>
      <ol>
        <li><a href="#position">The position</a></li>
        <li><a href="#publish">Publish and send the strategy</a>
          <ol><li><a href="#duty-1">Send the published strategy to the Home Office</a></li>
              <li><a href="#duty-4">Send the published strategy to the Home Office, although its heading is so long
                that it needs a second line here</a></li></ol></li>
        <li><a href="#records">The records</a></li>
      </ol></nav>"""

POSITION = f"""
    <section><h2 id="position">The position</h2>
      <div class="position"><p>One statutory duty is overdue: the strategy was not sent to the Home Office by
        22 November.</p></div>
      <table class="counts whole"><caption>Duties that apply today, by strength</caption>
        <thead><tr><th scope="col">Strength</th><th scope="col">Met</th><th scope="col">Met late</th>
          <th scope="col">Due soon</th><th scope="col">Overdue</th><th scope="col">Not met</th>
          <th scope="col">Cannot tell</th></tr></thead>
        <tbody>
          <tr><th scope="row">Statutory</th><td>14</td><td>2</td><td>1</td><td>1</td><td>2</td><td>1</td></tr>
          <tr><th scope="row">Guidance</th><td>7</td><td class="none">0</td><td>2</td><td class="none">0</td>
            <td class="none">0</td><td class="none">0</td></tr>
          <tr><th scope="row">Local</th><td>1</td><td class="none">0</td><td class="none">0</td><td class="none">0</td>
            <td class="none">0</td><td class="none">0</td></tr>
        </tbody>
        <tfoot><tr><th scope="row">All</th><td>22</td><td>2</td><td>3</td><td>1</td><td>2</td><td>1</td></tr></tfoot>
      </table>
      <p>Each duty has one of these answers:</p>
      <p>{" ".join(f'<span class="status status--{code}">{word}</span>' for code, word in STATUSES.items())}</p>
      <figure class="chart">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 54" width="480" height="54">
          <title>22 of 31 duties are met</title>
          <rect x="0" y="6" width="480" height="20" fill="#e3e7eb"/>
          <rect x="0" y="6" width="340" height="20" fill="#14284d"/>
          <text x="0" y="46" font-family="Source Sans 3" font-size="11" fill="#1a2233">22 of 31 met</text>
        </svg>
        <figcaption>Duties met, as at 24 November 2026</figcaption>
      </figure>
      <div class="note"><p><strong>What the partnership says.</strong> The Home Office acknowledged an earlier draft on
        20 November. Meetings at Ysbyty’r Ŵyl, Tŷ Mawr are minuted in Welsh. <ins>Inserted: this sentence.</ins>
        <del>Deleted: that one.</del></p></div>
      <table class="signatures"><caption>Signatures</caption>
        <thead><tr><th scope="col" class="w40">Post</th><th scope="col" class="w40">Signature</th>
          <th scope="col">Date</th></tr></thead>
        <tbody><tr><th scope="row">Chair of the board</th><td></td><td></td></tr>
          <tr><th scope="row">Head of Community Safety</th><td></td><td></td></tr></tbody></table>
    </section>"""


def records(rows: int) -> str:
    lines = "".join(
        f'<tr><th scope="row">{number} November 2026</th>'
        f"<td>{escape(LONG_NAME) if number == 3 else 'Borough Council'}</td>"
        f'<td>Progress recorded on action {number}</td><td class="number">£{number * 1250:,}.00</td></tr>'
        for number in range(1, rows + 1)
    )
    return f"""
    <section class="new-page"><h2 id="records">The records</h2>
      <p>What was recorded in the period, in the order in which it happened.
        <a href="https://www.example.gov.uk/strategy">The published strategy</a> is on the council’s site.</p>
      <table class="records"><caption>What happened</caption>
        <thead><tr><th scope="col" class="w20">Date</th><th scope="col" class="w40">Who</th>
          <th scope="col">What</th><th scope="col" class="w15 number">Money</th></tr></thead>
        <tbody>{lines}</tbody></table>
    </section>"""


def sample_report(name: str = "Anyborough Community Safety Partnership", rows: int = 40) -> str:
    findings = "".join(finding(status, number) for number, status in enumerate(STATUSES, 1))
    return "".join(
        [
            cover(name),
            CONTENTS,
            POSITION,
            f'<section class="new-page"><h2 id="publish">Publish and send the strategy</h2>{findings}</section>',
            records(rows),
        ]
    )
