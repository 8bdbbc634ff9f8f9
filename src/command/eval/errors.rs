//! Mistakes → the table of `--errors`.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use quliu::Dict;
use quliu::export::file::Output;
use quliu::score::cause::{self, Diagnosis};
use quliu::score::{Mistake, Score, list};
use rayon::prelude::*;

use super::read::Read;

/// Writes every mistake with its cause, in full or not at all.
pub fn write(
    path: &Path,
    bom: bool,
    score: &Score,
    read: &Read,
    dict: Option<&Dict>,
) -> anyhow::Result<()> {
    let numbers: Vec<usize> = (0..read.documents.len()).collect();
    let rows: Vec<(&Mistake, Diagnosis)> = numbers
        .par_iter()
        .flat_map_iter(|&number| diagnose(number, score, read, dict))
        .collect();
    let write = || {
        let mut output = Output::create(path)?;
        if bom {
            output.write_all("\u{FEFF}".as_bytes())?;
        }
        let mut buffered = BufWriter::new(&mut output);
        let rows = rows
            .iter()
            .map(|(mistake, diagnosis)| (*mistake, diagnosis));
        list::write(rows, &read.documents, &mut buffered)?;
        buffered.flush()?;
        drop(buffered);
        output.keep()
    };
    write().with_context(|| format!("{}: cannot be written", path.display()))
}

/// The mistakes of one article with their causes. The article is analysed again: what analyses lend lives only
/// as long as they do, and most articles have few mistakes.
fn diagnose<'a>(
    number: usize,
    score: &'a Score,
    read: &Read,
    dict: Option<&Dict>,
) -> Vec<(&'a Mistake, Diagnosis)> {
    let document = &read.documents[number];
    let own = score.mistakes.iter();
    let own: Vec<&Mistake> = own
        .filter(|mistake| mistake.compared.document == number)
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let causes = match (&read.articles[number], dict) {
        (Some(article), Some(dict)) => quliu::analyse(article, dict, |analysis| {
            cause::find(&own, document, Some(&analysis))
        }),
        _ => cause::find(&own, document, None),
    };
    own.into_iter().zip(causes).collect()
}
