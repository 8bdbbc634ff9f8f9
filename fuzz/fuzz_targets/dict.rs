//! Bytes as a file of a user's dictionary folder → a dictionary, or an error.
#![no_main]

use std::fs;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quliu::Dict;

/// The kinds of files that a folder may hold; the first byte of an input chooses.
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

static FOLDER: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("quliu-fuzz-{}", std::process::id()));
    fs::create_dir_all(folder.join("rules")).expect("the temporary folder can be written");
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Some((first, text)) = bytes.split_first() else {
        return;
    };
    let path = FOLDER.join(FILES[usize::from(*first) % FILES.len()]);
    fs::write(&path, text).expect("the temporary folder can be written");
    let _ = Dict::load(&[FOLDER.clone()]);
    fs::remove_file(&path).expect("it was written above");
});
