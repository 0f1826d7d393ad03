"""§ 34, særlig støtte: repealed; computed for the months in which it existed, and the truth about today.

Law:  Lov om aktiv socialpolitik § 34; repealed by lov nr. 1655 af 30.12.2024 (kontanthjælp, 1 July 2025) and
      lov nr. 1750 af 29.12.2025 (everybody else, during 2026).
Spec: docs/benefits/paragraf_34.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import KONTANTHJAELP, couple, lives_on
from budgetdesk.benefits.paragraf_34_claims import OUTSIDE, BackClaim, back_claims, children_of
from budgetdesk.benefits.paragraf_34_cost import housing_cost
from budgetdesk.benefits.paragraf_34_formula import LAW, Children, Result34, threshold
from budgetdesk.benefits.paragraf_34_month import income_before, most_of_month, unsaid_income_before
from budgetdesk.benefits.paragraf_34_texts import (
    CHECKLIST,
    CLAIM_DOCUMENTS,
    CLAIM_NOTES,
    FACTS_NOT_IN_CASE,
    HOW_TO_APPLY,
    HOW_TO_CLAIM,
    INSTEAD,
    REPEALED,
)
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import Month
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "paragraf_34"
BEK = "BEK 1975/2020 §§ 3-7"
NOT_WORKED = Step(N_("Månederne regnes ud, når indtægten før ændringen eller den støtte, I fik, er skrevet"), BEK)
TITLE = N_("Særlig støtte (§ 34)")

# Lov nr. 1655/2024 in force 1 July 2025. Lov nr. 1750/2025 has two days of commencement, 1 February and 1 July 2026;
# which of them carries the repeal is not known, so January 2026 is the last month that is certainly under the old law.
LAST_DAY_KONTANTHJAELP = date(2025, 6, 30)
LAST_CERTAIN_DAY = date(2026, 1, 31)
LAST_DOUBTFUL_DAY = date(2026, 6, 30)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Whether § 34 is worth asking about on `day`: kr/month while it existed, and past months that can be claimed."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    try:
        if day > LAST_DOUBTFUL_DAY or (day > LAST_DAY_KONTANTHJAELP and _kontanthjaelp(case, day)):
            return _repealed(case, day, rates)
        if day > LAST_CERTAIN_DAY:
            return _in_doubt(case, day, rates)
        return _while_it_existed(case, day, rates)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _kontanthjaelp(case: Case, day: date) -> bool:
    return any(lives_on(case, person, day) & set(KONTANTHJAELP) for person in couple(case))


def _last_month(case: Case) -> Month:
    """The last month of § 34 for this household: it ended earlier for kontanthjælp."""
    if _kontanthjaelp(case, LAST_DAY_KONTANTHJAELP):
        return Month.of(LAST_DAY_KONTANTHJAELP)
    return Month.of(LAST_CERTAIN_DAY)


def _repealed(case: Case, day: date, rates: Rates) -> Assessment:
    """No; what came instead, and the past months that live on, until the last of them has lapsed."""
    figures = Figures(rates, LAW, day)
    try:
        claims = back_claims(case, day, _last_month(case), rates, figures)
    except NoRateError:  # the figure ends when every claim has
        claims = ()
    summary = _("§ 34 er ophævet. § 81 og § 81 a kan være relevante i stedet.")
    if claims:
        summary = _("§ 34 er ophævet. Fik I for lidt i ældre måneder, kan et krav være relevant: se månederne.")
    steps = (translated(REPEALED), translated(INSTEAD), *_by_year(claims), *_by_month(claims))
    answer = _answer(day, Verdict.NO, summary, figures, steps=steps)
    return replace(
        answer,
        amount_per_month=ZERO,
        look_again=_claim_days(claims),
        how_to_apply=_(HOW_TO_CLAIM) if claims else "",
        documents_needed=translated(CLAIM_DOCUMENTS) if claims else (),
        cannot_see=translated(CLAIM_NOTES) if any(claim.short for claim in claims) else (),
    )


def _in_doubt(case: Case, day: date, rates: Rates) -> Assessment:
    """February to June 2026: which day carried the repeal is not known. No estimate."""
    figures = Figures(rates, LAW, day)
    claims = back_claims(case, day, _last_month(case), rates, figures)
    summary = _("§ 34 er ved at blive ophævet. Det kan være relevant at afklare en overgangsregel med kommunen.")
    answer = _answer(
        day,
        Verdict.UNKNOWN,
        summary,
        figures,
        steps=(translated(REPEALED), translated(INSTEAD), *_by_year(claims), *_by_month(claims)),
    )
    hope = LookAgain(LAST_DOUBTFUL_DAY, _("Sidste dag, hvor en overgangsregel kan gælde uden en løbende sag."))
    return replace(answer, look_again=(hope, *_claim_days(claims)), missing_facts=_unsaid_base(case, day))


def _while_it_existed(case: Case, day: date, rates: Rates) -> Assessment:
    figures = Figures(rates, LAW, day)
    pair = couple(case)
    bases = [lives_on(case, person, day) for person in pair]
    if all(found and found <= OUTSIDE for found in bases):
        return _outside(day, figures)
    limit = figures.compare("formue_enlig" if len(pair) == 1 else "formue_par")
    if case.wealth.liquid > limit:
        figures.rest_on("formue_enlig" if len(pair) == 1 else "formue_par")
        return _too_wealthy(case, day, figures, limit)
    return _by_housing_cost(case, day, figures)


def _by_housing_cost(case: Case, day: date, figures: Figures) -> Assessment:
    """The housing cost against the threshold: below it no, above it up to the difference."""
    children = children_of(case, day, figures)
    providers: tuple[Children, ...] = (children,) * len(couple(case))
    lines, missing = housing_cost(case, day)
    cost = max(ZERO, sum((line.amount or ZERO for line in lines), ZERO))
    limit = sum((threshold(each, figures) for each in providers), ZERO)
    if cost <= limit and not missing:
        return _below(day, figures, lines, cost, limit)
    result = most_of_month(case, day, cost, children, figures)
    if not result.amount and not missing:
        return _capped(day, figures, lines, result)
    rent_missing = case.tenancy.rent_per_month is None
    told = income_before(case) is not None
    return replace(
        _answer(
            day,
            Verdict.UNKNOWN,
            _("§ 34 kan være relevant for den måned: kommunen skal kende jeres indtægt før og efter."),
            figures,
            steps=(*lines, *(() if rent_missing else _shown(result))),
        ),
        lowest=ZERO,
        highest=None if missing else result.amount,
        missing_facts=(*missing, *_unsaid_base(case, day), *unsaid_income_before(case)),
        cannot_see=translated(FACTS_NOT_IN_CASE)[1:] if told else translated(FACTS_NOT_IN_CASE),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(CLAIM_DOCUMENTS),
    )


def _shown(result: Result34) -> tuple[Step, ...]:
    """The sum without what the case cannot tell: income above help alone, and the amount itself."""
    return (*result.steps[:3], *result.steps[4:-1])


def _capped(day: date, figures: Figures, lines: tuple[Step, ...], result: Result34) -> Assessment:
    """The income of the month leaves no room under the cap of the earlier income (BEK § 6): every way gives no."""
    summary = _("§ 34 giver ikke noget: indtægten er over loftet for tidligere indtægt.")
    answer = _answer(day, Verdict.NO, summary, figures, steps=(*lines, *_shown(result), result.steps[-1]))
    return replace(
        answer,
        amount_per_month=ZERO,
        look_again=(LookAgain(None, _("Hvis indtægten falder, mens reglen gælder.")),),
    )


def _below(day: date, figures: Figures, lines: tuple[Step, ...], cost: Decimal, limit: Decimal) -> Assessment:
    steps = (
        *lines,
        Step(_("Jeres nettoboligudgift pr. måned"), "BEK 1975/2020 § 4", cost),
        Step(_("Grænsebeløb pr. måned"), "BEK 1975/2020 § 3", limit),
    )
    answer = _answer(day, Verdict.NO, _("§ 34 giver ikke noget: boligudgiften er under grænsen."), figures, steps=steps)
    return replace(
        answer,
        amount_per_month=ZERO,
        look_again=(LookAgain(None, _("Hvis boligudgiften stiger over grænsen, mens reglen gælder.")),),
    )


def _outside(day: date, figures: Figures) -> Assessment:
    summary = _("§ 34 gælder ikke for folkepension, førtidspension, efterløn og SU.")
    answer = _answer(day, Verdict.NO, summary, figures, steps=(Step(summary, "§ 34"),))
    return replace(
        answer, amount_per_month=ZERO, look_again=(LookAgain(None, _("Hvis indtægten kommer et andet sted fra.")),)
    )


def _too_wealthy(case: Case, day: date, figures: Figures, limit: Decimal) -> Assessment:
    steps = (
        Step(_("Jeres likvide formue"), "§ 14", case.wealth.liquid),
        Step(_("Højeste likvide formue"), "§ 14", limit),
    )
    answer = _answer(day, Verdict.NO, _("§ 34 giver ikke noget: formuen er over grænsen."), figures, steps=steps)
    return replace(
        answer, amount_per_month=ZERO, look_again=(LookAgain(None, _("Hvis formuen falder under grænsen.")),)
    )


def _unsaid_base(case: Case, day: date) -> tuple[str, ...]:
    return tuple(f"persons[{p.id}].income_base" for p in couple(case) if not lives_on(case, p, day))


def _by_year(claims: tuple[BackClaim, ...]) -> tuple[Step, ...]:
    """Each year's own threshold for this household; a year may hold several when a child is born or grows up."""
    found = dict.fromkeys((c.month.year, c.threshold) for c in claims if c.threshold is not None)
    return tuple(
        Step(_("Grænsebeløb pr. måned i {year}").format(year=year), "BEK 1975/2020 § 3", amount)
        for year, amount in found
    )


