//! Bytes → articles → records, whose evidence is what stands at its place in the text.
#![no_main]

use std::ops::ControlFlow;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quliu::Dict;
use quliu::article::{Item, ReadOptions, open};

static DICT: LazyLock<Dict> = LazyLock::new(|| Dict::load(&[]).expect("the built-in dictionary is sound"));

fuzz_target!(|bytes: &[u8]| {
    open::bytes("a.txt", bytes, &ReadOptions::default(), &mut |item| {
        if let Item::Article(article) = item {
            for record in quliu::extract(&article, &DICT) {
                for evidence in &record.evidence {
                    let there = article.text.chars().skip(evidence.start);
                    assert!(there.take(evidence.end - evidence.start).eq(evidence.text.chars()));
                }
            }
        }
        ControlFlow::Continue(())
    });
});
