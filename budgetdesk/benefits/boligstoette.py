"""Boligstøtte: help with the rent, as boligsikring (boligstøtteloven § 22) or boligydelse (§ 21).

Law:  Boligstøtteloven (lov om individuel boligstøtte). Udbetaling Danmark decides.
Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.boligstoette_facts import LAW, Facts, Scheme
from budgetdesk.benefits.boligstoette_formula import Award, calculate, highest_income
from budgetdesk.benefits.boligstoette_notes import (
    DOCUMENTS,
    HOW_TO_APPLY,
    assumed,
    cannot_see,
    look_again,
    move_in_deadline,
)
from budgetdesk.benefits.boligstoette_reading import Reading, read
from budgetdesk.benefits.boligstoette_steps import income_beside_limit, steps
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.unknown import Spread, spread
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO

BENEFIT = "boligstoette"
TITLE = "Boligstøtte"
OWNED = ("ejer", "ejerbolig", "andel", "andelsbolig")
ORDINARY_SHARING = ("", "none", "roommates", "shared")


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What boligstøtte the household could get on `day`, kr/month. Never raises for a missing fact or figure."""
    if case.tenant is None:
        return without_tenant(BENEFIT, TITLE, day)
    try:
        _require_income_limit(day, rates)
        return _Work.begin(case, day, rates, mode).answer()
    except NoRateError as error:
        return without_rate(BENEFIT, TITLE, day, error)


def _require_income_limit(day: date, rates: Rates) -> None:
    """Raise NoRateError for the year's best-known figure, so that the sentence names it and not a lesser one."""
    series = [rates[LAW].series[f"{scheme}_indkomstgraense"] for scheme in Scheme]
    if not any(rate.start <= day <= rate.end for each in series for rate in each.rates):
        series[0].on(day)


