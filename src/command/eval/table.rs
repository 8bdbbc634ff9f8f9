//! The rule report → a table for people, and the dead rules in few lines.

use std::fmt::Write;

use quliu::score::rules::{Report, Row};

use crate::command::{columns, counted};

/// Columns of a rule's name and of its kind.
const WIDTHS: (usize, usize) = (28, 10);

/// The report, after an empty line.
pub fn text(report: &Report) -> String {
    let mut text = format!(
        "\nrules: {} at work; most wrong records first\n  {} {} tried  found  right  wrong   only\n",
        report.rules.len(),
        columns::pad("", WIDTHS.0),
        columns::pad("", WIDTHS.1),
    );
    for row in &report.rules {
        text += &line(row);
    }
    text += &dead("trigger", &report.dead_triggers);
    text += &dead("wording", &report.dead_wordings);
    text
}

fn line(row: &Row) -> String {
    let tried = row.tried.map_or("–".to_owned(), |n| n.to_string());
    format!(
        "  {} {} {tried:>5}  {:5}  {:5}  {:5}  {:5}\n",
        columns::pad(&row.rule, WIDTHS.0),
        columns::pad(row.kind.name(), WIDTHS.1),
        row.found,
        row.right,
        row.wrong,
        row.only
    )
}

fn dead(kind: &str, rules: &[String]) -> String {
    let mut text = String::new();
    if !rules.is_empty() {
        let counted = counted(rules.len(), kind);
        let _ = writeln!(text, "\n{counted} of the dictionaries never tried here:");
        let _ = writeln!(text, "{}", columns::wrap(rules.iter().cloned(), 2));
    }
    text
}
