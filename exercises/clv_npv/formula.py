"""CLV as net present value: discounting under three conventions, and the worked steps."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from exercises.core import Answer, Convention, Inputs, Kind, Refusal, Solution, Step, Variable
from exercises.core.wording import fill
from question_bank.display import MONEY_PLACES, exact, latex, money, percent, relation
from question_bank.text import Text

YUAN = Text("元", "yuan")

END_OF_PERIOD, FROM_PERIOD_ZERO, MID_YEAR = "end_of_period", "from_period_zero", "mid_year"
_SHIFT = {END_OF_PERIOD: Fraction(0), FROM_PERIOD_ZERO: Fraction(1), MID_YEAR: Fraction(1, 2)}
_ROOT_SCALE = 10**20  # worth of a root's last place: far below a fen, even on 10**12 yuan

CONVENTIONS = (
    Convention(
        END_OF_PERIOD,
        Text("年末（第 1 年起折现）", "end of year (year 1 discounted once)"),
        Text(
            "约定：每年的净现金流都记在当年**年末**，第 1 年的就要折现一次。",
            "Convention: each year's cash flow falls at the **end** of that year, "
            "so the first is discounted once.",
        ),
    ),
    Convention(
        FROM_PERIOD_ZERO,
        Text("年初（从第 0 期起）", "start of year (from period 0)"),
        Text(
            "约定：每年的净现金流都在当年**年初**到账，第 1 年的在第 0 期，不折现。",
            "Convention: each year's cash flow arrives at the **start** of that year; "
            "the first is in period 0 and is not discounted.",
        ),
    ),
    Convention(
        MID_YEAR,
        Text("年中（第 1 年折现半年）", "mid-year (year 1 discounted half a year)"),
        Text(
            "约定：每年的净现金流都按**年中**到账计算，第 1 年的折现半年，第 2 年的折现一年半，依此类推。",
            "Convention: each year's cash flow counts as arriving in the **middle** of that year: the "
            "first is discounted for half a year, the second for one and a half, and so on.",
        ),
    ),
)

_EXPONENTS = {END_OF_PERIOD: "i", FROM_PERIOD_ZERO: "i-1", MID_YEAR: "i-0.5"}
FORMULA = r"\text{CLV} = \sum_{i=1}^{n} \frac{R_i}{(1+r)^{i}}"

VARIABLES = (
    Variable(
        "cash_flows",
        "R_i",
        Text("各年净现金流", "net cash flow of each year"),
        YUAN,
        Kind.MONEY,
        "1000 1200 1500",
        Text(
            "从第 1 年起按年份顺序填，用空格或顿号隔开；已扣掉服务这位客户的支出。",
            "In the order of the years with spaces between; costs of serving the customer already taken off.",
        ),
        many=True,
    ),
    Variable(
        "discount_rate",
        "r",
        Text("贴现率", "discount rate"),
        Text("每年", "a year"),
        Kind.RATE,
        "10%",
        Text(
            "每年的贴现率，写成 10% 或 0.1；它不是客户保持率。",
            "The rate a year, as 10% or 0.1; not the retention rate.",
        ),
    ),
)


def exponent(year: int, convention: str) -> Fraction:
    """Return for how many years the flow of a year (from 1) is discounted."""
    return year - _SHIFT[convention]


def power(base: Fraction, years: Fraction) -> Fraction:
    """Return ``base`` to a whole or half number of years; a root that never ends keeps 20 places."""
    whole, is_half = years.numerator // years.denominator, years.denominator == 2
    return base**whole * (_root(base) if is_half else 1)


def present_values(flows: Sequence[Fraction], rate: Fraction, convention: str) -> tuple[Fraction, ...]:
    """Return R_i/(1+r)^i for every year, in yuan. Source: syllabus fact 04-017."""
    return tuple(
        flow / power(1 + rate, exponent(year, convention)) for year, flow in enumerate(flows, start=1)
    )


def solve(inputs: Inputs) -> Solution | Refusal:
    """Work each present value and their sum, or refuse: ``negative_rate``, ``rate_above_one``."""
    flows, rate, convention = inputs.many("cash_flows"), inputs.one("discount_rate"), inputs.convention
    if rate < 0:
        return Refusal("negative_rate", "discount_rate", _NEGATIVE_RATE)
    if rate > 1:
        return Refusal("rate_above_one", "discount_rate", _RATE_ABOVE_ONE)
    values = present_values(flows, rate, convention)
    total = _total(values)
    answers = (
        *(_answer(part_name(year), _year_label(year), value) for year, value in enumerate(values, start=1)),
        _answer("clv", Text("客户终身价值 CLV", "customer lifetime value CLV"), total),
    )
    return Solution(
        answers,
        _steps(flows, rate, values, convention),
        (_reading(total),),
        tuple(
            fill(_WOULD_BE, name=other.name, amount=money(_total(present_values(flows, rate, other.code))))
            for other in CONVENTIONS
            if other.code != convention
        ),
    )


def part_name(year: int) -> str:
    """Return the name of a year's present value among answers and parts: ``discounted_1``."""
    return f"discounted_{year}"


