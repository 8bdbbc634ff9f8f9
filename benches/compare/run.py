#!/usr/bin/env python3
"""Runs quliu, jieba-rs and Python's taggers on the same files, alternating, and prints their speed and its ratios.

    python3 benches/corpus.py /tmp/news
    python3 benches/compare/run.py /tmp/news --quliu target/release/quliu

Of each program the median of all rounds is shown, with the least and the most; speeds are in MB (10⁶ bytes) a second,
of processor time (user and system, of all threads together) and of wall clock, with start-up. The Python programs are
too slow for all files: they get a sample, and no time is counted for loading their dictionary. They need jieba in the
Python of --python:

    python3 -m venv venv && venv/bin/pip install jieba     # and lac, if it can be installed
    python3 benches/compare/run.py … --python venv/bin/python
"""

import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MEGABYTE = 1e6


def timed(command):
    """Seconds of processor and of wall clock that a command takes."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, wall


def timed_by_itself(command):
    """The same, as the command prints it."""
    _, cpu, wall = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout.split()
    return float(cpu), float(wall)


def has(python, module):
    return subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0


def jieba_only():
    manifest = HERE / "jieba_only" / "Cargo.toml"
    target = HERE / "jieba_only" / "target"
    subprocess.run(
        ["cargo", "build", "--release", "--quiet", "--manifest-path", manifest, "--target-dir", target], check=True
    )
    return target / "release" / "jieba_only"


def bytes_of(files):
    return sum(os.path.getsize(file) for file in files)


def sample(files, size, folder):
    """A list, in a file, of articles of about so many bytes."""
    chosen, left = [], size
    for file in random.Random(1).sample(files, len(files)):
        if left <= 0:
            break
        chosen.append(file)
        left -= os.path.getsize(file)
    path = pathlib.Path(folder) / "sample.txt"
    path.write_text("\n".join(chosen), "utf-8")
    return path, bytes_of(chosen)


def programs(args, files, folder):
    """Name → (how it is timed, command, bytes that it reads)."""
    size = bytes_of(files)
    extract = [args.quliu, "extract", args.corpus]
    found = {
        "quliu": (timed, [*extract, "--jobs", "1"], size),
        "exhaustive": (timed, [*extract, "--jobs", "1", "--exhaustive"], size),
        "all cores": (timed, extract, size),
        "jieba-rs": (timed, [jieba_only(), args.corpus], size),
    }
    part, part_size = sample(files, args.sample * 1000, folder)
    for name, module in [("jieba", "jieba"), ("lac", "LAC")]:
        if has(args.python, module):
            found[f"Python {name}"] = (timed_by_itself, [args.python, HERE / "baseline.py", name, part], part_size)
        else:
            print(f"{name} left out: it is not there; `{args.python} -m pip install {name}`, best in a venv (--python)")
    if part_size < size:
        print(f"Python reads a sample of {part_size / 1000:.0f} of the {size / 1000:.0f} kB")
    return found


def spread(values):
    """The median, and the least and the most."""
    return f"{statistics.median(values):9.3f} ({min(values):.3f}–{max(values):.3f})"


def show(speeds):
    print(f"\n{'MB/s: median (least–most)':26}{'processor':>26}{'wall clock':>32}")
    for name, rounds in speeds.items():
        cpu, wall = zip(*rounds)
        print(f"{name:26}{spread(cpu):>26}{spread(wall):>32}")
    cpu, wall = ({n: statistics.median(r[i] for r in rounds) for n, rounds in speeds.items()} for i in (0, 1))
    print("\nratios of medians")
    for name in speeds:
        if name not in ("quliu", "all cores"):
            print(f"quliu / {name:18}{cpu['quliu'] / cpu[name]:10.2f} × (processor)")
    print(f"all cores / quliu   {wall['all cores'] / wall['quliu']:16.2f} × (wall clock)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path, help="folder of text files")
    parser.add_argument("--quliu", type=pathlib.Path, default="target/release/quliu")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=300, help="kB for the Python programs")
    args = parser.parse_args()
    files = sorted(str(path) for path in args.corpus.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as folder:
        found = programs(args, files, folder)
        speeds = {name: [] for name in found}
        for number in range(args.rounds):
            for name, (how, command, size) in found.items():
                cpu, wall = how(command)
                speeds[name].append((size / cpu / MEGABYTE, size / wall / MEGABYTE))
            print(f"round {number + 1} of {args.rounds} done", file=sys.stderr)
    show(speeds)


if __name__ == "__main__":
    main()
