//! Articles → files with their texts, in which the evidence of their records can be looked up.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use quliu::{Article, Error};

use super::name::fitted;

/// Bytes of a name that every file system takes, with room for the ending.
const MAX_NAME: usize = 200;

/// The folder of the texts.
pub struct KeepText(PathBuf);

impl KeepText {
    /// Makes the folder, unless it is there.
    pub fn create(folder: &Path) -> anyhow::Result<KeepText> {
        fs::create_dir_all(folder)
            .with_context(|| format!("--keep-text {}: cannot be made", folder.display()))?;
        Ok(KeepText(folder.to_owned()))
    }

    /// Writes the text of an article, unless its file is just that text.
    pub fn write(&self, article: &Article) -> quliu::Result<()> {
        if article.is_verbatim() {
            return Ok(());
        }
        let path = self.0.join(file_name(&article.source));
        fs::write(&path, &article.text).map_err(|e| Error::io(&path, &e))
    }
}

/// The name of the text: that of the article, with what could lead out of the folder written as `%` and a number, so
/// that different articles have different names.
fn file_name(source: &str) -> String {
    let mut name = String::new();
    for c in source.chars() {
        let leads = matches!(
            c,
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%'
        );
        match leads || c.is_control() || name.is_empty() && c == '.' {
            true => name.push_str(&format!("%{:02X}", u32::from(c))),
            false => name.push(c),
        }
    }
    fitted(name, source, MAX_NAME) + ".txt"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        assert_eq!(file_name("a/b.pdf"), "a%2Fb.pdf.txt");
        assert_eq!(
            file_name("../../etc/a.zip#../b"),
            "%2E.%2F..%2Fetc%2Fa.zip#..%2Fb.txt"
        );
        assert_ne!(file_name("../a.docx"), file_name("/a.docx"));
        assert_eq!(file_name("a.jsonl#%2F"), "a.jsonl#%252F.txt");
    }
}
