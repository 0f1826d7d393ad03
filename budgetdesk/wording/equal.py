"""The report about equal treatment in words: households in coarse steps, differences as questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.planning.equal import Bands, Difference, Likeness, Treated
from budgetdesk.planning.plan import PlanVerdict

REST = N_("Øvrige husstande")
REST_WHY = N_("Så få, der ligner hinanden, at de ikke bliver vist hver for sig. De bliver ikke sammenlignet.")
SAME = N_("Ingen forskelle at spørge til.")
TITLE = N_("Ens husstande, ens behandling")
LEAD = N_(
    "Husstande, der ligner hinanden, står sammen. Ingen navne, ingen sagsnumre, kun grove tal. "
    "En forskel er et spørgsmål, ikke en fejl."
)
COLUMNS = (
    N_("Planen"),
    N_("Måneder"),
    N_("At leve for, pr. person om ugen"),
    N_("Udlejers ja"),
    N_("Godkendt af"),
    N_("Forudsætninger"),
)
VERDICTS: Mapping[PlanVerdict, str] = {
    PlanVerdict.HOLDS: N_("holder"),
    PlanVerdict.TIGHT: N_("holder lige"),
    PlanVerdict.HOLDS_IF: N_("holder, hvis"),
    PlanVerdict.BREAKS: N_("holder ikke"),
}


def household(like: Likeness | None, bands: Bands) -> str:
    """`Én voksen, 1-2 børn. Indtægt 20.000-25.000 kr. Restance 5.000-10.000 kr.`"""
    if like is None:
        return _(REST)
    adults = ngettext("Én voksen", "To voksne eller flere", like.adults)
    income = _("Indtægt {between}").format(between=_between(bands.income_steps, like.income))
    arrears = _("Restance {between}").format(between=_between(bands.arrears_steps, like.arrears))
    return " ".join(_closed(said) for said in (f"{adults}, {_children(bands, like.children)}", income, arrears))


def row(of: Treated) -> tuple[str, ...]:
    """One case, as in `COLUMNS`."""
    known = [answer for _rest, answer in of.answers]
    answered = sum(answer is not None for answer in known)
    return (
        translated(VERDICTS)[of.verdict] + ("" if of.chosen or not of.months else _(" (forslag)")),
        str(of.months) if of.months else "–",
        formats.kroner(of.living_per_person),
        _("ja") if of.accepted else _("ikke endnu"),
        of.approved_by or "–",
        _("{answered} af {count} svaret").format(answered=answered, count=len(known)),
    )


def difference(of: Difference, titles: Mapping[str, str]) -> str:
    """One difference as a sentence."""
    first, last = (of.values[0], of.values[-1]) if of.values else ("", "")
    match of.kind:
        case "verdict":
            return _("Planen holder for nogle og ikke for andre. Hvad er forskellen?")
        case "months":
            return _("Planerne er fra {first} til {last} måneder. Hvorfor så forskellige?").format(
                first=first, last=last
            )
        case "living":
            return _("Der er sat fra {first} til {last} af pr. person. Er det efter politikken?").format(
                first=_kroner(first), last=_kroner(last)
            )
        case "premise":
            return _("Nogle har et svar, andre ikke: {get}").format(get=titles.get(of.of, of.of))
        case "approval":
            return _("Planerne er godkendt af forskellige: {values}.").format(values=", ".join(of.values))
        case _:
            return _("Sagerne er regnet efter forskellige politikker: {values}.").format(values=", ".join(of.values))


def summary(cases: int, alike: int, asked: int) -> str:
    """`42 sager. 30 ligner andre. 4 grupper har forskelle at spørge til.`"""
    found = (
        _("Ingen grupper har")
        if not asked
        else _("1 gruppe har")
        if asked == 1
        else _("{asked} grupper har").format(asked=asked)
    )
    many = ngettext("{cases} sag med restance", "{cases} sager med restance", cases).format(cases=cases)
    return _("{many}. {alike} ligner andre. {found} forskelle at spørge til.").format(
        many=many, alike=alike, found=found
    )


def csv_row(like: Likeness | None, of: Treated, bands: Bands, keys: Sequence[str]) -> tuple[str, ...]:
    """One line of the table file; the premises by their keys, `ja`, `nej` or empty."""
    answers = dict(of.answers)
    words = {True: "ja", False: "nej", None: ""}
    return (household(like, bands), *row(of)[:5], of.policy_version, *(words[answers.get(key)] for key in keys))


def _children(bands: Bands, step: int) -> str:
    edges = bands.children_steps
    if step == 0:
        return _("ingen børn")
    low, high = edges[step - 1], edges[step] - 1 if step < len(edges) else None
    return (
        _("{low} børn eller flere").format(low=low)
        if high is None
        else _("{low} barn").format(low=low)
        if low == high == 1
        else _("{low}-{high} børn").format(low=low, high=high)
    )


def _between(edges: Sequence[int], step: int) -> str:
    if step == 0:
        return _("under {edges}").format(edges=_kroner(str(edges[0])))
    if step == len(edges):
        return _("{edges} eller mere").format(edges=_kroner(str(edges[-1])))
    return f"{formats.number(edges[step - 1])}-{_kroner(str(edges[step]))}"


def _kroner(amount: str) -> str:
    return formats.kroner(Decimal(amount)).removesuffix(".") + "."


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
