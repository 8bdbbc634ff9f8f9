//! The same articles give the same bytes, whatever the threads, the order of the paths and the run.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// What `quliu extract` writes, as JSON lines.
fn extract(arguments: &[String]) -> String {
    let output = Command::cargo_bin("quliu")
        .expect("the binary is built with the tests")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["extract", "--format", "jsonl", "--status", "all"])
        .args(arguments)
        .assert()
        .success();
    String::from_utf8(output.get_output().stdout.clone()).expect("JSON is UTF-8")
}

fn with(arguments: &[&str]) -> String {
    extract(
        &arguments
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
    )
}

/// Every article of the corpus, as a path of its own.
fn paths() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let names = fs::read_dir(corpus)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut paths: Vec<_> = names
        .filter(|n| n.ends_with(".txt") || n.ends_with(".md"))
        .map(|n| format!("corpus/{n}"))
        .collect();
    paths.sort();
    paths
}

#[test]
fn one_thread_and_eight_write_the_same() {
    let one = with(&["corpus", "--jobs", "1"]);
    assert!(
        one.lines().count() > 80,
        "{} records are too few to tell",
        one.lines().count()
    );
    assert_eq!(one, with(&["corpus", "--jobs", "8"]));
}

#[test]
fn two_runs_write_the_same() {
    assert_eq!(with(&["corpus"]), with(&["corpus"]));
}

#[test]
fn the_order_of_the_paths_does_not_matter() {
    let sorted = paths();
    let expected = extract(&sorted);
    let mut shuffled = sorted.clone();
    shuffled.reverse();
    assert_eq!(extract(&shuffled), expected);
    // Every seventh, then every seventh after the first, and so on.
    shuffled.sort_by_key(|path| sorted.iter().position(|p| p == path).map(|at| (at % 7, at)));
    assert_ne!(shuffled, sorted);
    assert_eq!(extract(&shuffled), expected);
    assert_eq!(with(&["corpus"]), expected.as_str());
}

/// Short cuts cost no record: on the corpus, and on the texts of the folder that `QULIU_TEXTS` names.
#[test]
fn an_exhaustive_search_finds_the_same() {
    let texts = std::env::var("QULIU_TEXTS").ok();
    for folder in ["corpus"].into_iter().chain(texts.as_deref()) {
        assert_eq!(with(&[folder]), with(&[folder, "--exhaustive"]), "{folder}");
    }
}
