"""The organisation's policy in words: what each value is called, what it means, and what a change of it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.planning.policy_fields import FIELDS, Kind

TITLES: Mapping[str, str] = {
    "max_months": N_("Højst så mange måneder"),
    "day_of_month": N_("Raten betales den"),
    "least_instalment": N_("Mindste rate"),
    "least_share": N_("Ulige rater: mindst så stor en del af en lige rate"),
    "most_of_luft": N_("Ulige rater: højst så stor en del af månedens luft"),
    "start_within_months": N_("Første rate kan vente så mange måneder"),
    "pause_months": N_("Måneder uden rate"),
    "late_days": N_("En rate er brudt efter så mange dage"),
    "one_off_payments": N_("Engangspenge må bære en større rate"),
    "most_one_off": N_("Største rate af engangspenge"),
    "adult_per_week": N_("Første voksne"),
    "further_adult_per_week": N_("Hver voksen mere"),
    "child_per_week": N_("Hvert barn"),
    "savings_per_month": N_("Opsparing i enhver plan"),
    "balance_band": N_("Bælte om balancen, del af indtægten"),
    "token_instalment": N_("Til hver anden kreditor"),
    "municipal_adult": N_("Kommunens beløb, første voksne"),
    "municipal_further_adult": N_("Kommunens beløb, hver voksen mere"),
    "municipal_child": N_("Kommunens beløb, hvert barn"),
    "cushion": N_("Stram, når laveste dag er under"),
    "balance_days": N_("Saldoen må være så mange dage gammel"),
    "answer_weeks": N_("Uger, en ansøgt ydelse er undervejs"),
    "forlig": N_("Frivilligt forlig må bruges"),
    "notice_days": N_("Dage til at betale, når udlejer har skrevet"),
    "interest": N_("Ord om rente og gebyr"),
    "signal_days": N_("Spørg til en rate efter så mange dage"),
    "signal_kroner": N_("Så meget må en rate mangle"),
    "follow_up_months": N_("Se på aftalen sammen efter så mange måneder"),
    "consent_months": N_("Et samtykke gælder så mange måneder"),
    "consent_soon_days": N_("Spørg igen så mange dage før"),
}
"""What each value is called, in the window and in the file."""

MEANINGS: Mapping[str, str] = {
    "max_months": N_("Loftet for enhver plan, også den, udlejer siger ja til."),
    "day_of_month": N_("Dagen i måneden. Er banken lukket, gælder næste bankdag."),
    "pause_months": N_("Fx 7 og 12. Tom: rate hver måned."),
    "late_days": N_("Det samme tal står i aftalen."),
    "one_off_payments": N_("Fx feriepenge, som er bevilget og har en dag. Fra start: nej."),
    "most_one_off": N_("Tom: så meget, som pengene rækker."),
    "adult_per_week": N_("Til at leve for pr. uge: mad og alt det, der ikke er en fast regning."),
    "savings_per_month": N_("Lægges til side hver måned, før kreditorer får et tilbud."),
    "balance_band": N_("0,05 betyder: mangler der højst 5 %, kaldes det balance."),
    "token_instalment": N_("Når der ikke er mere tilbage. 0: intet tilbud."),
    "municipal_adult": N_("Kun til sammenligning. Tom: ingen sammenligning."),
    "cushion": N_("Planen holder, men bliver kaldt stram."),
    "forlig": N_("Kan give udlæg uden dom, og redder ikke boligen. Spørg en advokat først."),
    "notice_days": N_("0: hele resten kan kræves med det samme."),
    "interest": N_(
        "Tom: ingen rente og ingen gebyrer. Programmet regner ingen. Med rente kan lov om kreditaftaler gælde."
    ),
    "signal_days": N_("Før raten er brudt, så der er tid til at ringe."),
    "signal_kroner": N_("Regnes for betalt: det, der forsvinder ved afrunding."),
    "follow_up_months": N_("Fx 1, 3, 9, 12."),
    "consent_months": N_("Kan gøres kortere for hvert samtykke."),
}

UNITS: Mapping[str, str] = {
    **dict.fromkeys(("adult_per_week", "further_adult_per_week", "child_per_week"), N_("kr. om ugen")),
    **dict.fromkeys(("savings_per_month", "token_instalment"), N_("kr. om måneden")),
    **dict.fromkeys(("municipal_adult", "municipal_further_adult", "municipal_child"), N_("kr. om måneden")),
    **dict.fromkeys(("least_instalment", "most_one_off", "cushion", "signal_kroner"), "kr."),
    "max_months": N_("måneder"),
    "start_within_months": N_("måneder"),
    "answer_weeks": N_("uger"),
    "consent_months": N_("måneder"),
    "consent_soon_days": N_("dage"),
    **dict.fromkeys(("late_days", "notice_days", "signal_days", "balance_days"), N_("dage")),
}

SECTIONS: Mapping[str, str] = {
    "plan": N_("Planen"),
    "living": N_("Mindst til at leve for"),
    "creditors": N_("De andre kreditorer"),
    "municipality": N_("Kommunens beløb"),
    "test": N_("Prøven"),
    "agreement": N_("Aftalen"),
    "follow_up": N_("Opfølgning"),
    "consent": N_("Samtykke"),
}

STANDARD = N_("Det er programmets eksempel. Det er ikke jeres politik, før I har gemt jeres egen.")


def shown(key: str, value: Any) -> str:
    """One value as people read it, with its unit; "–" where there is none."""
    kind = next(field.kind for field in FIELDS if field.key == key)
    if value is None or value in ("", ()):
        return "–"
    if kind is Kind.YES_NO:
        return _("ja") if value else _("nej")
    if kind is Kind.COUNTS:
        return ", ".join(str(one) for one in value)
    unit = _(UNITS.get(key, ""))
    figure = formats.amount(value) if kind is Kind.AMOUNT else _number(value)
    return f"{figure} {unit}".strip()


def approvals(rows: tuple[Approval, ...]) -> str:
    """`Op til 3 måneder: rådgiveren. Op til 12 måneder: udlejer.`"""
    said = [
        _("Op til {up_to_months} måneder: {by}.").format(up_to_months=one.up_to_months, by=one.by)
        for one in sorted(rows, key=lambda one: one.up_to_months)
    ]
    return " ".join(said) or _("Ingen er sat til at godkende.")


def changes(before: Policy, after: Policy, titles: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What differs, one line each: `Højst så mange måneder: 12 måneder → 6 måneder`. Nothing of the version itself.
    `titles`: what the wordings are called, by their keys."""
    lines = [
        f"{translated(TITLES)[field.key]}: {shown(field.key, old)} → {shown(field.key, new)}"
        for field in FIELDS
        if (old := getattr(before, field.key)) != (new := getattr(after, field.key))
    ]
    if before.organisation != after.organisation:
        lines.append(
            _("Organisation: {organisation} → {organisation_2}").format(
                organisation=before.organisation or "–", organisation_2=after.organisation or "–"
            )
        )
    if before.approvals != after.approvals:
        lines.append(
            _("Godkendelse: {approvals} → {approvals_2}").format(
                approvals=approvals(before.approvals), approvals_2=approvals(after.approvals)
            )
        )
    return (*lines, *_reworded(before, after, titles or {}))


def _reworded(before: Policy, after: Policy, titles: Mapping[str, str]) -> tuple[str, ...]:
    old = {clause.id: clause.text for clause in before.wordings}
    new = {clause.id: clause.text for clause in after.wordings}
    differs = [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]
    return tuple(
        (_("Ordene “{get}”: jeres egne") if key in new else _("Ordene “{get}”: programmets igen")).format(
            get=titles.get(key, key)
        )
        for key in differs
    )


def older(made_under: str, now: str) -> str:
    """What is said of an agreement that was made under another version; "" where it is the same or nothing is known."""
    if not made_under or made_under == now:
        return ""
    return _("Aftalen er lavet efter politik {made_under}. Nu gælder {now}. Aftalen ændrer sig ikke af det.").format(
        made_under=made_under, now=now
    )


def _number(value: Any) -> str:
    return formats.number(value) if isinstance(value, Decimal) else str(value)
