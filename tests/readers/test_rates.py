"""The figures of the law: the files that ship load, and a file that breaks a rule is refused by name."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from budgetdesk.benefits.rates import Confidence
from budgetdesk.errors import NoRateError, RatesFileError
from budgetdesk.readers.rates import load_rates

GOOD = """
law = "Eksempelloven"
eli = "https://example.org"

[beloeb]
name = "Et beløb"
unit = "kr/måned"
paragraph = "§ 1"
unknown = [ { from = 2025-02-01, to = 2025-12-31, why = "ikke fundet" } ]

[[beloeb.values]]
from = 2025-01-01
to = 2025-01-31
value = 91.50
source = "LBK 1"
confidence = "primary"
checked = 2026-11-20

[[beloeb.values]]
from = 2026-01-01
to = 2026-12-31
value = 92
source = "LBK 2"
confidence = "derived"
checked = 2026-11-20
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "eksempel.toml").write_text(text, "utf-8")
    return tmp_path


def test_reads_a_figure_exactly_with_its_days_and_confidence(tmp_path):
    law = load_rates(folder_with(tmp_path, GOOD))["eksempel"]

    rate = law.on("beloeb", date(2025, 1, 31))

    assert (law.title, law.url) == ("Eksempelloven", "https://example.org")
    assert (rate.value, rate.start, rate.end) == (Decimal("91.50"), date(2025, 1, 1), date(2025, 1, 31))
    assert (rate.confidence, rate.unit, rate.paragraph) == (Confidence.PRIMARY, "kr/måned", "§ 1")
    assert isinstance(law.on("beloeb", date(2026, 5, 1)).value, Decimal)


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 2, 1), date(2025, 12, 31), date(2027, 1, 1)], ids=str)
def test_has_no_figure_before_the_first_in_a_declared_gap_or_after_the_last_day(tmp_path, day):
    law = load_rates(folder_with(tmp_path, GOOD))["eksempel"]

    with pytest.raises(NoRateError, match=f"{day:%d.%m.%Y}"):
        law.on("beloeb", day)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2025-02-01, to = 2025-12-31", "2025-02-02, to = 2025-12-31", "mangler en værdi fra 01.02.2025"),
        ("2025-02-01, to = 2025-12-31", "2025-02-01, to = 2025-12-30", "mangler en værdi fra 31.12.2025"),
        ("2025-02-01, to = 2025-12-31", "2025-01-31, to = 2025-12-31", "to værdier dækker 31.01.2025"),
        ("from = 2026-01-01", "from = 2025-12-31", "to værdier dækker 31.12.2025"),
        ("to = 2026-12-31\n", "", "“to” mangler"),
        ("from = 2026-01-01\n", "", "“from” mangler"),
        ('source = "LBK 2"\n', "", "“source” mangler"),
        ('confidence = "derived"\n', "", "“confidence” mangler"),
        ('confidence = "derived"', 'confidence = "sure"', "“sure” kendes ikke"),
        ("value = 92", 'value = 92\nnote = "x"', "“note” kendes ikke"),
        ('paragraph = "§ 1"', 'paragraph = "§ 1"\nheading = "x"', "“heading” kendes ikke"),
        ('paragraph = "§ 1"\n', "", "“paragraph” mangler"),
        ('unit = "kr/måned"', 'unit = "kroner"', "“kroner” kendes ikke"),
        ("value = 92", "value = 9.2e1", "almindelige cifre"),
        ("value = 92", "value = inf", "almindelige cifre"),
        ("value = 92", "value = nan", "almindelige cifre"),
        ("value = 92", 'value = "92"', "skal være et tal"),
        ("value = 92", "value = true", "skal være et tal"),
        ("value = 92", "value = -92", "negativ"),
        ("to = 2026-12-31", "to = 2025-12-31", "slutter 31.12.2025, før den begynder"),
        ("checked = 2026-11-20\n\n", 'checked = "i går"\n\n', "skal være en dag"),
        ("from = 2026-01-01", "from = 2026-01-01T00:00:00", "skal være en dag"),
        ('why = "ikke fundet"', 'why = ""', "“why” skal være en tekst"),
        ("value = 92", "value = 1_000_000_000", "er for meget i enheden “kr/måned”"),
        ('unit = "kr/måned"', 'unit = "kr/km"', "91.50 er for meget i enheden “kr/km”"),
        ('unit = "kr/måned"', 'unit = "dage"', "91.50 skal være et helt tal i enheden “dage”"),
        ('law = "Eksempelloven"\n', "", "“law” mangler"),
        ('law = "Eksempelloven"', 'law = "Eksempelloven"\nyear = 2026', "“year” kendes ikke"),
        ('law = "Eksempelloven"', "law = ", "kan ikke læses"),
    ],
)
def test_refuses_a_broken_file_and_says_which_and_what(tmp_path, old, new, said):
    assert old in GOOD
    folder = folder_with(tmp_path, GOOD.replace(old, new))

    with pytest.raises(RatesFileError, match=r"eksempel\.toml") as refused:
        load_rates(folder)

    assert said in str(refused.value)


