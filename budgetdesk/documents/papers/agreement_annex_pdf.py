"""*Bilag til aftalen*: the tenant's own paper. Can the agreement hold, what would break it, and on which premises.

A paper of its own: the agreement is given to the landlord, this one only with the tenant's consent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from budgetdesk.documents.papers import agreement_verdict
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case
from budgetdesk.i18n import _


def agreement_annex_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The annex; nobody signs it. Raises DocumentError where there is no plan to say anything about."""
    plan = answers.plan
    if plan is None or not plan.instalments:
        raise DocumentError(_("Der er ingen plan at skrive om endnu. Find en plan på siden Aftale."))
    words = texts.load("aftale")
    story = partial(agreement_verdict.annex, plan, words, answers.waterfall)
    return page.build(story, head(case, words["annex"]["heading"], on=on))
