"""Promises about the shape of the program, and proof that breaking one of them is noticed."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "budgetdesk"
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
CALCULATING = ("benefits", "planning", "casework")
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

LIKELY_ENDS = (5_000, 10_000, 15_000, 20_000, 30_000, 40_000, 60_000)
NO_FIGURES_OF_LAW = {
    ("benefits/boligstoette_correction.py", 1000): "a round example of a wrong income",
    ("benefits/boligstoette_income.py", 1_000_000): "end of a search: no household earns more",
    ("benefits/boligstoette_reading.py", 100_000): "a dearer rent is a slip of the finger",
    ("benefits/boligstoette_reading.py", 400): "a larger home (m2) is a slip of the finger",
    ("benefits/boligstoette_reading.py", 7_000): "where to begin a search in rents and incomes",
    ("benefits/boligstoette_reading.py", 14_000): "where to begin a search in rents and incomes",
    ("benefits/boligstoette_reading.py", 24_000): "where to begin a search in rents and incomes",
    **{
        ("benefits/fact_ends.py", end): "an end of what is likely, to try which question is worth asking"
        for end in (140, 200, 220, 500, 2_000, 3_000, 4_500, *LIKELY_ENDS, 200_000, 2_000_000)
    },
    ("benefits/fact_ends.py", 366): "days in the longest year",
    ("benefits/figures.py", 100): "per cent",
    ("benefits/narrowing.py", 2_000): "how much a doubt without an upper end weighs among the others",
    ("benefits/rate_changes.py", 100): "per cent",
    ("benefits/rate_changes.py", 366): "days in the longest year",
    ("casework/benefit_days.py", 366): "days in the longest year",
    ("casework/scenarios.py", 100): "per cent",
    ("planning/closing.py", 100): "øre in a krone",
    ("planning/due_days.py", 366): "days in the longest year",
    ("planning/everyday.py", 200): "how many answers are remembered",
    ("planning/family.py", 100): "how many answers are remembered",
    ("planning/finder.py", 1200): "øre in a krone, times the months of a year",
    ("planning/debt_interest.py", 100): "per cent",
    ("planning/debt_rules.py", 100): "per cent",
    ("planning/loans.py", 100): "per cent",
    ("planning/loans.py", 400): "steps of a search for the rate",
    ("planning/loans.py", 500): "steps of a search for a second answer",
    ("planning/loans.py", 2_700): "payments a loan may have: weekly for half a century",
    ("casework/house.py", 600): "characters of an organisation's own text: more does not fit a page",
    ("planning/refinancing.py", 600): "months a loan may take: half a century",
    ("planning/refinancing.py", 1_000): "per cent a year: a higher one is a slip of the finger",
    ("planning/refinancing.py", 1_200): "per cent and months: a yearly rate as a part a month",
    ("planning/finder.py", 50_000): "end of a search, not an amount",
    ("planning/liquidity.py", 100): "øre in a krone",
    ("planning/liquidity.py", 100_000): "how many answers are remembered",
    ("planning/moves.py", 2_000): "how many answers are remembered",
    ("planning/moves.py", 20_000): "how many answers are remembered",
    ("planning/one_off.py", 500_00): "a step of a search, in øre",
    ("planning/paydays.py", 1_000): "how many answers are remembered",
    ("planning/paydays.py", 20_000): "how many answers are remembered",
    ("planning/policy_fields.py", 200): "characters of a line of words",
    ("planning/policy_fields.py", 1_000_000): "a larger amount in a policy is a slip of the finger",
    ("planning/search.py", 100): "øre in a krone",
    ("planning/stress.py", 100): "per cent",
    ("planning/stress_table.py", 500): "how much less boligstøtte to ask about",
    ("planning/stress_table.py", 1_500): "how large a bill to ask about",
    ("planning/stress_table.py", 3_000): "how large a bill to ask about",
    ("planning/wordings.py", 1_000): "characters of one wording",
}
"""Numbers of three figures or more that a calculating package may hold, and why they are no figures of law."""


def _files(*folders: str) -> list[Path]:
    roots = [PACKAGE / folder for folder in folders] or [PACKAGE]
    return sorted(p for root in roots for p in root.rglob("*.py") if "migrations" not in p.parts)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class _Shape:
    """What is asked of a file of the program."""

    has_docstring: bool
    long_functions: tuple[str, ...]
    figures: tuple[float, ...]


@cache
def _shape(file: Path) -> _Shape:
    """Each file is read once: the trees of all of them at hand would fill the memory."""
    tree = ast.parse(file.read_text("utf-8"))
    figures = _figures(tree) if file.relative_to(PACKAGE).parts[0] in CALCULATING else ()
    return _Shape(bool(ast.get_docstring(tree)), tuple(_long_functions(tree)), tuple(figures))


def test_no_file_has_more_than_one_subject():
    """A file of more than 400 lines has."""
    files = [*_files(), *(ROOT / "tools").glob("*.py"), *(ROOT / "tests").rglob("*.py")]

    assert [_name(f) for f in files if f.read_text("utf-8").count("\n") > LONGEST_FILE] == []


def test_no_function_is_longer_than_a_screen():
    assert [_name(file) + " " + name for file in _files() for name in _shape(file).long_functions] == []


def _long_functions(tree: ast.Module) -> list[str]:
    functions = [n for n in _statements(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [f.name for f in functions if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION]


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All statements inside, however deep; what an expression is made of is left alone, for there is much of it."""
    for held in ("body", "orelse", "handlers", "finalbody", "cases"):
        for statement in getattr(node, held, ()):
            yield statement
            yield from _statements(statement)


