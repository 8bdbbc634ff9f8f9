#!/usr/bin/env python3
"""Writes jieba.txt: the dictionary of jieba-rs (MIT licence), sorted by bytes, so that words can be looked up by how they
begin without reading the others.

    python3 dict/make_jieba.py ~/.cargo/registry/src/*/jieba-rs-0.11.0/src/data/dict.txt
"""
import pathlib
import sys

rows = pathlib.Path(sys.argv[1]).read_bytes().splitlines()
assert all(len(row.split(b" ")) == 3 for row in rows), "a row is not `word frequency tag`"
assert len({row.split(b" ")[0] for row in rows}) == len(rows), "a word stands twice"
target = pathlib.Path(__file__).with_name("jieba.txt")
target.write_bytes(b"\n".join(sorted(rows)) + b"\n")
print(f"{target}: {len(rows)} words, frequency {sum(int(row.split(b' ')[1]) for row in rows)}")
