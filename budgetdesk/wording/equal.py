"""The report about equal treatment in words: households in coarse steps, differences as questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.planning.equal import Bands, Difference, Likeness, Treated
from budgetdesk.planning.plan import PlanVerdict

REST = "Øvrige husstande"
REST_WHY = "Så få, der ligner hinanden, at de ikke bliver vist hver for sig. De bliver ikke sammenlignet."
SAME = "Ingen forskelle at spørge til."
TITLE = "Ens husstande, ens behandling"
LEAD = (
    "Husstande, der ligner hinanden, står sammen. Ingen navne, ingen sagsnumre, kun grove tal. "
    "En forskel er et spørgsmål, ikke en fejl."
)
COLUMNS = ("Planen", "Måneder", "At leve for, pr. person om ugen", "Udlejers ja", "Godkendt af", "Forudsætninger")
VERDICTS: Mapping[PlanVerdict, str] = {
    PlanVerdict.HOLDS: "holder",
    PlanVerdict.TIGHT: "holder lige",
    PlanVerdict.HOLDS_IF: "holder, hvis",
    PlanVerdict.BREAKS: "holder ikke",
}


def household(like: Likeness | None, bands: Bands) -> str:
    """`Én voksen, 1-2 børn. Indtægt 20.000-25.000 kr. Restance 5.000-10.000 kr.`"""
    if like is None:
        return REST
    adults = "Én voksen" if like.adults == 1 else "To voksne eller flere"
    income = f"Indtægt {_between(bands.income_steps, like.income)}"
    arrears = f"Restance {_between(bands.arrears_steps, like.arrears)}"
    return " ".join(_closed(said) for said in (f"{adults}, {_children(bands, like.children)}", income, arrears))


def row(of: Treated) -> tuple[str, ...]:
    """One case, as in `COLUMNS`."""
    known = [answer for _, answer in of.answers]
    answered = sum(answer is not None for answer in known)
    return (
        VERDICTS[of.verdict] + ("" if of.chosen or not of.months else " (forslag)"),
        str(of.months) if of.months else "–",
        formats.kroner(of.living_per_person),
        "ja" if of.accepted else "ikke endnu",
        of.approved_by or "–",
        f"{answered} af {len(known)} svaret",
    )


def difference(of: Difference, titles: Mapping[str, str]) -> str:
    """One difference as a sentence."""
    first, last = (of.values[0], of.values[-1]) if of.values else ("", "")
    match of.kind:
        case "verdict":
            return "Planen holder for nogle og ikke for andre. Hvad er forskellen?"
        case "months":
            return f"Planerne er fra {first} til {last} måneder. Hvorfor så forskellige?"
        case "living":
            return f"Der er sat fra {_kroner(first)} til {_kroner(last)} af pr. person. Er det efter politikken?"
        case "premise":
            return f"Nogle har et svar, andre ikke: {titles.get(of.of, of.of)}"
        case "approval":
            return f"Planerne er godkendt af forskellige: {', '.join(of.values)}."
        case _:
            return f"Sagerne er regnet efter forskellige politikker: {', '.join(of.values)}."


def summary(cases: int, alike: int, asked: int) -> str:
    """`42 sager. 30 ligner andre. 4 grupper har forskelle at spørge til.`"""
    found = "Ingen grupper har" if not asked else "1 gruppe har" if asked == 1 else f"{asked} grupper har"
    many = f"{cases} {'sag' if cases == 1 else 'sager'} med restance"
    return f"{many}. {alike} ligner andre. {found} forskelle at spørge til."


def csv_row(like: Likeness | None, of: Treated, bands: Bands, keys: Sequence[str]) -> tuple[str, ...]:
    """One line of the table file; the premises by their keys, `ja`, `nej` or empty."""
    answers = dict(of.answers)
    words = {True: "ja", False: "nej", None: ""}
    return (household(like, bands), *row(of)[:5], of.policy_version, *(words[answers.get(key)] for key in keys))


def _children(bands: Bands, step: int) -> str:
    edges = bands.children_steps
    if step == 0:
        return "ingen børn"
    low, high = edges[step - 1], edges[step] - 1 if step < len(edges) else None
    return f"{low} børn eller flere" if high is None else f"{low} barn" if low == high == 1 else f"{low}-{high} børn"


def _between(edges: Sequence[int], step: int) -> str:
    if step == 0:
        return f"under {_kroner(str(edges[0]))}"
    if step == len(edges):
        return f"{_kroner(str(edges[-1]))} eller mere"
    return f"{formats.number(edges[step - 1])}-{_kroner(str(edges[step]))}"


def _kroner(amount: str) -> str:
    return formats.kroner(Decimal(amount)).removesuffix(".") + "."


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
