//! Bytes under a name of each format → articles, by the reader that the name and the bytes choose.
//!
//! `QULIU_FUZZ_NAME=a.docx` keeps to one reader.
#![no_main]

use std::ops::ControlFlow;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use quliu::article::{Item, ReadOptions, open};

static NAME: LazyLock<String> =
    LazyLock::new(|| std::env::var("QULIU_FUZZ_NAME").unwrap_or_else(|_| "a.txt".to_owned()));

fuzz_target!(|bytes: &[u8]| {
    let options = ReadOptions {
        max_bytes: 1 << 20,
        max_articles: 100,
        ..ReadOptions::default()
    };
    open::bytes(&NAME, bytes, &options, &mut |item| {
        if let Item::Article(article) = item {
            assert!(article.text.is_char_boundary(article.body));
        }
        ControlFlow::Continue(())
    });
});