def _by_month(claims: tuple[BackClaim, ...]) -> tuple[Step, ...]:
    """Each month that could hold something, with its last day to claim, and the sum of them; oldest first."""
    worked = [(claim, claim.short) for claim in claims if claim.short]
    lines = [
        Step(
            _("{month}, sidste dag {last_day}: højst").format(
                month=formats.month(claim.month).capitalize(), last_day=f"{claim.last_day:%d.%m.%Y}"
            ),
            BEK,
            short,
        )
        for claim, short in worked
    ]
    if not lines:
        return (translated(NOT_WORKED),) if claims else ()
    total = sum((short for _rest, short in worked if short is not None), ZERO)
    return (*lines, Step(_("I alt højst for de måneder, der kan kræves (engangsbeløb)"), "Forældelsesloven § 3", total))


def _claim_days(claims: tuple[BackClaim, ...]) -> tuple[LookAgain, ...]:
    if not claims:
        return ()
    first, last = claims[0], claims[-1]
    lapse = _("Sidste dag for krav om {month}. Derefter falder én måned bort ad gangen.").format(
        month=formats.month(first.month)
    )
    end = _("Sidste dag for krav om {month}. Derefter er alle krav forældet.").format(month=formats.month(last.month))
    return LookAgain(first.last_day, lapse), LookAgain(last.last_day, end)


def _answer(day: date, verdict: Verdict, summary: str, figures: Figures, *, steps: tuple[Step, ...]) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=verdict,
        summary=summary,
        steps=steps,
        rates_used=figures.used,
        checklist=translated(CHECKLIST),
        vejledende=figures.vejledende,
    )
