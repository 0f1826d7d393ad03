"""The organisation's policy in words: what each value is called, what it means, and what a change of it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.planning.policy_fields import FIELDS, Kind

TITLES: Mapping[str, str] = {
    "max_months": "Højst så mange måneder",
    "day_of_month": "Raten betales den",
    "least_instalment": "Mindste rate",
    "least_share": "Ulige rater: mindst så stor en del af en lige rate",
    "most_of_luft": "Ulige rater: højst så stor en del af månedens luft",
    "start_within_months": "Første rate kan vente så mange måneder",
    "pause_months": "Måneder uden rate",
    "late_days": "En rate er brudt efter så mange dage",
    "one_off_payments": "Engangspenge må bære en større rate",
    "most_one_off": "Største rate af engangspenge",
    "adult_per_week": "Første voksne",
    "further_adult_per_week": "Hver voksen mere",
    "child_per_week": "Hvert barn",
    "savings_per_month": "Opsparing i enhver plan",
    "balance_band": "Bælte om balancen, del af indtægten",
    "token_instalment": "Til hver anden kreditor",
    "municipal_adult": "Kommunens beløb, første voksne",
    "municipal_further_adult": "Kommunens beløb, hver voksen mere",
    "municipal_child": "Kommunens beløb, hvert barn",
    "cushion": "Stram, når laveste dag er under",
    "balance_days": "Saldoen må være så mange dage gammel",
    "answer_weeks": "Uger, en ansøgt ydelse er undervejs",
    "forlig": "Frivilligt forlig må bruges",
    "notice_days": "Dage til at betale, når udlejer har skrevet",
    "interest": "Ord om rente og gebyr",
    "signal_days": "Spørg til en rate efter så mange dage",
    "signal_kroner": "Så meget må en rate mangle",
    "follow_up_months": "Se på aftalen sammen efter så mange måneder",
    "consent_months": "Et samtykke gælder så mange måneder",
    "consent_soon_days": "Spørg igen så mange dage før",
}
"""What each value is called, in the window and in the file."""

MEANINGS: Mapping[str, str] = {
    "max_months": "Loftet for enhver plan, også den, udlejer siger ja til.",
    "day_of_month": "Dagen i måneden. Er banken lukket, gælder næste bankdag.",
    "pause_months": "Fx 7 og 12. Tom: rate hver måned.",
    "late_days": "Det samme tal står i aftalen.",
    "one_off_payments": "Fx feriepenge, som er bevilget og har en dag. Fra start: nej.",
    "most_one_off": "Tom: så meget, som pengene rækker.",
    "adult_per_week": "Til at leve for pr. uge: mad og alt det, der ikke er en fast regning.",
    "savings_per_month": "Lægges til side hver måned, før kreditorer får et tilbud.",
    "balance_band": "0,05 betyder: mangler der højst 5 %, kaldes det balance.",
    "token_instalment": "Når der ikke er mere tilbage. 0: intet tilbud.",
    "municipal_adult": "Kun til sammenligning. Tom: ingen sammenligning.",
    "cushion": "Planen holder, men bliver kaldt stram.",
    "forlig": "Kan give udlæg uden dom, og redder ikke boligen. Spørg en advokat først.",
    "notice_days": "0: hele resten kan kræves med det samme.",
    "interest": "Tom: ingen rente og ingen gebyrer. Programmet regner ingen. Med rente kan lov om kreditaftaler gælde.",
    "signal_days": "Før raten er brudt, så der er tid til at ringe.",
    "signal_kroner": "Regnes for betalt: det, der forsvinder ved afrunding.",
    "follow_up_months": "Fx 1, 3, 9, 12.",
    "consent_months": "Kan gøres kortere for hvert samtykke.",
}

UNITS: Mapping[str, str] = {
    **dict.fromkeys(("adult_per_week", "further_adult_per_week", "child_per_week"), "kr. om ugen"),
    **dict.fromkeys(("savings_per_month", "token_instalment"), "kr. om måneden"),
    **dict.fromkeys(("municipal_adult", "municipal_further_adult", "municipal_child"), "kr. om måneden"),
    **dict.fromkeys(("least_instalment", "most_one_off", "cushion", "signal_kroner"), "kr."),
    "max_months": "måneder",
    "start_within_months": "måneder",
    "answer_weeks": "uger",
    "consent_months": "måneder",
    "consent_soon_days": "dage",
    **dict.fromkeys(("late_days", "notice_days", "signal_days", "balance_days"), "dage"),
}

SECTIONS: Mapping[str, str] = {
    "plan": "Planen",
    "living": "Mindst til at leve for",
    "creditors": "De andre kreditorer",
    "municipality": "Kommunens beløb",
    "test": "Prøven",
    "agreement": "Aftalen",
    "follow_up": "Opfølgning",
    "consent": "Samtykke",
}

STANDARD = "Det er programmets eksempel. Det er ikke jeres politik, før I har gemt jeres egen."


def shown(key: str, value: Any) -> str:
    """One value as people read it, with its unit; "–" where there is none."""
    kind = next(field.kind for field in FIELDS if field.key == key)
    if value is None or value in ("", ()):
        return "–"
    if kind is Kind.YES_NO:
        return "ja" if value else "nej"
    if kind is Kind.COUNTS:
        return ", ".join(str(one) for one in value)
    unit = UNITS.get(key, "")
    figure = formats.amount(value) if kind is Kind.AMOUNT else _number(value)
    return f"{figure} {unit}".strip()


def approvals(rows: tuple[Approval, ...]) -> str:
    """`Op til 3 måneder: rådgiveren. Op til 12 måneder: udlejer.`"""
    said = [f"Op til {one.up_to_months} måneder: {one.by}." for one in sorted(rows, key=lambda one: one.up_to_months)]
    return " ".join(said) or "Ingen er sat til at godkende."


def changes(before: Policy, after: Policy, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What differs, one line each: `Højst så mange måneder: 12 måneder → 6 måneder`. Nothing of the version itself.
    `titles`: what the wordings are called, by their keys."""
    lines = [
        f"{TITLES[field.key]}: {shown(field.key, old)} → {shown(field.key, new)}"
        for field in FIELDS
        if (old := getattr(before, field.key)) != (new := getattr(after, field.key))
    ]
    if before.organisation != after.organisation:
        lines.append(f"Organisation: {before.organisation or '–'} → {after.organisation or '–'}")
    if before.approvals != after.approvals:
        lines.append(f"Godkendelse: {approvals(before.approvals)} → {approvals(after.approvals)}")
    return (*lines, *_reworded(before, after, titles or {}))


def _reworded(before: Policy, after: Policy, titles: Mapping[str, str]) -> tuple[str, ...]:
    old = {clause.id: clause.text for clause in before.wordings}
    new = {clause.id: clause.text for clause in after.wordings}
    differs = [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]
    return tuple(
        f"Ordene “{titles.get(key, key)}”: {'jeres egne' if key in new else 'programmets igen'}" for key in differs
    )


def older(made_under: str, now: str) -> str:
    """What is said of an agreement that was made under another version; "" where it is the same or nothing is known."""
    if not made_under or made_under == now:
        return ""
    return f"Aftalen er lavet efter politik {made_under}. Nu gælder {now}. Aftalen ændrer sig ikke af det."


def _number(value: Any) -> str:
    return formats.number(value) if isinstance(value, Decimal) else str(value)
