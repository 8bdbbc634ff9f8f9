//! Bytes as a file of a user's dictionary folder → a dictionary, or an error.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../run.rs"]
mod run;

static FOLDER: LazyLock<PathBuf> =
    LazyLock::new(|| std::env::temp_dir().join(format!("quliu-fuzz-{}", std::process::id())));

fuzz_target!(|bytes: &[u8]| {
    run::dict(&FOLDER, bytes);
});
