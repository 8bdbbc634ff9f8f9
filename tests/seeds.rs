//! The fuzzers' seeds are what they are meant to be: their readers, and extraction, find something in them.

use std::fs;
use std::path::Path;

mod common;

#[path = "../fuzz/run.rs"]
mod run;

/// The endings under which a fuzzer reads.
const READERS: [&str; 12] = [
    "txt", "md", "html", "json", "jsonl", "csv", "docx", "pdf", "zip", "tar", "gz", "zst",
];

/// The seeds in a folder, with their names.
fn seeds(folder: &str) -> Vec<(String, Vec<u8>)> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut seeds: Vec<_> = fs::read_dir(seeds.join(folder))
        .unwrap_or_else(|e| panic!("no seeds of {folder}: {e}"))
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    seeds.sort();
    seeds
}

/// Pages of a table of one row whose quotation mark is open, and PDFs, have their own reasons to give nothing.
fn may_be_empty(reader: &str, name: &str) -> bool {
    reader == "pdf" || (reader, name) == ("csv", "open")
}

#[test]
fn every_reader_has_seeds_and_reads_them() {
    for reader in READERS {
        let seeds = seeds(reader);
        assert!(seeds.len() >= 2, "{reader}: {} seeds", seeds.len());
        for (name, bytes) in seeds {
            let articles = run::read(&format!("a.{reader}"), &bytes);
            assert!(
                articles > 0 || may_be_empty(reader, &name),
                "{reader}/{name}"
            );
        }
    }
}

#[test]
fn every_kind_of_words_has_a_sound_seed() {
    let dir = tempfile::tempdir().unwrap();
    let seeds = seeds("dict");
    assert_eq!(seeds.len(), 8);
    for (name, bytes) in seeds {
        assert!(run::dict(dir.path(), &bytes), "{name}");
    }
}

#[test]
fn every_seed_of_extraction_gives_a_record() {
    let seeds = seeds("extract");
    assert!(seeds.len() >= 4);
    for (name, bytes) in seeds {
        assert!(run::extract(&common::DICT, &bytes) > 0, "{name}");
    }
}
