//! What the fuzzers do with their bytes; the tests do the same with the seeds.
#![allow(dead_code)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use quliu::Dict;
use quliu::article::{Article, Item, ReadOptions, open};

/// The kinds of files that a folder of words may hold; the first byte of an input chooses.
const FILES: [&str; 8] = [
    "org.tsv",
    "title.tsv",
    "trigger.tsv",
    "reason.tsv",
    "surname.tsv",
    "destination.tsv",
    "block.tsv",
    "rules/mine.toml",
];

/// Bytes under a name → articles, by the reader that the name and the bytes choose; tells how many.
pub fn read(name: &str, bytes: &[u8]) -> usize {
    let options = ReadOptions {
        max_bytes: 1 << 20,
        max_articles: 100,
        ..ReadOptions::default()
    };
    let mut articles = 0;
    each(name, bytes, &options, |article| {
        assert!(article.text.is_char_boundary(article.body));
        articles += 1;
    });
    articles
}

/// Bytes as a file of a user's words in a folder of nothing else → whether they are sound.
pub fn dict(folder: &Path, bytes: &[u8]) -> bool {
    let Some((first, text)) = bytes.split_first() else {
        return false;
    };
    let path = folder.join(FILES[usize::from(*first) % FILES.len()]);
    fs::create_dir_all(folder.join("rules")).expect("the folder can be written");
    fs::write(&path, text).expect("the folder can be written");
    let loaded = Dict::load(&[folder.to_owned()]);
    fs::remove_file(&path).expect("it was written above");
    loaded.is_ok()
}

/// Bytes of a text → records, whose evidence is what stands at its place in the text; tells how many.
pub fn extract(dict: &Dict, bytes: &[u8]) -> usize {
    let mut found = 0;
    each("a.txt", bytes, &ReadOptions::default(), |article| {
        let records = quliu::extract(&article, dict);
        for evidence in records.iter().flat_map(|record| &record.evidence) {
            let there = article.text.chars().skip(evidence.start);
            let there = there.take(evidence.end - evidence.start);
            assert!(there.eq(evidence.text.chars()));
        }
        found += records.len();
    });
    found
}

fn each(name: &str, bytes: &[u8], options: &ReadOptions, mut take: impl FnMut(Article)) {
    open::bytes(name, bytes, options, &mut |item| {
        if let Item::Article(article) = item {
            take(article);
        }
        ControlFlow::Continue(())
    });
}
