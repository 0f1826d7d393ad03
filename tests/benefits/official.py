"""The official calculator's results for 2026, and a household for each row of them."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from budgetdesk.benefits.boligstoette_facts import Scheme
from budgetdesk.household.case import Case, Income, IncomeBase, Person, Tenancy, Wealth
from budgetdesk.household.words import Heating, Role, Tax

DAY = date(2026, 11, 20)
FILE = Path(__file__).parent / "official_2026.csv"


@dataclass(frozen=True)
class OfficialResult:
    """One row: what was typed into boligstoette.dk, and what it answered (kr/month)."""

    scheme: Scheme
    adults: int
    income_month: Decimal
    rent_month: Decimal
    area_m2: Decimal
    net_wealth: Decimal
    heat_paid_separately: bool
    benefit_month: Decimal

    def __str__(self) -> str:
        heat = "heat apart" if self.heat_paid_separately else "heat in rent"
        return (
            f"{self.scheme} {self.adults} {self.income_month} {self.rent_month} {self.area_m2} {self.net_wealth} {heat}"
        )


def rows() -> tuple[OfficialResult, ...]:
    """Every row of the file."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return tuple(
        OfficialResult(
            scheme=Scheme(row["scheme"]),
            adults=int(row["adults"]),
            income_month=Decimal(row["income_month"]),
            rent_month=Decimal(row["rent_month"]),
            area_m2=Decimal(row["area_m2"]),
            net_wealth=Decimal(row["net_wealth"]),
            heat_paid_separately=row["heat_paid_separately"] == "yes",
            benefit_month=Decimal(row["benefit_month"]),
        )
        for row in csv.DictReader(lines)
    )


def case_of(row: OfficialResult) -> Case:
    """The household of a row: one income for all, folkepension where the scheme is boligydelse."""
    pension = row.scheme is Scheme.BOLIGYDELSE
    born = date(1950, 5, 1) if pension else date(1985, 5, 1)
    bases = (IncomeBase(base="folkepension" if pension else "loen"),)
    people = tuple(
        Person(id=f"p{n}", role=Role.TENANT if n == 1 else Role.PARTNER, born=born, income_base=bases)
        for n in range(1, row.adults + 1)
    )
    return Case(
        persons=people,
        tenancy=Tenancy(
            rent_per_month=row.rent_month,
            area_m2=row.area_m2,
            heating=Heating.SEPARATE if row.heat_paid_separately else Heating.IN_RENT,
        ),
        income=(Income(id="i1", person="p1", kind="personlig_indkomst", amount=row.income_month, tax=Tax.GROSS),),
        wealth=Wealth(net=row.net_wealth),
    )