def test_refuses_values_out_of_order_and_a_figure_without_values(tmp_path):
    head, first, second = GOOD.split("[[beloeb.values]]")
    with pytest.raises(RatesFileError, match="tidens orden"):
        load_rates(folder_with(tmp_path, "[[beloeb.values]]".join([head, second, first])))

    with pytest.raises(RatesFileError, match="ingen værdier"):
        load_rates(folder_with(tmp_path, head + "values = []\n"))


def test_refuses_more_than_all_of_it_in_per_cent(tmp_path):
    most = GOOD.replace('unit = "kr/måned"', 'unit = "pct"')

    assert load_rates(folder_with(tmp_path, most.replace("value = 92", "value = 100")))
    with pytest.raises(RatesFileError, match="101 er for meget i enheden “pct”"):
        load_rates(folder_with(tmp_path, most.replace("value = 92", "value = 101")))


KNOWN = GOOD.replace("[beloeb]", "[known]\nfrom = 2025-01-01\nto = 2026-12-31\n\n[beloeb]")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[known]\nfrom = 2025-01-01", "[known]\nfrom = 2024-01-01", "mangler en værdi fra 01.01.2024 til 31.12.2024"),
        ("to = 2026-12-31\n\n[beloeb]", "to = 2027-06-30\n\n[beloeb]", "fra 01.01.2027 til 30.06.2027"),
        ("to = 2026-12-31\n\n[beloeb]", 'to = 2026-12-31\nwhy = "x"\n\n[beloeb]', "“why” kendes ikke"),
        ("[known]\nfrom = 2025-01-01\n", "[known]\n", "“from” mangler"),
        ("[known]\nfrom = 2025-01-01\nto = 2026-12-31\n", "known = 2026\n", "“known” skal være en periode"),
    ],
)
def test_refuses_a_figure_that_is_silent_within_the_days_its_file_vouches_for(tmp_path, old, new, said):
    assert old in KNOWN
    assert load_rates(folder_with(tmp_path, KNOWN))["eksempel"].known == (date(2025, 1, 1), date(2026, 12, 31))
    folder = folder_with(tmp_path, KNOWN.replace(old, new))

    with pytest.raises(RatesFileError, match=r"eksempel\.toml") as refused:
        load_rates(folder)

    assert said in str(refused.value)


def test_a_figure_that_was_repealed_needs_no_value_afterwards(tmp_path):
    longer = KNOWN.replace("to = 2026-12-31\n\n[beloeb]", "to = 2027-06-30\n\n[beloeb]")
    gone = longer.replace('paragraph = "§ 1"', 'paragraph = "§ 1"\nrepealed = 2027-01-01')

    assert load_rates(folder_with(tmp_path, gone))["eksempel"].series["beloeb"].repealed == date(2027, 1, 1)


def test_refuses_a_folder_without_figures(tmp_path):
    with pytest.raises(RatesFileError, match="ingen satser"):
        load_rates(tmp_path)


def test_every_figure_that_ships_has_a_last_day_and_a_source():
    for law in load_rates().values():
        for series in law.series.values():
            assert series.rates, series.name
            assert all(rate.start <= rate.end and rate.source for rate in series.rates), series.name


def test_every_law_that_ships_vouches_for_the_years_from_2021_to_2026():
    for law in load_rates().values():
        assert law.known is not None, law.key
        assert law.known[0] <= date(2021, 1, 1), law.key
        assert law.known[1] >= date(2026, 12, 31), law.key


def test_no_figure_of_boligstoette_is_carried_into_a_year_we_have_not_read():
    law = load_rates()["boligstoette"]
    last = max(rate.end for series in law.series.values() for rate in series.rates)

    for name in law.series:
        with pytest.raises(NoRateError):
            law.on(name, last + timedelta(days=1))


def _base_amounts() -> list[tuple[str, Decimal, int]]:
    """§ 72's base amounts and the step each is rounded to (quarter kroner written as 4 to the krone)."""
    hundred = [
        ("indkomstgraense", 111600),
        ("indkomstgraense_pr_barn", 29400),
        ("boligudgift_hoejst", 62600),
        ("formue_10", 587500),
        ("formue_20", 1175100),
    ]
    return [(name, Decimal(base), 100) for name, base in hundred] + [("hoejst", Decimal(33036), 12)]


@pytest.mark.parametrize(("scheme", "factor"), [("boligsikring", "1.52583"), ("boligydelse", "1.80479")])
@pytest.mark.parametrize(("name", "base", "step"), _base_amounts())
def test_the_figures_of_2026_are_the_base_amounts_of_paragraph_72_times_one_factor(scheme, factor, name, base, step):
    rate = load_rates()["boligstoette"].on(f"{scheme}_{name}", date(2026, 11, 20))

    assert abs(rate.value - base * Decimal(factor)) <= Decimal(step) / 2
