"""Chinese characters that differ by a stroke or a part and are taken for each other in writing."""

from __future__ import annotations

_GROUPS = """
未末 己已巳 土士 日曰 人入八 干千于 天夫 大太犬 侯候 折拆析 帐账胀 份分 货贷
辩辨辫 梢稍 竞竟 壁璧 籍藉 戴载 徒徙 晴睛 栗粟 幻幼 兔免 治冶 乌鸟 今令
贫贪 抱拖 末来 拨拔 准淮 代伐 失矢 历厉 斤斥 师帅 市布 折拆 炙灸 慎填
博搏 恃持待 特持 侍待 度席 密蜜 概慨 摸模 挽换 购构 场扬 复夏 傅博 渡度
惯贯 圆园 遗遣 即既 暴爆 坚竖 受爱 思恩 忘忙 销消 营莹 续读 维唯 誉誊
宜宣 懒赖 问间 环坏 牌碑 拟似 木本
"""

_PARTNERS: dict[str, frozenset[str]] = {}
for _group in _GROUPS.split():
    for _character in _group:
        _PARTNERS[_character] = _PARTNERS.get(_character, frozenset()) | frozenset(_group)


def look_alike(first: str, second: str) -> bool:
    """Whether two characters are easily taken for each other by their look."""
    return second in _PARTNERS.get(first, ())
