//! The sample corpus: its gold is sound, and the scores on it are the committed ones.

use std::fs;

use assert_cmd::Command;
use quliu::score::gold;

mod common;

#[test]
fn the_scores_are_the_committed_ones() {
    let output = Command::cargo_bin("quliu")
        .expect("the binary is built with the tests")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["eval", "corpus", "--format", "text"])
        .assert()
        .success();
    let report = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    let figures = report
        .split("\n\n")
        .next()
        .expect("split gives one part at least");
    let committed = fs::read_to_string(common::corpus().join("scores")).unwrap_or_default();
    assert_eq!(
        figures.trim_end(),
        committed.trim_end(),
        "\nthe scores on corpus/ are not those of corpus/scores. If they should be, run\n\
         \n    cargo run --release -- eval corpus/ | sed '/^$/,$d' > corpus/scores\n\
         \nand commit the file with the change that makes them."
    );
}

#[test]
fn gold_quotes_its_article() {
    let golds = gold::find(&common::corpus()).unwrap();
    let mut none = 0;
    for ((name, path), article) in golds.iter().zip(common::articles()) {
        let gold = gold::load(path).unwrap();
        assert_eq!(gold.doc.as_deref(), Some(name.as_str()), "doc of {name}");
        none += usize::from(gold.events.is_empty());
        for event in &gold.events {
            let person = &event.person[0];
            assert!(
                article.text.contains(person),
                "{name}: {person} is not in the text"
            );
            let evidence = event
                .evidence
                .as_ref()
                .unwrap_or_else(|| panic!("{name}: {person} has no evidence"));
            assert!(
                article.text.contains(evidence),
                "{name}: not in the text: {evidence}"
            );
        }
    }
    assert!(golds.len() >= 45, "{} articles", golds.len());
    assert!(none >= 10, "{none} articles without a departure");
}