def test_every_file_says_what_it_is_for():
    assert [_name(file) for file in _files() if not _shape(file).has_docstring] == []


def test_no_figure_of_law_stands_in_the_code():
    """Figures of law are data with a first and a last day, under `resources/`."""
    assert _figures_in_calculating_packages() - NO_FIGURES_OF_LAW.keys() == set()


def test_every_exception_from_that_is_still_needed():
    assert NO_FIGURES_OF_LAW.keys() - _figures_in_calculating_packages() == set()


def _figures_in_calculating_packages() -> set[tuple[str, float]]:
    return {
        (file.relative_to(PACKAGE).as_posix(), number)
        for folder in CALCULATING
        for file in _files(folder)
        for number in _shape(file).figures
    }


@pytest.mark.parametrize("code", ["x = 7600", "x = -1034.5", "x = Decimal('1034.50')", "x = kr('7.600')", "x = 1_500"])
def test_a_figure_of_law_in_the_code_is_found(code):
    assert _figures(ast.parse(code))


@pytest.mark.parametrize(
    "code", ["x = 14", "x = date(2026, 1, 1)", "x = '§ 120'", "x = '104'", "x = y[:8]", '"""After 1000 kr."""']
)
def test_days_and_paragraphs_are_no_figures_of_law(code):
    assert not _figures(ast.parse(code))


def _figures(tree: ast.Module) -> list[float]:
    """Numbers of three figures or more, also as text, other than years of dates and codes of the chart (`"104"`)."""
    dates = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") in ("date", "Month")]
    years = {id(argument) for call in dates for argument in call.args}
    numbers = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in years or isinstance(node.value, bool):
            continue
        value = node.value
        if isinstance(value, str) and re.fullmatch(r"\d{4,}|\d{3,}[.,]\d+|\d{1,3}(\.\d{3})+(,\d+)?", value):
            danish = "," in value or re.fullmatch(r"\d{1,3}(\.\d{3})+", value)
            value = float(value.replace(".", "").replace(",", ".") if danish else value)
        if isinstance(value, int | float) and abs(value) >= 100:
            numbers.append(value)
    return numbers


def test_no_place_on_one_machine_stands_in_the_project():
    place = re.compile(r"(?<![\w.~-])/(work|root|home/\w|Users/\w|opt/pypi|tmp/\w)")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
    found = []
    for name in filter(None, tracked.split("\0")):
        file = ROOT / name
        if file.suffix in {".py", ".md", ".toml", ".json", ".sh", ".lock", ".txt", ""} and file.is_file():
            found += [(name, hit.group()) for hit in place.finditer(file.read_text("utf-8", "replace"))]

    assert [hit for hit in found if hit[0] != "tests/test_architecture.py"] == []


def test_the_packages_import_only_downwards():
    done = _lint_imports(ROOT)

    assert done.returncode == 0, done.stdout


BREAKS = [
    ("budget/month.py", "import budgetdesk.planning.plan", "Layers"),
    ("benefits/rates.py", "import budgetdesk.budget.chart", "Layers"),
    ("new_room/__init__.py", "", "Layers"),
    ("cli/__init__.py", "import PySide6.QtCore", "Only the window knows Qt"),
    ("ui/__init__.py", "import budgetdesk.storage", "Window and command line reach the database only through actions"),
    ("ui/__init__.py", "import sqlalchemy", "Window and command line reach the database only through actions"),
    ("planning/plan.py", "import babel", "The calculating packages know no library and no world"),
    ("benefits/rates.py", "import tomllib", "The calculating packages know no library and no world"),
    ("money.py", "import budgetdesk.ledger", "No circles"),
]


@pytest.fixture(scope="module")
def said_of_broken(tmp_path_factory):
    """What is said of a copy in which every contract is broken; contract by contract."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copytree(PACKAGE, folder / "budgetdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for file, line, _contract in BREAKS:
        broken = folder / "budgetdesk" / file
        broken.parent.mkdir(exist_ok=True)
        old = broken.read_text("utf-8") if broken.exists() else ""
        broken.write_text(f"{old}\n{line}\n", "utf-8")
    done = _lint_imports(folder)

    assert done.returncode != 0
    parts = re.split(r"^(\S.*)\n-{5,}$", done.stdout, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize(("file", "line", "contract"), BREAKS)
def test_each_contract_fails_when_it_is_broken(said_of_broken, file, line, contract):
    (said,) = [text for heading, text in said_of_broken.items() if heading.startswith(contract)]
    module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    imported = re.escape(line.removeprefix("import ").split(".Qt")[0])
    if contract == "No circles":  # says packages only
        assert f".{module} -> .{line.rpartition('.')[2]} " in said
    else:
        assert re.search(rf"- +budgetdesk\.{module}( -> {imported} |$)", said, re.MULTILINE), said


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "200"}
    code = [sys.executable, "-c", LINT_IMPORTS, "--no-cache"]
    return subprocess.run(code, cwd=folder, env=environment, capture_output=True, text=True, check=False)
