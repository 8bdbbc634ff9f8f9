#!/usr/bin/env python3
"""Writes fuzz/seeds: a few tiny inputs for each fuzzer, of invented people, with the shapes that its code looks for.

Run it in this folder after changing it, and commit what it writes.
"""

import gzip
import io
import pathlib
import shutil
import struct
import tarfile
import zipfile

SEEDS = pathlib.Path(__file__).parent / "seeds"
TEXT = "栖木汽车首席设计师卢森川因个人原因离职。"
OTHER = "云岫科技总裁邬晚晴昨日辞职，丁鹤亭接任。"
TRADITIONAL = "棲木汽車首席設計師盧森川因個人原因離職。"


def packed_zip(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            # Without a time of its own, so that each run writes the same.
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed_tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in members:
            head = tarfile.TarInfo(name)
            head.size = len(data)
            archive.addfile(head, io.BytesIO(data))
    # One block of zeros at the end is enough.
    return out.getvalue().rstrip(b"\0") + b"\0" * 512


def packed_gz(data):
    return gzip.compress(data, mtime=0)


def packed_zst(data):
    """One frame with one raw block: at most 255 bytes."""
    head = b"\x28\xb5\x2f\xfd\x20" + bytes([len(data)])
    return head + struct.pack("<I", len(data) << 3 | 1)[:3] + data


def docx(body):
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<?xml version="1.0"?><w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>'
    return packed_zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", document)])


def pdf(words):
    page = f"BT /F 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (out + b"xref\n0 6\n0000000000 65535 f \n" + table +
            b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out))


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(text, **more):
    cells = "".join(f'"{name}": "{value}", ' for name, value in more.items())
    return f'{{{cells}"text": "{text}"}}\n'


LINES = row(TEXT, id="7", title="甲", date="2023-01-25") + row(OTHER, id="7")
TABLE = f"编号,标题,正文,日期\n7,甲,{TEXT},2023-01-25\n7,\"乙\n\",\"{OTHER}\"\"\",1674604800\n"
ARTICLE = "<!doctype html><meta charset=%s><title>甲</title><article><h1>甲</h1><p>%s</p></article>"

READ = {
    "txt": {
        "plain": TEXT + "\r\n\n" + OTHER,
        "front_matter": f"---\ntitle: 甲\ndate: 2023-01-25\n---\n{TEXT}\n",
        "gbk": (TEXT + OTHER).encode("gbk"),
        "big5": (TRADITIONAL * 2).encode("big5"),
        "utf16": ("\ufeff" + TEXT).encode("utf-16-le"),
    },
    "md": {
        "marks": f"# 甲\n\n- **{TEXT}**[乙](http://a.cn) `丙`\n\n| 丁 | 戊 |\n|---|---|\n| {OTHER} | |\n",
        "front_matter": f"---\ntitle: 甲\n---\n> {TEXT}\n\n```\n{OTHER}\n```\n",
    },
    "html": {
        "article": ARTICLE % ("utf-8", TEXT + OTHER),
        "gbk": (ARTICLE % ("gbk", TEXT)).encode("gbk"),
        "wechat": f"<html><body><div id=js_content style='visibility:hidden'><p>{TEXT}</p></div>"
                  "<script>var ct = '1674604800';</script></body></html>",
        "table": f"<html><table><tr><td>{TEXT}<td>&amp;&#x4E59;</table><!-- {OTHER} -->",
    },
    "json": {
        "array": f"[{row(TEXT, id='7')},\n{row(OTHER)}]",
        "object": row(TEXT, published="2023-01-25T08:00:00+08:00"),
        "paragraphs": f'{{"id": 7, "content": ["{TEXT}", "\\ud83d", "\\ud83d\\ude00"], "time": 1674604800}}',
    },
    "jsonl": {"lines": LINES, "broken": '{"text": "甲",}\n' + LINES, "utf16": ("\ufeff" + LINES).encode("utf-16-le")},
    "csv": {
        "commas": TABLE,
        "semicolons": TABLE.replace(",", ";"),
        "gbk": TABLE.encode("gbk"),
        "open": f"text\n\"{TEXT}\n",
    },
    "docx": {
        "paragraphs": docx(paragraph(TEXT) + paragraph(OTHER)),
        "table": docx(f"<w:tbl><w:tr><w:tc>{paragraph(TEXT)}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"),
    },
    "pdf": {"line": pdf("Lu Senchuan leaves."), "broken": pdf("Lu").replace(b"xref", b"xxxx")},
    "zip": {
        "members": packed_zip([("a.txt", TEXT), ("b.jsonl", LINES), ("c.png", b"\x89PNG")]),
        "nested": packed_zip([("a.zip", packed_zip([("#.txt", TEXT)])), ("b.txt.gz", packed_gz(OTHER.encode()))]),
    },
    "tar": {
        "members": packed_tar([("a.txt", TEXT.encode()), ("a.txt", OTHER.encode())]),
        "leads_out": packed_tar([("../a.txt", TEXT.encode()), (".b", b"x")]),
    },
    "gz": {
        "text": packed_gz(TEXT.encode()),
        "parts": packed_gz(row(TEXT).encode()) + packed_gz(row(OTHER).encode()),
        "tar": packed_gz(packed_tar([("a.txt", TEXT.encode())])),
    },
    "zst": {
        "text": packed_zst(TEXT.encode()),
        "parts": packed_zst(row(TEXT).encode()) + b"\x50\x2a\x4d\x18\x02\0\0\0ab" + packed_zst(row(OTHER).encode()),
    },
}

# The first byte chooses the file that the rest is.
DICT = {
    "org": "0青穗芯片\tcompany\t青穗|Qingsui\n",
    "title": "1首席体验官\thead\n",
    "trigger": "2拂袖而去\tintransitive\tresign\t[青穗]company[首席体验官]former_role[邬晚晴]person[拂袖而去]trigger\n",
    "reason": "3家里有事\tfamily\n",
    "surname": "4卢\t475\n",
    "destination": "5投身于\torg\tcompany\t[青屏网络]company[研究员]former_role[陆宛秋]person离职，[投身于]join[云岫智能]destination\n",
    "block": "6拂袖率\tword\n",
    "rules": '7[[rule]]\nname = "mine"\npattern = "{person} 卸下 {title:former_role}"\n'
             'examples = ["[卢森川]person卸下[总裁]former_role"]\ncounterexamples = ["卢森川卸下行李"]\n',
}

EXTRACT = {
    "leaves": TEXT + OTHER,
    "traditional": TRADITIONAL,
    "denied": "据传云岫科技总裁邬晚晴将离职，邬晚晴否认。",
    "list": "一、卢森川：去年5月离开栖木汽车，加入云岫科技；\n二、邬晚晴（Wu Wanqing）于2022年退休，同年创办青穗芯片。",
    "notice": "青穗芯片股份有限公司董事会于2024年1月31日收到董事、总经理邬晚晴女士的辞职报告，其辞职后不再担任任何职务。",
}


def write(folder, seeds):
    (SEEDS / folder).mkdir(parents=True)
    for name, data in seeds.items():
        data = data.encode() if isinstance(data, str) else data
        (SEEDS / folder / name).write_bytes(data)


shutil.rmtree(SEEDS, ignore_errors=True)
for reader, seeds in READ.items():
    write(reader, seeds)
write("dict", DICT)
write("extract", EXTRACT)
