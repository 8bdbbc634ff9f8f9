#!/usr/bin/env python3
"""Writes the second part of surname_japanese.tsv, below the line MARK: the surnames of IPADIC, in the characters that
Chinese articles write (深町, 仓持). The hand-written rows above the line stay as they are.

Input (not committed; licence in NOTICE-ipadic.md): Noun.name.csv of the Debian package mecab-ipadic, in EUC-JP.

  apt-get download mecab-ipadic=2.7.0-20070801+main-3
  dpkg-deb -x mecab-ipadic_*.deb IN
  python3 dict/make_japanese.py IN/usr/share/mecab/dic/ipadic/Noun.name.csv

Left out: surnames of one character, those with kana or signs, and those that are Chinese words or places (中部, 日出, 上海):
jieba.txt has them, and does not call them names of people; and SEEN and FUNCTION below.
"""
import csv
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
MARK = "# From IPADIC, made by make_japanese.py"

# Forms of postwar Japan that script.tsv, which is about Chinese, does not have.
FORMS = dict(zip(
    "桜沢浜広辺斎仏竜栄塩桐徳恵検険験剣圏渋瀬帯滝単伝読図団弐売発抜仮価拡覚楽気亀拠挙県顕効済壊懐応悪亜囲壱円呉蔵穂豊鉄総芸対実"
    "斉歩戸児蛍鶏満両従継経曽増髙渓郷嶋嵜邉邊國頼巣弾焼稲聡縄荘薫銭鎮霊駅歯麦乗労営厳変専峡巻帰戦暁歴権様黒関篠脇樋畑浄湾麺鴎隣緑",
    "樱泽滨广边斋佛龙荣盐桐德惠检险验剑圈涩濑带泷单传读图团贰卖发拔假价扩觉乐气龟据举县显效济坏怀应恶亚围一圆吴藏穗丰铁总艺对实"
    "齐步户儿萤鸡满两从继经曾增高溪乡岛崎边边国赖巢弹烧稻聪绳庄薰钱镇灵驿齿麦乘劳营严变专峡卷归战晓历权样黑关筱胁樋畑净湾面鸥邻绿"))
