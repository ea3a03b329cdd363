"""RFM 测试邮寄的盈亏平衡响应率: how many must buy before a mailing pays, and which cells do."""

from __future__ import annotations

from exercises.core import Exercise
from exercises.rfm_break_even.formula import FORMULA, VARIABLES, solve
from exercises.rfm_break_even.misconceptions import MISCONCEPTIONS
from exercises.rfm_break_even.problems import ask, draw
from question_bank.text import Text

RFM_BREAK_EVEN = Exercise(
    slug="rfm-break-even",
    title=Text("RFM 盈亏平衡响应率", "RFM break-even response"),
    summary=Text(
        "每件成本除以每笔净收入，得到保本所需的应答率，再看哪些 RFM 单元值得寄。",
        "Cost per piece over net revenue per sale gives the response that pays, and so the cells to mail.",
    ),
    explanation=Text(
        "给全部客户寄信之前，先抽一小批做测试：每个 RFM 单元都有自己的应答率。"
        "寄一件花 k 元，成交一笔净得 m 元，"
        "所以寄出的件数里至少要有 k/m 成交，才收得回成本——这就是**盈亏平衡响应率**。\n\n"
        "- 应答率**高于**它：这个单元盈利，寄\n"
        "- **正好等于**它：刚够保本，按课程的说法“达到即可保本”，计入\n"
        "- **低于**它：寄一件亏一件，不寄\n\n"
        "例：每件 0.62，每笔净收入 35，0.62 ÷ 35 ≈ 1.77%。注意分母是净收入，不是售价。",
        "Before mailing everybody, a small sample is mailed: each RFM cell shows its own response. "
        "A piece costs k and a sale leaves m, so at least a share k/m of the pieces must sell to earn "
        "the cost back: the **break-even response rate**.\n\n"
        "- **above** it the cell makes a profit: mail it\n"
        "- **exactly on** it the cost is just earned back; the course counts it in\n"
        "- **below** it every piece loses money: leave it out\n\n"
        "Example: 0.62 a piece and 35 net a sale give 0.62 ÷ 35 ≈ 1.77%. Divide by the net revenue, "
        "not by the price.",
    ),
    formula=FORMULA,
    variables=VARIABLES,
    source=Text(
        "课程的 RFM 测试邮寄案例（0.62 ÷ 35.00 = 1.77%）；课程知识点 08-014、08-015。",
        "The test mailing of the course (0.62 ÷ 35.00 = 1.77%); syllabus facts 08-014 and 08-015.",
    ),
    facts=("08-005", "08-011", "08-014", "08-015"),
    misconceptions=MISCONCEPTIONS,
    work=solve,
    draw=draw,
    ask=ask,
)
