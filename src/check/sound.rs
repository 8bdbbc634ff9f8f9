//! Dictionary files → rows that contradict each other, and rows that can have no effect.

use std::collections::HashMap;

use super::Finding;
use crate::dict::Dict;
use crate::dict::layer::File;
use crate::dict::term::{CUES, Cue, TitlePart};
use crate::dict::tsv::{self, Row};
use crate::dict::wording::What;

/// Checks all files.
pub(super) fn check(files: &[File], dict: &Dict) -> Vec<Finding> {
    let mut findings = Vec::new();
    for kind in ["trigger", "destination", "title"] {
        findings.extend(contradictions(files, kind));
    }
    findings.extend(blocks(files, dict));
    for row in rows(files, |stem| stem == "title_alias") {
        findings.extend(title_alias(&row, dict));
    }
    for row in rows(files, |stem| {
        of_kind(stem, "org") && stem != "org_suffix" && stem != "org_ambiguous"
    }) {
        findings.extend(parent(&row, dict));
    }
    findings.extend(same_names(dict));
    findings.extend(wordless_cues(dict));
    findings
}

/// Whether a file holds rows of this kind: `title.tsv`, `title_mine.tsv`, but not `title_alias.tsv`.
fn of_kind(stem: &str, kind: &str) -> bool {
    stem.split('_').next() == Some(kind) && stem != "title_alias"
}

fn rows<'a>(files: &'a [File], wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = Row<'a>> {
    let wanted = files
        .iter()
        .filter(move |file| file.name.ends_with(".tsv") && wanted(file.stem()));
    wanted.flat_map(|file| tsv::rows(&file.shown, &file.text))
}

/// Words that two rows of one layer declare to be different things.
fn contradictions(files: &[File], kind: &str) -> Vec<Finding> {
    let mut seen: HashMap<(usize, &str), Row> = HashMap::new();
    let mut findings = Vec::new();
    for file in files
        .iter()
        .filter(|f| f.name.ends_with(".tsv") && of_kind(f.stem(), kind))
    {
        for row in tsv::rows(&file.shown, &file.text) {
            let Some(surface) = row.cell(0) else { continue };
            let Some(first) = seen.get(&(file.layer, surface)) else {
                seen.insert((file.layer, surface), row);
                continue;
            };
            let values = |row: &Row| {
                [row.cell(1), row.cell(2), row.cell(4)]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let (here, there) = (values(&row), values(first));
            if here != there {
                let problem = format!(
                    "`{surface}` is {here} here and {there} in {}:{}: keep one",
                    first.file, first.line
                );
                findings.push(Finding::new(row.file, row.line, problem));
            }
        }
    }
    findings
}

/// Blocked words without any word in them that could tell something.
fn blocks(files: &[File], dict: &Dict) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in rows(files, |stem| of_kind(stem, "block")) {
        let Some(surface) = row.cell(0) else { continue };
        if !parts(surface).any(|part| {
            dict.terms
                .get(part)
                .is_some_and(|t| t.trigger.is_some() || t.join.is_some())
        }) {
            let problem = format!(
                "`{surface}` contains no trigger, so that there is nothing to block: remove the row"
            );
            findings.push(Finding::new(row.file, row.line, problem));
        }
    }
    findings
}

/// Every stretch of a word.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let starts = word.char_indices().map(|(i, _)| i);
    starts.flat_map(move |start| {
        let ends = word[start..]
            .char_indices()
            .map(move |(i, c)| start + i + c.len_utf8());
        ends.map(move |end| &word[start..end])
    })
}

/// The post that an alias stands for must be a title.
fn title_alias(row: &Row, dict: &Dict) -> Option<Finding> {
    let canonical = row.cell(1)?;
    let is_title = |t: &crate::dict::term::Term| {
        matches!(t.title, Some(TitlePart::Head | TitlePart::Informal))
    };
    if dict.terms.get(canonical).is_some_and(is_title) {
        return None;
    }
    let problem = format!(
        "`{canonical}` is no title: add it to title.tsv, or name the post as it stands there"
    );
    Some(Finding::new(row.file, row.line, problem))
}

/// The parent of an organisation must be an organisation.
fn parent(row: &Row, dict: &Dict) -> Option<Finding> {
    let parent = row.cell(3)?;
    if dict.terms.get(parent).is_some_and(|t| t.org.is_some()) {
        return None;
    }
    let problem = format!(
        "the parent `{parent}` is no organisation: add a row for it, or name it as its row does"
    );
    Some(Finding::new(row.file, row.line, problem))
}

/// Two wordings with one name cannot be told apart in `evidence.rules`.
fn same_names(dict: &Dict) -> Vec<Finding> {
    let mut seen = HashMap::new();
    let mut findings = Vec::new();
    for wording in &dict.wordings {
        if let Some((file, line)) = seen.insert(&wording.name, (&wording.file, wording.line)) {
            let problem = format!(
                "wording `{}` has the name of the one in {file}:{line}: give it another",
                wording.name
            );
            findings.push(Finding::new(&wording.file, wording.line, problem));
        }
    }
    findings
}

/// A wording that asks for a cue which no word carries can never be found.
fn wordless_cues(dict: &Dict) -> Vec<Finding> {
    let carried = |cue: Cue| dict.terms.iter().any(|(_, t)| t.cues.has(cue));
    let mut findings = Vec::new();
    for wording in &dict.wordings {
        for item in wording.items.iter().filter(|item| !item.optional) {
            let What::Cue(cue) = item.what else { continue };
            if !carried(cue) {
                let name = CUES
                    .iter()
                    .find(|(_, c)| *c == cue)
                    .map_or("", |(name, _)| name);
                let problem = format!(
                    "wording `{}` asks for the cue `{name}`, which no word carries: add one to cue.tsv",
                    wording.name
                );
                findings.push(Finding::new(&wording.file, wording.line, problem));
            }
        }
    }
    findings
}