def _answer(name: str, label: Text, value: Fraction) -> Answer:
    return Answer(name, label, value, YUAN, fill(Text("{amount} 元", "{amount} yuan"), amount=money(value)))


def _year_label(year: int) -> Text:
    return fill(Text("第 {year} 年的现值", "present value of year {year}"), year=str(year))


def _steps(
    flows: Sequence[Fraction], rate: Fraction, values: Sequence[Fraction], convention: str
) -> tuple[Step, ...]:
    power_of = _EXPONENTS[convention]
    return (
        Step(
            fill(_WRITE_FORMULA, rate=percent(rate, 4)),
            rf"\text{{CLV}} = \sum_{{i=1}}^{{{len(flows)}}} \frac{{R_i}}{{(1+r)^{{{power_of}}}}}",
        ),
        *(
            _year_step(year, flow, rate, value, convention)
            for year, (flow, value) in enumerate(zip(flows, values, strict=True), start=1)
        ),
        Step(
            Text("把各年的现值相加（用没有取整的数加）。", "Add the present values (unrounded)."),
            _sum(values),
        ),
    )


def _year_step(year: int, flow: Fraction, rate: Fraction, value: Fraction, convention: str) -> Step:
    years = exact(exponent(year, convention))
    top, growth = latex(exact(flow)), latex(exact(rate))
    return Step(
        fill(_DISCOUNT, year=str(year), years=years),
        rf"\frac{{{top}}}{{(1+{growth})^{{{years}}}}} {_result(value)}",
    )


def _result(value: Fraction) -> str:
    return f"{relation(value, MONEY_PLACES)} {latex(money(value))}"


def _sum(values: Sequence[Fraction]) -> str:
    # once a term is rounded, the line no longer adds up to the last fen
    is_exact = all(relation(value, MONEY_PLACES) == "=" for value in values)
    terms = " + ".join(_in_sum(value) for value in values)
    sign = "=" if is_exact else r"\approx"
    return rf"\text{{CLV}} {sign} {terms} {_result(_total(values))}"


def _in_sum(value: Fraction) -> str:
    shown = latex(money(value))
    return f"({shown})" if value < 0 else shown


def _total(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def _reading(total: Fraction) -> Text:
    return fill(_WORTH if total > 0 else _WORTHLESS, amount=money(abs(total)))


def _root(value: Fraction) -> Fraction:
    # sqrt(n/d) = sqrt(n*d)/d, so a perfect square such as 1.21 comes out exactly
    scaled = isqrt(value.numerator * value.denominator * _ROOT_SCALE**2)
    return Fraction(scaled, value.denominator * _ROOT_SCALE)


_WRITE_FORMULA = Text(
    "写出公式；贴现率 {rate} 代入时化成小数。",
    "Write the formula; the discount rate {rate} goes in as a decimal.",
)
_DISCOUNT = Text(
    "第 {year} 年的净现金流折现 {years} 年。",
    "Year {year}: discount the cash flow with the exponent {years}.",
)
_WOULD_BE = Text("若按“{name}”：{amount} 元。", "Under “{name}”: {amount} yuan.")
_WORTH = Text(
    "这段客户关系折成今天的钱值 {amount} 元；获取这位客户的一次性花费不应超过它。",
    "In today's money the relationship is worth {amount} yuan; winning the customer should not cost more.",
)
_WORTHLESS = Text(
    "折成今天的钱不为正（净付出 {amount} 元），这段客户关系在经济上不值得维持。",
    "In today's money it is not positive ({amount} yuan are lost); "
    "economically the relationship is not worth keeping.",
)
_NEGATIVE_RATE = Text(
    "贴现率不能是负数：明天的钱不会比今天的更值钱。",
    "The discount rate cannot be negative: money tomorrow is not worth more than money today.",
)
_RATE_ABOVE_ONE = Text(
    "贴现率超过了 100%，请检查是不是多写了几位；课程里常用 5% 到 15%。",
    "The discount rate is above 100%; check the digits. The course uses about 5% to 15%.",
)
