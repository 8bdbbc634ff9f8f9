//! A score → text for people. The first lines are those of `score.py`.

use std::fmt::Write;

use super::curve::{self, Bin, Share};
use super::mistake::{Kind, Mistake};
use super::tally::{Counts, Score, round};

/// The fields whose mistakes are listed, in this order.
const FIELDS: [&str; 8] = [
    "person",
    "company",
    "former_role",
    "reason",
    "destination",
    "destination_role",
    "date",
    "status",
];

/// The figures, how they depend on the confidence, and the mistakes by field, at most `limit` of each.
pub fn text(score: &Score, limit: usize) -> String {
    let accuracy = score
        .status
        .rounded()
        .map_or("None".to_owned(), |share| format!("{share:?}"));
    let mut text = format!(
        "{} articles; asserted predictions of shadow events: {}; status accuracy: {accuracy}\n",
        score.docs, score.shadow_fp
    );
    for (name, counts) in score.figures.rows() {
        text += &row(name, counts);
    }
    text += &confidence(&curve::of(&score.verdicts));
    for field in FIELDS {
        text += &mistakes(field, score, limit);
    }
    text
}

/// The mistakes of each field cut down to `limit`.
pub fn limited(score: &Score, limit: usize) -> Vec<Mistake> {
    FIELDS
        .iter()
        .flat_map(|field| of(field, score).take(limit).cloned())
        .collect()
}

fn of<'a>(field: &str, score: &'a Score) -> impl Iterator<Item = &'a Mistake> {
    score
        .mistakes
        .iter()
        .filter(move |mistake| mistake.field == field)
}

fn row(name: &str, counts: Counts) -> String {
    let (p, r, f1) = (
        round(counts.precision()),
        round(counts.recall()),
        round(counts.f1()),
    );
    let Counts { tp, fp, fn_ } = counts;
    format!("{name:17} P {p:.3}  R {r:.3}  F1 {f1:.3}   tp {tp} fp {fp} fn {fn_}\n")
}

/// The curve, after an empty line; nothing for records without confidence.
fn confidence(bins: &[Bin]) -> String {
    if bins.is_empty() {
        return String::new();
    }
    let mut text =
        "\nconfidence       n  right  precision   from the top: n  right  precision\n".to_owned();
    let share = |share: Share| match share.precision {
        Some(precision) => format!("{precision:9.3}"),
        None => format!("{:>9}", "–"),
    };
    for bin in bins {
        let range = match bin.below {
            None => format!("≥ {:.2}", bin.from),
            Some(below) if bin.from == 0.0 => format!("< {below:.2}"),
            Some(below) => format!("{:.2} – {below:.2}", bin.from),
        };
        let (own, top) = (bin.share, bin.from_the_top);
        let _ = writeln!(
            text,
            "{range:11} {:6}  {:5}  {}   {:15}  {:5}  {}",
            own.n,
            own.right,
            share(own),
            top.n,
            top.right,
            share(top)
        );
    }
    text
}

fn mistakes(field: &str, score: &Score, limit: usize) -> String {
    let all: Vec<_> = of(field, score).collect();
    if all.is_empty() || limit == 0 {
        return String::new();
    }
    let mut text = format!("\n{field}: {}\n", counted(&all));
    all.iter()
        .take(limit)
        .for_each(|mistake| text += &entry(mistake));
    if all.len() > limit {
        let _ = writeln!(
            text,
            "  … and {} more (--errors-limit {})",
            all.len() - limit,
            all.len()
        );
    }
    text
}

fn counted(mistakes: &[&Mistake]) -> String {
    let kinds = [Kind::Missed, Kind::Spurious, Kind::Wrong];
    let counts = kinds.map(|kind| {
        (
            mistakes.iter().filter(|m| m.kind == kind).count(),
            kind.name(),
        )
    });
    let parts: Vec<_> = counts
        .iter()
        .filter(|c| c.0 > 0)
        .map(|(n, name)| format!("{n} {name}"))
        .collect();
    parts.join(", ")
}

fn entry(mistake: &Mistake) -> String {
    let mut text = format!(
        "  {:8} {}  {}",
        mistake.kind.name(),
        mistake.article,
        mistake.person
    );
    for (name, value) in [("gold", &mistake.gold), ("predicted", &mistake.predicted)] {
        let _ = write!(text, "  {name}: {}", value.as_deref().unwrap_or("–"));
    }
    text.push('\n');
    if let Some(sentence) = &mistake.sentence {
        let at = mistake
            .start
            .map(|start| format!("[{start}] "))
            .unwrap_or_default();
        let _ = writeln!(text, "           {at}{}", sentence.replace('\n', " "));
    }
    text
}
