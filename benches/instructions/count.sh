#!/usr/bin/env bash
# Counts the instructions that `quliu extract` takes for 200 invented articles and the sample corpus, in all and within
# some stages, and fails if a count is more than 5 % above counts.txt. Needs valgrind.
#
#   benches/instructions/count.sh             compare
#   benches/instructions/count.sh --update    write counts.txt anew, to be committed
#
# Times on a shared machine are noise, counts are not: hash tables have random seeds, by which three runs differ by less
# than 0.1 %. Another compiler may give other counts.
set -euo pipefail
cd "$(dirname "$0")/../.."
counts=benches/instructions/counts.txt
stages='dict::Dict::load script::plain sentence::split mention::Tokens::cut mention::find entity::link event::match_rules merge::merge'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --release --quiet
quliu=${CARGO_TARGET_DIR:-target}/release/quliu
python3 benches/corpus.py "$work/news" --files 200 --density 0.05 --seed 1
valgrind --tool=callgrind --callgrind-out-file="$work/profile" \
  "$quliu" extract --jobs 1 "$work/news" corpus >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }

# A function that is inlined in part has several lines; the one with the most holds the others.
callgrind_annotate --auto=no --inclusive=yes --threshold=100 "$work/profile" | awk -v stages="$stages" '
  { gsub(",", "", $1) }
  $0 ~ /PROGRAM TOTALS/ { most["total"] = $1 }
  match($0, /:quliu::[A-Za-z_:]+( \[|$)/) {
    name = substr($0, RSTART + 8); sub(/ .*/, "", name)
    if ($1 + 0 > most[name] + 0) most[name] = $1
  }
  END {
    n = split("total " stages, names, " ")
    for (i = 1; i <= n; i++) if (names[i] in most) print names[i], most[names[i]]
  }' >"$work/counts"

if [ "${1-}" = --update ]; then
  cp "$work/counts" "$counts"
fi
awk '
  FNR == NR { before[$1] = $2; next }
  $1 in before {
    change = ($2 / before[$1] - 1) * 100
    printf "%-22s%15s%+8.1f %%\n", $1, $2, change
    if (change > 5) rose = 1
  }
  END {
    if (rose) {
      print "more instructions than in benches/instructions/counts.txt: mend it, or say in the commit why, with" > "/dev/stderr"
      print "benches/instructions/count.sh --update" > "/dev/stderr"
      exit 1
    }
  }' "$counts" "$work/counts"
