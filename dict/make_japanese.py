#!/usr/bin/env python3
"""Writes the second part of surname_japanese.tsv, below the line MARK: the surnames of IPADIC, in the characters that
Chinese articles write (深町, 仓持). The hand-written rows above the line stay as they are.

Input (not committed; licence in NOTICE-ipadic.md): Noun.name.csv of the Debian package mecab-ipadic, in EUC-JP.

  apt-get download mecab-ipadic=2.7.0-20070801+main-3
  dpkg-deb -x mecab-ipadic_*.deb IN
  python3 dict/make_japanese.py IN/usr/share/mecab/dic/ipadic/Noun.name.csv

Left out: surnames of one character, those with kana or signs, and those that are Chinese words or places (中部, 日出, 上海):
jieba.txt has them, and does not call them names of people.
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
    excluded = words | known
    found = set()
    for row in csv.reader(pathlib.Path(source).read_text(encoding="euc-jp").splitlines()):
        name = "".join(FORMS.get(c, simplified.get(c, c)) for c in row[0])
        if row[7] == "姓" and re.fullmatch("[\u4e00-\u9fff]{2,3}", name) and name not in excluded:
            found.add(name)
    target.write_text(f"{by_hand}{MARK}\n" + "".join(f"{name}\n" for name in sorted(found)), encoding="utf-8")
    print(f"{target}: {len(found)} surnames of IPADIC")


main(sys.argv[1])
