"""客户终身价值 (CLV) as net present value: yearly contributions of a customer in today's money."""

from __future__ import annotations

from exercises.clv_npv.formula import CONVENTIONS, FORMULA, VARIABLES, solve
from exercises.clv_npv.misconceptions import MISCONCEPTIONS
from exercises.clv_npv.problems import ask, draw
from exercises.core import Exercise
from question_bank.text import Text

CLV_NPV = Exercise(
    slug="clv-npv",
    title=Text("客户终身价值（净现值）", "Customer lifetime value (net present value)"),
    summary=Text(
        "把客户各年的净现金流折成今天的钱再相加。",
        "Bring a customer's yearly cash flows back to today's money and add them.",
    ),
    explanation=Text(
        "明年的 100 元不如今天的 100 元值钱，所以第 i 年的净现金流 R 要除以 (1 + r) 的 i 次方，"
        "再逐年相加，得到的就是客户终身价值的**净现值**。\n\n"
        "第一笔钱什么时候到账，各书说法不同，题目必须写明：\n\n"
        "- **年末**（本课程默认）：第 1 年折现一次\n- **年初**：第 1 年在第 0 期，不折现\n"
        "- **年中**：第 1 年折现半年\n\n"
        "两点提醒：这里的 r 是**贴现率**，别的公式用 r 表示保持率；"
        "R 若已扣掉服务客户的支出，就不要再减一次。",
        "A hundred yuan next year is worth less than a hundred today, so the net cash flow R of year i is "
        "divided by (1 + r) to the power i; the sum over the years is the **net present value** of the "
        "customer.\n\n"
        "Books differ on when the first money arrives, so a problem must say it:\n\n"
        "- **end of year** (default here): year 1 is discounted once\n"
        "- **start of year**: year 1 is period 0, not discounted\n"
        "- **mid-year**: year 1 is discounted for half a year\n\n"
        "Two warnings: r is the **discount rate** here, other formulas write r for retention; and if costs "
        "are already taken off R, do not subtract them again.",
    ),
    formula=FORMULA,
    variables=VARIABLES,
    source=Text(
        "课程知识点 04-017（公式按通行净现值写法补全）；另见 04-016、04-018。",
        "Syllabus fact 04-017 (completed to the usual net present value); see also 04-016 and 04-018.",
    ),
    facts=("04-016", "04-017", "04-018", "08-019"),
    misconceptions=MISCONCEPTIONS,
    work=solve,
    draw=draw,
    ask=ask,
    conventions=CONVENTIONS,
    levels=(1, 2),
)
