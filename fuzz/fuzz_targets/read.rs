//! Bytes under a name of each format → articles, by the reader that the name and the bytes choose.
//!
//! `QULIU_FUZZ_NAME=a.docx` keeps to one reader.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../run.rs"]
mod run;

static NAME: LazyLock<String> =
    LazyLock::new(|| std::env::var("QULIU_FUZZ_NAME").unwrap_or_else(|_| "a.txt".to_owned()));

fuzz_target!(|bytes: &[u8]| {
    run::read(&NAME, bytes);
});