# Seen in news that has nothing to do with Japan, as parts of other words (的场, 和智, 上出).
SEEN = """
一安 一星 七城 三波 上出 上利 上北 上安 上平 上总 上治 下中 下原 下向 下平 下总 下重 不流 与口 与本 与田 东原 东口 东本 东根 东金 中主 中内 中冲 中妻 中安 中市 中延
中开 中曾 中武 中角 中重 中陈 丰后 丰山 丰能 为平 为永 久和 乔木 二上 五上 五和 井内 京本 京野 人吉 人见 人野 仁和 今一 今中 今关 今市 今成 今来 仓地 伊比 伊能 传马
伯太 但马 佐和 佐治 作并 作手 作间 保内 保科 光成 入交 入来 入谷 入部 关前 关谷 具平 养老 兼明 内原 内本 内水 冈市 出光 出原 则定 利部 别当 力石 势和 南乡 南保 南外
原谷 原贺 友田 双三 发地 口和 古德 古泉 司东 司代 司马 合马 名出 名原 名和 名执 名高 后月 向台 向后 和仓 和地 和智 和木 和气 和白 和见 和贺 和野 品原 园原 国原 国头
国广 国生 国田 国米 国舞 国谷 国部 在原 地引 地野 坪野 城阳 基山 多野 大上 大信 大出 大前 大台 大向 大和 大图 大开 大引 大束 大洗 大积 大空 大胡 大花 大重 大高 大鳄
天智 天武 天知 天荣 天谷 太地 奥本 奥海 子安 子持 子道 宇和 安保 安则 安在 安奈 安富 安康 安德 安成 安永 安福 安财 定方 宝来 宝生 室原 室生 宫关 家内 家田 富增 富本
富来 对岛 对马 射场 小中 小关 小又 小尾 小师 小成 小木 小桃 小河 小里 小长 小高 山一 山手 山方 山见 岛中 岛本 岛西 岛野 岭村 川地 川路 川部 市来 市河 市贝 带刀 常北
常德 常深 幅下 平出 平口 平向 平高 平鹿 广中 庄村 建内 当别 影下 得平 得本 得能 德地 志和 总领 成原 成合 成增 成清 成良 我妻 户室 户张 户手 户来 户根 户越 新保 新关
新冠 新出 新名 新和 新喜多 新国 新地 新实 新开 新得 新泽 新美 新道 新里 日下 日内地 日向 日山 日开 日当 日比 日生 日马 日高 早高 明下 明地 明富 明文 明智 明科 春田 春藤
更别 曾于 曾和 月永 有仓 有住 有原 有安 有家 有希 有我 有木 有本 有毛 有海 有路 有野 有门 木林 本上 本内 本合 本并 本所 本目 杉中 村主 村石 来住 来岛 松上 松内 松树
松石 林部 柳叶 柳川 根上 格和 梅川 梅里 森一 森安 武市 武林 比毛 气高 水品 水守 永峰 永森 江成 池部 油谷 泉山 波子 注连 津和 津金 海宝 海老 添上 清和 源口 潮来 片所
片方 片里 牛津 玉上 瓦林 生内 生田 生越 生间 生麦 田乡 田和 田老 田野 由利 由比 甲西 白泽 白都 白银 白鹭 的场 益子 目时 相曾 着付 知里 石和 社本 神作 神城 神林 福家
福森 种口 立卖 立原 立波 立石 立科 竹口 管原 米内 米城 米本 米里 米长 类家 红谷 纪平 纳米 织内 织原 织部 网中 美空 美轮 胜山 能代 能地 能智 能生 能都 花上 花香 若本
若水 茂森 莲田 蓝月 蓝田 藏本 行方 西中 西出 西前 西国 西家 西广 西新 见上 见附 角谷 谷中 谷内 谷江 谷风 贯和 赖近 足代 车力 近江 远地 远野 追分 道上 道下 道又 那州
都农 都留 都路 里中 里见 重原 野里 金上 金光 金刚 金山 金春 金森 金波 金石 金重 金高 长与 长内 长原 长后 长束 长洲 长见 长重 门出 门间 间下 间中 间部 阶上 阿桑 雾岛
面谷 顺德 马出 高任 高关 高品 高安 高峰 高月 高水 高良 高阶 鱼下 鸟海 鹿角 鹿野 麻木 黄田 黑石 龙田
""".split()
# Characters that rather join or govern what stands beside them.
FUNCTION = ("和与在为向今当来能得从但更对并而及其之者所", "和与在为并得")
# Written so also in simplified Chinese, when it stands in a Japanese name.
KEPT = "塚"


def rows(name):
    """The rows of a dictionary beside this script, in cells."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main(source):
    """Reads the names and writes the file anew."""
    simplified = {row[0]: row[1] for row in rows("script.tsv") if row[0] not in KEPT}
    words = [line.split(" ") for line in (HERE / "jieba.txt").read_text(encoding="utf-8").splitlines()]
    words = {word for word, _, tag in words if not tag.startswith("nr")}
    target = HERE / "surname_japanese.tsv"
    by_hand = target.read_text(encoding="utf-8").split(MARK)[0]
    known = set(by_hand.split("\n"))
    excluded = words | known | set(SEEN)
    found = set()
    for row in csv.reader(pathlib.Path(source).read_text(encoding="euc-jp").splitlines()):
        name = "".join(FORMS.get(c, simplified.get(c, c)) for c in row[0])
        if name[0] in FUNCTION[0] or name[-1] in FUNCTION[1]:
            continue
        if row[7] == "姓" and re.fullmatch("[\u4e00-\u9fff]{2,3}", name) and name not in excluded:
            found.add(name)
    target.write_text(f"{by_hand}{MARK}\n" + "".join(f"{name}\n" for name in sorted(found)), encoding="utf-8")
    print(f"{target}: {len(found)} surnames of IPADIC")


main(sys.argv[1])
