//! Whatever lies in a folder: one thread and four write the same, every record can be looked up in the text that was
//! kept of its `source`, and that text is the article's.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use quliu::article::{self, ReadOptions, input};
use serde_json::{Value, json};

mod common;
use common::pack;

const SENTENCES: [&str; 6] = [
    "栖木汽车首席设计师卢森川因个人原因离职。",
    "云岫科技总裁邬晚晴昨日辞职，加入栖木汽车。\r\n",
    "众擎集团董事长丁鹤亭退休，韩松年接任。\n",
    "蒼耳網絡總裁孟祥川離任。",
    "今日天气很好😀，",
    "e\u{301}\u{200b}　",
];

/// A file of the folder: its name, and its bytes.
type File = (String, Vec<u8>);

fn text() -> impl Strategy<Value = String> {
    let sentence = proptest::sample::select(&SENTENCES[..]);
    proptest::collection::vec(sentence, 1..5).prop_map(|sentences| sentences.concat())
}

/// Ids that come twice, that look like numbers of rows, and that lead out of a folder; some rows have none.
fn rows() -> impl Strategy<Value = Vec<(Option<String>, String)>> {
    let id = proptest::option::of("[1-3a~#/%.]{0,2}");
    proptest::collection::vec((id, text()), 1..8)
}

fn lines(rows: &[(Option<String>, String)]) -> Vec<u8> {
    let line = |(id, text): &(Option<String>, String)| match id {
        Some(id) => json!({"id": id, "text": text}).to_string() + "\n",
        None => json!({"text": text}).to_string() + "\n",
    };
    rows.iter().map(line).collect::<String>().into_bytes()
}

fn table(rows: &[(Option<String>, String)]) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["id", "text"]).unwrap();
    for (id, text) in rows {
        let id = id.as_deref().unwrap_or_default();
        table.write_record([id, text]).unwrap();
    }
    table.into_inner().unwrap()
}

fn file() -> impl Strategy<Value = File> {
    prop_oneof![
        text().prop_map(|text| ("a.txt".to_owned(), text.into_bytes())),
        text().prop_map(|text| ("a#1.md".to_owned(), text.into_bytes())),
        rows().prop_map(|rows| ("a.jsonl".to_owned(), lines(&rows))),
        rows().prop_map(|rows| ("a.csv".to_owned(), table(&rows))),
        rows().prop_map(|rows| ("a.jsonl.gz".to_owned(), pack::gzip(&lines(&rows)))),
        Just(("a.zip".to_owned(), b"PK\x03\x04".to_vec())),
    ]
}

/// A file, or an archive of some, which may have the same name.
fn input() -> impl Strategy<Value = File> {
    let members = proptest::collection::vec(file(), 1..4);
    prop_oneof![3 => file(), 1 => members.prop_map(|members| ("a.tar".to_owned(), pack::tar(&members)))]
}

/// The records as JSON lines, and the texts that were kept, by their names.
fn extract(folder: &Path, jobs: &str) -> (String, BTreeMap<String, String>) {
    let output = Command::new(env!("CARGO_BIN_EXE_quliu"))
        .current_dir(folder)
        .args(["extract", "in", "--format", "jsonl", "--status", "all"])
        .args(["--jobs", jobs, "--keep-text", jobs])
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!told.contains("broke"), "{told}");
    let kept = fs::read_dir(folder.join(jobs)).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    let kept = kept.collect();
    (String::from_utf8(output.stdout).unwrap(), kept)
}

/// The name under which the text of an article is kept.
fn kept_name(source: &str) -> String {
    let written = source.chars().map(|c| match c {
        '/' | '%' => format!("%{:02X}", u32::from(c)),
        c => c.to_string(),
    });
    written.collect::<String>() + ".txt"
}

/// The articles of the folder, by their sources, as the library reads them.
fn articles(folder: &Path) -> HashMap<String, article::Article> {
    let found = input::find(&[folder.join("in")]);
    let read = found.inputs.iter().flat_map(|input| {
        let (articles, _) = article::read_all(&input, &ReadOptions::default());
        articles
    });
    let prefix = format!("{}/", folder.display());
    let mut articles = HashMap::new();
    for article in read {
        let source = article.source.replace(&prefix, "");
        let twice = articles.insert(source.clone(), article);
        assert!(twice.is_none(), "two articles are called {source}");
    }
    articles
}

fn assert_evidence(record: &Value, text: &str) {
    let text: Vec<char> = text.chars().collect();
    for evidence in record["evidence"].as_array().unwrap() {
        let at = |key: &str| evidence[key].as_u64().unwrap() as usize;
        let there: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(there, evidence["text"].as_str().unwrap(), "{record}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::with_cases(10) })]

    #[test]
    fn threads_change_nothing_and_evidence_can_be_looked_up(
        inputs in proptest::collection::vec(input(), 1..5),
    ) {
        let dir = tempfile::tempdir().unwrap();
        for (i, (name, bytes)) in inputs.iter().enumerate() {
            let folder = dir.path().join(format!("in/{i}"));
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(name), bytes).unwrap();
        }
        let (records, kept) = extract(dir.path(), "1");
        prop_assert_eq!(&(records.clone(), kept.clone()), &extract(dir.path(), "4"));
        let articles = articles(dir.path());
        let mut looked_up = 0;
        for line in records.lines() {
            let record: Value = serde_json::from_str(line).unwrap();
            let article = &articles[record["source"].as_str().unwrap()];
            let name = kept_name(record["source"].as_str().unwrap());
            let text = match kept.get(&name) {
                Some(text) => {
                    looked_up += 1;
                    // Read as an article, it is the same one.
                    let again = article::read(&dir.path().join("1").join(&name), None).unwrap();
                    prop_assert_eq!(&again.text, text);
                    text.clone()
                }
                None => fs::read_to_string(dir.path().join(record["source"].as_str().unwrap())).unwrap(),
            };
            prop_assert_eq!(&article.text, &text);
            assert_evidence(&record, &text);
        }
        prop_assert!(looked_up >= kept.len());
    }
}
