"""Whether one report of a document is its headline and the other the lead that tells it again.

"Vaccine called back over glass" stands above "The maker withdrew 148,000 doses of its vaccine on Monday
because splinters of glass were found": one event, whatever the words for it.
"""

from __future__ import annotations

from data.events.comparing.signs import Signs
from data.events.report import Report

# Below the headline a byline, a paper and a date may stand before the lead.
_LEAD = 4
# Of the words and names of a headline so many, and so great a share, are in the lead.
_FEWEST, _SHARE = 2, 0.4
_ENDS = (".", "!", ":")


def tells_headline_again(first: Signs, second: Signs) -> bool:
    """Whether one report is the headline of an article, without a date, and the other its dated lead."""
    one, other = first.report, second.report
    if one.passage.document != other.passage.document or (one.start, one.end) != (other.start, other.end):
        return False
    headline, lead = (first, second) if one.sentence < other.sentence else (second, first)
    if not is_headline(headline.report) or not is_lead(lead.report):
        return False
    common = len(headline.words & lead.words) + len(headline.who & lead.who)
    return common >= max(_FEWEST, _SHARE * (len(headline.words) + len(headline.who)))


def is_headline(report: Report) -> bool:
    """Whether a report may be a headline without a date of its own: no full stop ends it."""
    if report.sentence or report.snippet or report.basis != "inferred":
        return False
    return not report.passage.text.rstrip().endswith(_ENDS)


def is_lead(report: Report) -> bool:
    """Whether a report may be what the headline of an article tells: one of its first that has a date."""
    return 0 < report.sentence <= _LEAD and report.basis == "stated" and not report.snippet
