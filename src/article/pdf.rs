//! A PDF document → one article: its words by poppler's `pdftotext`, put together to lines, paragraphs and rows of tables.
//!
//! `pdftotext` runs apart, within limits: PDFs are programs in part, and readers of them have been broken by some.

use std::io::Write;
use std::process::Command;
use std::time::Duration;

use super::tool::{self, Failure, Limits, Output};
use super::{Article, ReadOptions};

mod margin;
mod page;
mod paragraph;
mod row;
mod table;

/// The program that reads PDFs.
const PDFTOTEXT: &str = "pdftotext";
/// A page takes some milliseconds; books of a thousand pages take two seconds.
const TIME: Duration = Duration::from_secs(60);
/// What large documents need, ten times over.
const MEMORY: u64 = 1 << 30;
/// So many bytes tell of a word and its place for one that is in the text.
const OVERHEAD: u64 = 16;

/// What is wrong where pdftotext leaves Chinese characters out.
const LACKING: &str = "pdftotext lacks the tables of some Chinese fonts: install poppler-data (Debian, Ubuntu: apt-get \
                       install poppler-data; elsewhere it comes with poppler)";

/// The one article in a PDF document.
pub fn parse(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Article, String> {
    let xml = words(bytes, options.max_bytes)?;
    let pages = page::read(&xml, options.max_bytes)?;
    let words = pages.iter().flat_map(|page| &page.words);
    if is_garbled(words.map(|word| word.text.as_str())) {
        return Err(
            "its fonts do not tell which characters they show: run OCR first, e.g. ocrmypdf --force-ocr -l chi_sim in.pdf out.pdf"
                .to_owned(),
        );
    }
    let em = row::em(&pages);
    let rows = margin::without(&pages, row::find(&pages, em));
    if rows.is_empty() {
        return Err(
            "no text layer (scanned pages): run OCR first, e.g. ocrmypdf -l chi_sim in.pdf out.pdf"
                .to_owned(),
        );
    }
    let article = Article {
        source: name.to_owned(),
        title: paragraph::title(&rows, em),
        text: paragraph::lines(rows, &pages, em).join("\n"),
        ..Article::default()
    };
    Ok(article.with_origin("pdf", "", 0))
}

/// Every word and its place, as XML.
fn words(pdf: &[u8], max_bytes: u64) -> Result<String, String> {
    // pdftotext jumps about in its file; ours is private and has a name that nobody else chose.
    let file = tempfile::Builder::new()
        .prefix("quliu-")
        .suffix(".pdf")
        .tempfile();
    let mut file = file.map_err(|e| no_copy(&e))?;
    file.write_all(pdf).map_err(|e| no_copy(&e))?;
    let limits = Limits {
        time: TIME,
        memory: MEMORY,
        output: max_bytes.saturating_mul(OVERHEAD),
    };
    let mut command = Command::new(PDFTOTEXT);
    command
        .args(["-bbox", "-enc", "UTF-8"])
        .arg(file.path())
        .arg("-");
    match tool::run(&mut command, limits) {
        Ok(output) if output.stderr.contains("language pack") => Err(LACKING.to_owned()),
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => Err(problem(&output)),
        Err(failure) => Err(explain(&failure, max_bytes)),
    }
}

fn no_copy(error: &std::io::Error) -> String {
    format!("no copy for pdftotext can be made ({error}): set TMPDIR to a folder with space")
}

/// Why there is no output, and what to do about it.
fn explain(failure: &Failure, max_bytes: u64) -> String {
    match failure {
        Failure::Missing => {
            "PDFs are read by pdftotext, which is not on the path: install it (Debian, Ubuntu: apt-get install \
             poppler-utils; macOS: brew install poppler; Windows: choco install poppler, or scoop install poppler)"
                .to_owned()
        }
        Failure::System(e) => format!("pdftotext does not run ({e}): try `pdftotext -v`"),
        Failure::TooLong => format!(
            "pdftotext took more than {} seconds and was ended: split the file, or print it to a new PDF",
            TIME.as_secs()
        ),
        Failure::TooMuch => {
            format!("more text than {max_bytes} bytes: split it, or raise --max-file-size")
        }
    }
}

/// What is wrong with a file that pdftotext does not read, and what to do about it.
fn problem(output: &Output) -> String {
    let says = |words: &str| output.stderr.contains(words);
    let last = output.stderr.lines().rev().find(|l| !l.trim().is_empty());
    let last = last.unwrap_or("it gives no reason").trim();
    if says("ncorrect password") {
        "encrypted: take its password off first, e.g. qpdf --decrypt --password=… in.pdf out.pdf"
            .to_owned()
    } else if says("not allowed") {
        "its author does not allow text to be taken out: ask for another copy".to_owned()
    } else if says("Usage:") {
        "this pdftotext is not poppler's, and cannot tell where words stand: install poppler"
            .to_owned()
    } else if output.status.code().is_none() || says("emory") || says("bad_alloc") {
        format!(
            "pdftotext broke down, perhaps for want of memory (it may take {} MiB): print it to a new PDF",
            MEMORY >> 20
        )
    } else {
        format!("a damaged PDF ({last}): fetch it again, or print it to a new PDF")
    }
}

/// Whether the characters are mostly none that anyone writes.
fn is_garbled<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let odd = |c: char| {
        c.is_control() || matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
    };
    let (mut all, mut odds) = (0_usize, 0);
    for c in words.flat_map(str::chars) {
        all += 1;
        odds += usize::from(odd(c));
    }
    odds * 3 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_that_do_not_tell_their_characters_are_noticed() {
        assert!(is_garbled(["\u{E001}\u{E002}离职"].into_iter()));
        assert!(!is_garbled(["\u{E001}张三昨日离职"].into_iter()));
    }

    #[test]
    fn a_missing_pdftotext_is_told_how_to_install() {
        let message = explain(&Failure::Missing, 1);
        assert!(message.contains("poppler-utils") && message.contains("brew"));
    }
}
