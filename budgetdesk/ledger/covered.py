"""What the statements of a month prove, account by account: which days they cover, whether anything is missing between
them, and whether the balances agree. Stands on the budget as its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from budgetdesk.dates import Month
from budgetdesk.ledger.batches import account_of
from budgetdesk.ledger.proof import covers, gaps_between
from budgetdesk.ledger.spending import Proof, ProofStatus, Spending
from budgetdesk.ledger.summary import months, stretches, whole_months

_BALANCE = {
    ProofStatus.HOLDS: " Saldoen stemmer.",
    ProofStatus.FAILS: " Saldoen stemmer ikke.",
    ProofStatus.NOT_POSSIBLE: "",
}
MOST_GAPS = 2


def last_month(spending: Spending) -> Month | None:
    """The month that the statements say most about: the last whole one, else the last with a row; None without."""
    if not spending.batches:
        return None
    return next(reversed(whole_months(spending) or months(spending)), None)


def evidence(spending: Spending, month: Month) -> tuple[str, ...]:
    """One text for each account with a statement in the month, in the order in which they came:

    `Lønkonto: dækker 1.-31. marts, hele måneden. Saldoen stemmer.`; where something is missing, also what.
    """
    accounts = account_of(spending)
    found = (_of_account(spending, account, month) for account in dict.fromkeys(accounts.values()))
    return tuple(text for text in found if text)


def _of_account(spending: Spending, account: str, month: Month) -> str:
    accounts = account_of(spending)
    batches = [batch for batch in spending.batches if accounts[batch.id] == account]
    name = next((batch.account.strip() for batch in batches if batch.account.strip()), "Kontoen")
    proofs = [batch.proof for batch in batches]
    days = [text for start, end in stretches(spending, account, accounts) if (text := covers(start, end, month))]
    if not days:
        return ""
    here = [proof for proof in proofs if covers(proof.start, proof.end, month)]
    gaps = (*gaps_between(here), *(gap for proof in here for gap in proof.gaps))[:MOST_GAPS]
    said = days[0] if len(days) == 1 else f"Dækker {' og '.join(map(_days, days))}, ikke hele måneden"
    return f"{name}: {said[0].lower()}{said[1:]}.{_balance(here, gaps)}{''.join(f' {gap}' for gap in gaps)}"


def _days(text: str) -> str:
    """`1.-10. marts` of `Dækker 1.-10. marts, ikke hele måneden`."""
    return text.partition(",")[0].removeprefix("Dækker ")


def _balance(proofs: Sequence[Proof], gaps: Sequence[str]) -> str:
    statuses = {proof.status for proof in proofs}
    if gaps or ProofStatus.FAILS in statuses:
        return _BALANCE[ProofStatus.FAILS]
    return _BALANCE[ProofStatus.HOLDS] if statuses == {ProofStatus.HOLDS} else ""