@dataclass(frozen=True)
class _Work:
    """One assessment on its way: what was read, the range of the answer, and the figures used so far."""

    case: Case
    day: date
    rates: Rates
    figures: Figures
    reading: Reading
    range: Spread[Facts]

    @classmethod
    def begin(cls, case: Case, day: date, rates: Rates, mode: Mode) -> _Work:
        figures = Figures(rates, LAW, day)
        reading = read(case, day, figures, mode)
        trial = Figures(rates, LAW, day)
        found = spread(reading.facts, reading.gaps, lambda facts: calculate(facts, trial).per_month)
        if found.missing:
            figures.add(trial)
        return cls(case, day, rates, figures, reading, found)

    def answer(self) -> Assessment:
        """The answer: what the home rules out, what is not known, what is not settled in law, and else the amount."""
        excluded = self._excluded()
        if excluded is not None:
            return excluded
        if self.range.missing:
            return self._unknown(
                f"{TITLE} kan være relevant. Der mangler oplysninger, før beløbet kan regnes ud.", self.range.lowest
            )
        award = calculate(self.range.at_lowest, self.figures)
        if award.per_month == 0:
            return self._no(award)
        loft = self._loft()
        if loft is not None:
            return self._under_loft(award, loft)
        return self._yes(award)

    def _excluded(self) -> Assessment | None:
        """Homes that the law leaves out, or treats by rules that are not computed here (§§ 1-2 a, 6, 24 a)."""
        home = self.case.tenancy
        open_to_doubt = self.range.at_highest.scheme is Scheme.BOLIGYDELSE or self._may_be_pensioner()
        special = home.sharing not in ORDINARY_SHARING
        if home.kind in OWNED:
            if open_to_doubt or self.reading.facts.raised:
                return self._unknown("Boligstøtte til en ejet bolig kan være relevant, men kun som lån. Spørg.", ZERO)
            return self._ruled_out("Boligstøtte gives til lejere. Boligen er oplyst som ejet.", "§ 1")
        if not home.own_kitchen:
            if open_to_doubt or special:
                return self._unknown("Boligstøtte uden eget køkken kan være relevant i særlige boliger. Spørg.", ZERO)
            return self._ruled_out("Boligstøtte kræver en bolig med eget køkken.", "§ 6")
        if special:
            return self._unknown("Boligstøtte i bofællesskab kan være relevant, men har egne regler. Spørg.", ZERO)
        return None

    def _may_be_pensioner(self) -> bool:
        unsaid = any("pension_granted" in p or "income_base" in p for gap in self.reading.gaps for p in gap.paths)
        return unsaid or self.reading.facts.exempt_pension

    def _loft(self) -> Decimal | None:
        """Boligstøtteloftet for couples on forhøjet sats, kr/month: how it works is not settled, so never silent."""
        pair = couple(self.case)
        on_forhoejet = [p for p in pair if "kontanthjaelp_forhoejet" in lives_on(self.case, p, self.day)]
        if len(pair) == 1 or not on_forhoejet:
            return None
        try:
            return self.figures.take("boligstoetteloft")
        except NoRateError:  # before 1 July 2025 kontanthjælpsloftet applied instead; cannot_see says so
            return None

    def _yes(self, award: Award) -> Assessment:
        gets = self.case.tenancy.boligstoette.amount
        summary = f"{TITLE} kan være relevant: søg hos Udbetaling Danmark."
        if gets:
            summary = "Boligstøtte kan være relevant. I får den i dag: hold beløbet op mod udregningen."
        lines = steps(award, self.figures)
        if gets:
            lines = (*lines, Step("Boligstøtte, som I får i dag, pr. måned", "", gets))
        return self._assessment(Verdict.YES, summary, award.facts.scheme, steps=lines, amount_per_month=award.per_month)

    def _no(self, award: Award) -> Assessment:
        trial = Figures(self.rates, LAW, self.day)
        highest = highest_income(award, trial)
        self.figures.add(trial)
        summary = "Boligstøtte giver ikke noget i dag: indkomsten er for høj til boligen. Regn igen, hvis den falder."
        hope = LookAgain(None, "Hvis indkomsten falder under grænsen i udregningen.")
        if highest is None:
            summary = "Boligstøtte giver ikke noget i dag: boligudgiften er for lav. Regn igen, hvis huslejen stiger."
            hope = LookAgain(None, "Hvis huslejen stiger, eller husstanden bliver større.")
        answer = self._assessment(
            Verdict.NO,
            summary,
            award.facts.scheme,
            steps=(*steps(award, self.figures), *income_beside_limit(award, highest)),
            amount_per_month=ZERO,
        )
        return replace(answer, look_again=(*answer.look_again, hope))

    def _under_loft(self, award: Award, loft: Decimal) -> Assessment:
        lines = (*steps(award, self.figures), Step("Boligstøtteloft for par på forhøjet sats", "", loft))
        summary = "Boligstøtte kan være relevant, men boligstøtteloftet kan sætte den ned. Spørg Udbetaling Danmark."
        answer = self._assessment(
            Verdict.UNKNOWN,
            summary,
            award.facts.scheme,
            steps=lines,
            lowest=min(loft, award.per_month),
            highest=award.per_month,
        )
        note = (
            "Om boligstøtteloftet gælder jer: hele måneder som par på forhøjet sats. Loftets beløb er ikke bekræftet."
        )
        return replace(answer, cannot_see=(note, *answer.cannot_see))

    def _unknown(self, summary: str, lowest: Decimal) -> Assessment:
        ends = {self.range.at_lowest.scheme, self.range.at_highest.scheme}
        return self._assessment(
            Verdict.UNKNOWN,
            summary,
            ends.pop() if len(ends) == 1 else None,
            steps=(
                Step("Lavest mulige boligstøtte pr. måned", "", lowest),
                Step("Højest mulige boligstøtte pr. måned", "", self.range.highest),
            ),
            lowest=lowest,
            highest=self.range.highest,
            missing=self.range.missing,
        )

    def _ruled_out(self, summary: str, paragraph: str) -> Assessment:
        answer = self._assessment(
            Verdict.NO, summary, self.reading.facts.scheme, steps=(Step(summary, paragraph),), amount_per_month=ZERO
        )
        return replace(answer, look_again=(LookAgain(None, "Hvis I flytter til en anden bolig."),))

    def _assessment(
        self,
        verdict: Verdict,
        summary: str,
        scheme: Scheme | None,
        *,
        steps: tuple[Step, ...],
        amount_per_month: Decimal | None = None,
        lowest: Decimal | None = None,
        highest: Decimal | None = None,
        missing: tuple[str, ...] = (),
    ) -> Assessment:
        facts = self.range.at_highest
        notes = cannot_see(self.case, self.day, self.reading, facts, self.figures)
        again = look_again(self.case, self.day, self.reading, self.figures)
        deadline = move_in_deadline(self.case, self.day, self.figures)
        return Assessment(
            benefit=BENEFIT,
            title=TITLE,
            on=self.day,
            verdict=verdict,
            summary=summary,
            variant=scheme.value if scheme else "",
            amount_per_month=amount_per_month,
            lowest=lowest,
            highest=highest,
            steps=steps,
            rates_used=self.figures.used,
            assumed=assumed(self.case, self.day, self.reading, facts.mode),
            missing_facts=missing,
            look_again=(deadline, *again) if deadline else again,
            how_to_apply=HOW_TO_APPLY,
            documents_needed=DOCUMENTS,
            cannot_see=notes,
            vejledende=self.figures.vejledende,
        )
