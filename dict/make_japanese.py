#!/usr/bin/env python3
"""Writes surname_japanese_rare.tsv and given_japanese.tsv: the surnames and given names of IPADIC, in the characters that
Chinese articles write (深町, 健司).

Input (not committed; licence in NOTICE-ipadic.md): Noun.name.csv of the Debian package mecab-ipadic, in EUC-JP.

  apt-get download mecab-ipadic=2.7.0-20070801+main-3
  dpkg-deb -x mecab-ipadic_*.deb IN
  python3 dict/make_japanese.py IN/usr/share/mecab/dic/ipadic/Noun.name.csv

Left out: names of one character, those with kana or signs, surnames of surname_japanese.tsv, and surnames that are Chinese
words or places (中部, 日出, 上海): jieba.txt has them, and does not call them names of people; and FREQUENT and FUNCTION below.
"""
import csv
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent

# Forms of postwar Japan that script.tsv, which is about Chinese, does not have.
FORMS = dict(zip(
    "桜沢浜広辺斎仏竜栄塩桐徳恵検険験剣圏渋瀬帯滝単伝読図団弐売発抜仮価拡覚楽気亀拠挙県顕効済壊懐応悪亜囲壱円呉蔵穂豊鉄総芸対実"
    "斉歩戸児蛍鶏満両従継経曽増髙渓郷嶋嵜邉邊國頼巣弾焼稲聡縄荘薫銭鎮霊駅歯麦乗労営厳変専峡巻帰戦暁歴権様黒関篠脇樋畑浄湾麺鴎隣緑",
    "樱泽滨广边斋佛龙荣盐桐德惠检险验剑圈涩濑带泷单传读图团贰卖发拔假价扩觉乐气龟据举县显效济坏怀应恶亚围一圆吴藏穗丰铁总艺对实"
    "齐步户儿萤鸡满两从继经曾增高溪乡岛崎边边国赖巢弹烧稻聪绳庄薰钱镇灵驿齿麦乘劳营严变专峡卷归战晓历权样黑关筱胁樋畑净湾面鸥邻绿"))
# A given name that jieba counts as often as a word is rather the word (公司, 正常).
FREQUENT = 20
# Characters that rather join or govern what stands beside them.
FUNCTION = ("和与在为向今当来能得从但更对并而及其之者所", "和与在为并得")
# Written so also in simplified Chinese, when it stands in a Japanese name.
KEPT = "塚"


def rows(name):
    """The rows of a dictionary beside this script, in cells."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def simplified(name, characters):
    """A name as Chinese articles write it."""
    return "".join(FORMS.get(c, characters.get(c, c)) for c in name)


def write(name, head, names):
    """Writes one name a row."""
    text = "".join(f"# {line}\n" for line in head) + "".join(f"{n}\n" for n in sorted(names))
    (HERE / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(names)} names")


def main(source):
    """Reads the names and writes both files anew."""
    characters = {row[0]: row[1] for row in rows("script.tsv") if row[0] not in KEPT}
    words = [line.split(" ") for line in (HERE / "jieba.txt").read_text(encoding="utf-8").splitlines()]
    excluded = {word for word, _, tag in words if not tag.startswith("nr")}
    frequent = {word for word, count, tag in words if not tag.startswith("nr") and int(count) >= FREQUENT}
    excluded |= {row[0] for row in rows("surname_japanese.tsv")}
    found = {"姓": set(), "名": set()}
    for row in csv.reader(pathlib.Path(source).read_text(encoding="euc-jp").splitlines()):
        name = simplified(row[0], characters)
        if row[7] in found and re.fullmatch("[\u4e00-\u9fff]{2,3}", name):
            found[row[7]].add(name)
    joins = lambda name: name[0] in FUNCTION[0] or name[-1] in FUNCTION[1]
    surnames = {name for name in found["姓"] if name not in excluded and not joins(name)}
    made = "Made by make_japanese.py from IPADIC (NOTICE-ipadic.md). Do not edit by hand."
    write("surname_japanese_rare.tsv",
          ["Japanese surname: one in front of a given name of given_japanese.tsv", "e.g. 深町", made], surnames)
    write("given_japanese.tsv", ["Japanese given name of two or three characters", "e.g. 健司", made], found["名"] - frequent)


main(sys.argv[1])
