//! The files of `dict/`, compiled in.

use include_dir::{Dir, include_dir};

static DICT: Dir = include_dir!("$CARGO_MANIFEST_DIR/dict");

/// Name and text of every built-in dictionary file, sorted by name.
pub(super) fn files() -> Vec<(&'static str, &'static str)> {
    let mut files = Vec::new();
    collect(&DICT, &mut files);
    files.sort_unstable();
    files
}

/// jieba's dictionary: rows of `word frequency tag`, sorted by bytes.
pub(super) fn jieba() -> &'static [u8] {
    DICT.get_file("jieba.txt")
        .map_or(&[], |file| file.contents())
}

fn collect(dir: &'static Dir, files: &mut Vec<(&'static str, &'static str)>) {
    for file in dir.files() {
        let name = file.path().to_str().unwrap_or_default();
        if (name.ends_with(".tsv") || name.ends_with(".toml"))
            && let Ok(text) = simdutf8::basic::from_utf8(file.contents())
        {
            files.push((name, text));
        }
    }
    for sub in dir.dirs() {
        collect(sub, files);
    }
}
