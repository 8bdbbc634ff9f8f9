//! Bytes → articles → records, whose evidence is what stands at its place in the text.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quliu::Dict;

#[path = "../run.rs"]
mod run;

static DICT: LazyLock<Dict> = LazyLock::new(|| Dict::load(&[]).expect("the built-in dictionary is sound"));

fuzz_target!(|bytes: &[u8]| {
    run::extract(&DICT, bytes);
});
