//! The commands as a user calls them.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use tempfile::TempDir;

const HEADER: &str = "person,former_role,company,reason,destination,";
const SCORED: &str = "tests/score/what_is_missed_spurious_wrong_or_told_twice_counts_against";

fn quliu(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("quliu").expect("the binary is built with the tests");
    command.current_dir(folder);
    command
}

fn project() -> Command {
    quliu(Path::new(env!("CARGO_MANIFEST_DIR")))
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

fn article() -> &'static [u8] {
    "甲乙科技公告，副总裁张三因个人原因辞职。".as_bytes()
}

#[test]
fn help_shows_examples() {
    project()
        .arg("--help")
        .assert()
        .success()
        .stdout(contains("quliu extract articles/"));
    project()
        .args(["extract", "--help"])
        .assert()
        .success()
        .stdout(contains("--status <LIST>"));
    project()
        .args(["eval", "--help"])
        .assert()
        .success()
        .stdout(contains("--pred <FILE>"));
}

#[test]
fn wrong_usage_is_code_2() {
    for arguments in [
        &[][..],
        &["extract"],
        &["abstract", "."],
        &["extract", ".", "--format", "xml"],
        &["extract", ".", "--published", "yesterday"],
        &["extract", ".", "--status", "completed,gone"],
        &["extract", ".", "--jobs", "0"],
        &["extract", ".", "--max-file-size", "many"],
        &["extract", ".", "-o", "out.xyz"],
        &["extract", ".", "-o", "none/out.csv"],
        &["extract", ".", "--format", "jsonl", "--bom"],
        &["extract", ".", "--dict", "none"],
        &["check", "--dict", "none"],
        &["eval"],
        &["eval", ".", "--rules", "--pred", "p.jsonl"],
        &["eval", ".", "--bom"],
        &["eval", ".", "--errors", "none/errors.csv"],
        &["eval", ".", "--errors", "."],
    ] {
        let dir = folder(&[]);
        quliu(dir.path())
            .args(arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(predicate::str::is_empty().not());
        assert_eq!(
            fs::read_dir(&dir).unwrap().count(),
            0,
            "{arguments:?} left a file"
        );
    }
}

#[test]
fn the_header_is_written_for_articles_without_a_departure() {
    let dir = folder(&[("a.txt", "今天天气很好。".as_bytes())]);
    quliu(dir.path())
        .args(["extract", "."])
        .assert()
        .success()
        .stdout(starts_with(HEADER).and(predicate::function(|s: &str| s.lines().count() == 1)))
        .stderr("");
}

#[test]
fn bad_input_costs_one_line_each_and_nothing_else() {
    let dir = folder(&[
        ("a.txt", article()),
        ("b.txt", b""),
        ("c.txt", b"PK\x03\x04\0\0"),
        ("d.txt", b"\xD5\xC5\xC8\xFD"),
        ("e.txt", article()),
        ("e.meta.json", b"{\"published\": \"soon\"}"),
        ("f.txt", article()),
    ]);
    let assert = quliu(dir.path())
        .args([
            "extract", "none.txt", "a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt",
        ])
        .assert()
        .code(1)
        .stdout(starts_with(HEADER));
    let stderr = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    let lines: Vec<_> = stderr.lines().collect();
    assert_eq!(lines.len(), 5, "{stderr}");
    assert!(lines[0].starts_with("none.txt: no such file"), "{stderr}");
    assert_eq!(lines[1], "b.txt: empty file");
    assert!(
        lines[2].starts_with("c.txt: a damaged ZIP archive"),
        "{stderr}"
    );
    assert!(
        lines[3].starts_with("e.meta.json: `published` is no date"),
        "{stderr}"
    );
    assert!(
        lines[4].starts_with("3 articles, ") && lines[4].ends_with("4 failed (listed above)"),
        "{stderr}"
    );
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let dir = folder(&[("a.txt", article())]);
    quliu(dir.path())
        .args(["extract", "a.txt", "--max-file-size", "10"])
        .assert()
        .code(1)
        .stderr(contains("a.txt: larger than 10 bytes"));
}

#[test]
fn the_output_file_gets_the_format_of_its_ending_and_replaces_an_old_one_by_force() {
    let dir = folder(&[("a.txt", article()), ("out.csv", b"old")]);
    let out = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", "out.csv"])
        .assert()
        .code(2)
        .stderr(contains("it is there already: --force replaces it"));
    assert_eq!(out("out.csv"), "old");
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", "out.csv", "--force"])
        .assert()
        .success()
        .stdout("");
    assert!(out("out.csv").starts_with(HEADER));
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", "out.csv", "--bom", "--force"])
        .assert()
        .success();
    assert!(out("out.csv").starts_with("\u{FEFF}person,"));
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", "out.jsonl"])
        .assert()
        .success();
    assert!(!out("out.jsonl").contains(HEADER));
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", "out.xyz", "--format", "csv"])
        .assert()
        .success();
    assert!(out("out.xyz").starts_with(HEADER));
}

#[test]
fn the_longest_name_that_the_file_system_takes_is_written_to() {
    let dir = folder(&[("a.txt", article())]);
    let name = format!("{}.csv", "a".repeat(255 - ".csv".len()));
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", &name])
        .assert()
        .success()
        .stderr("");
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_refused_before_anything_is_read() {
    let dir = folder(&[]);
    std::os::unix::fs::symlink("gone/out.csv", dir.path().join("link.csv")).unwrap();
    for options in [&["-o", "link.csv"][..], &["-o", "link.csv", "--force"]] {
        quliu(dir.path())
            .args(["extract", "none.txt"])
            .args(options)
            .assert()
            .code(2)
            .stderr(contains(
                "this is a link to gone/out.csv, which is not there: name that file",
            ));
    }
}

#[test]
fn what_could_be_read_is_written_to_the_output_file() {
    let dir = folder(&[("a.txt", article())]);
    quliu(dir.path())
        .args(["extract", "a.txt", "none.txt", "-o", "out.csv"])
        .assert()
        .code(1);
    assert!(
        fs::read_to_string(dir.path().join("out.csv"))
            .unwrap()
            .starts_with(HEADER)
    );
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let dir = folder(&[("a.txt", article())]);
    quliu(dir.path())
        .args(["extract", "a.txt", "-o", "/dev/null", "--format", "csv"])
        .assert()
        .success();
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}

#[test]
fn standard_input_is_an_article() {
    let dir = folder(&[]);
    quliu(dir.path())
        .args(["extract", "-", "--published", "2023-01-25", "-v"])
        .write_stdin(article())
        .assert()
        .success()
        .stdout(starts_with(HEADER))
        .stderr(starts_with("1 article, 1 record, "));
    quliu(dir.path())
        .args(["extract", "-"])
        .write_stdin("")
        .assert()
        .code(1)
        .stderr(starts_with("-: empty file"));
}

#[test]
fn the_output_does_not_depend_on_threads_or_on_the_order_of_paths() {
    let names: Vec<_> = (0..40).map(|i| format!("{i:02}.txt")).collect();
    let files: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), article()))
        .collect();
    let dir = folder(&files);
    let out = |jobs: &str, paths: &[&str]| {
        let assert = quliu(dir.path())
            .args(["extract", "--format", "jsonl", "--jobs", jobs])
            .args(paths)
            .assert();
        assert.success().get_output().stdout.clone()
    };
    let mut paths: Vec<_> = names.iter().map(String::as_str).collect();
    let one = out("1", &paths);
    assert_eq!(one, out("8", &paths));
    paths.reverse();
    assert_eq!(one, out("8", &paths));
}

#[test]
fn eval_prints_the_figures_and_then_the_mistakes() {
    let expected = fs::read_to_string(format!("{SCORED}/expected.txt")).unwrap();
    project()
        .args([
            "eval",
            SCORED,
            "--pred",
            &format!("{SCORED}/pred.jsonl"),
            "--errors-limit",
            "1",
        ])
        .assert()
        .success()
        .stdout(starts_with(expected).and(contains("\nperson: 1 missed, 2 spurious\n")))
        .stdout(contains("… and 2 more (--errors-limit 3)"));
}

#[test]
fn eval_as_json_has_the_keys_of_score_py() {
    let expected = fs::read_to_string(format!("{SCORED}/expected.json")).unwrap();
    let figures = expected
        .trim_end()
        .trim_end_matches('}')
        .replace(": ", ":")
        .replace(", ", ",");
    project()
        .args([
            "eval",
            SCORED,
            "--pred",
            &format!("{SCORED}/pred.jsonl"),
            "--format",
            "json",
        ])
        .assert()
        .success()
        .stdout(starts_with(figures).and(contains(r#""errors":[{"article":"a","field":"person""#)));
}

#[test]
fn eval_reads_the_articles_beside_the_gold() {
    let gold = r#"{"events": [{"person": ["张三"]}]}"#.as_bytes();
    let dir = folder(&[
        ("a.gold.json", gold),
        ("a.txt", article()),
        ("b.gold.json", gold),
    ]);
    quliu(dir.path())
        .args(["eval", "."])
        .assert()
        .code(1)
        .stdout(starts_with("2 articles; "))
        .stderr(contains("b.gold.json: no article beside it: add NAME.txt"));
}

/// A gold file that says that only 张三 leaves, and an article in which two do.
fn labelled() -> TempDir {
    folder(&[
        (
            "a.gold.json",
            r#"{"events": [{"person": ["张三"], "company": ["甲乙科技"], "reason": ["家庭原因"]}]}"#.as_bytes(),
        ),
        (
            "a.txt",
            "标题\n\n甲乙科技公告，副总裁张三因个人原因辞职。\n丙丁科技总裁邬晚晴退休。".as_bytes(),
        ),
    ])
}

#[test]
fn eval_tells_how_often_records_of_each_confidence_are_right() {
    quliu(labelled().path())
        .args(["eval", "."])
        .assert()
        .success()
        .stdout(contains("\n\nconfidence       n  right  precision"))
        .stdout(contains(
            "\n≥ 0.95           2      1      0.500                 2      1      0.500\n",
        ));
    quliu(labelled().path())
        .args(["eval", ".", "--format", "json"])
        .assert()
        .stdout(contains(
            r#""confidence":[{"from":0.95,"below":null,"n":2,"right":1,"precision":0.5,"#,
        ));
}

#[test]
fn eval_reports_what_each_rule_did() {
    let assert = quliu(labelled().path())
        .args(["eval", ".", "--rules"])
        .assert()
        .success()
        .stdout(contains("wordings of the dictionaries never tried here:"));
    let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    let row = |rule: &str| {
        let found = text.lines().find(|l| l.trim_start().starts_with(rule));
        found.unwrap().split_whitespace().collect::<Vec<_>>()
    };
    assert_eq!(row("辞职 "), ["辞职", "trigger", "1", "1", "1", "0", "1"]);
    assert_eq!(row("退休 "), ["退休", "trigger", "1", "1", "0", "1", "0"]);
    let listed = text.split_whitespace().any(|word| word == "离职");
    assert!(listed, "a dead trigger is listed:\n{text}");
    quliu(labelled().path())
        .args(["eval", ".", "--rules", "--format", "json"])
        .assert()
        .stdout(contains(
            r#"{"rule":"辞职","kind":"trigger","tried":1,"found":1,"right":1,"wrong":0,"only":1}"#,
        ));
}

#[test]
fn eval_lists_every_mistake_with_its_cause() {
    let dir = labelled();
    fs::write(dir.path().join("errors.csv"), "old").unwrap();
    let write = |arguments: &[&str]| {
        quliu(dir.path())
            .args(["eval", ".", "--errors", "errors.csv", "--errors-limit", "0"])
            .args(arguments)
            .assert()
            .success();
        fs::read_to_string(dir.path().join("errors.csv")).unwrap()
    };
    let table = "\
article,line,field,person,gold,predicted,cause,detail,sentence
a,4,person,邬晚晴,,\"丙丁科技, 总裁\",spurious_event,退休,丙丁科技总裁邬晚晴退休。
a,3,reason,张三,家庭原因,个人原因,reason_scope,,甲乙科技公告，副总裁张三因个人原因辞职。
a,3,former_role,张三,,副总裁,spurious_post,post,甲乙科技公告，副总裁张三因个人原因辞职。
";
    assert_eq!(write(&[]), table);
    assert_eq!(write(&["--bom"]), format!("\u{FEFF}{table}"));
}

#[test]
fn records_of_another_system_are_listed_with_the_causes_that_they_tell_themselves() {
    let dir = labelled();
    let records = r#"{"doc": "a", "person": "邬晚晴", "company": "=丁"}"#;
    fs::write(dir.path().join("p.jsonl"), records).unwrap();
    quliu(dir.path())
        .args(["eval", ".", "--pred", "p.jsonl", "--errors", "errors.csv"])
        .assert()
        .success();
    assert_eq!(
        fs::read_to_string(dir.path().join("errors.csv")).unwrap(),
        "article,line,field,person,gold,predicted,cause,detail,sentence\n\
         a,,person,邬晚晴,,'=丁,spurious_event,,\n\
         a,,person,张三,张三 (甲乙科技),,unknown,,\n"
    );
}

#[test]
fn broken_gold_is_named_before_any_figure() {
    let dir = folder(&[
        (
            "a.gold.json",
            r#"{"events": [{"person": "张三"}]}"#.as_bytes(),
        ),
        ("b.gold.json", b"{"),
        ("c.gold.json", br#"{"events": []}"#),
    ]);
    quliu(dir.path())
        .args(["eval", "."])
        .assert()
        .code(1)
        .stdout("")
        .stderr(contains("a.gold.json: no gold: ").and(contains("b.gold.json: no gold: ")));
}

#[test]
fn a_broken_line_of_records_is_named() {
    let dir = folder(&[
        ("a.gold.json", br#"{"events": []}"#),
        ("p.jsonl", b"{\"doc\": \"a\"}\n{\"person\": 1}\n"),
    ]);
    quliu(dir.path())
        .args(["eval", ".", "--pred", "p.jsonl"])
        .assert()
        .code(1)
        .stderr(starts_with("p.jsonl:2: "));
}

#[test]
fn a_line_that_is_no_record_of_an_article_is_named() {
    for (line, problem) in [
        ("{\"person\": \"张三\"}", "no `source` and no `doc`"),
        ("[\"张三\"]", "not an object"),
        ("{", "each line must be one record"),
    ] {
        let text = format!("{{\"doc\": \"a\"}}\n\n{line}\n");
        let dir = folder(&[
            ("a.gold.json", br#"{"events": []}"#),
            ("p.jsonl", text.as_bytes()),
        ]);
        quliu(dir.path())
            .args(["eval", ".", "--pred", "p.jsonl"])
            .assert()
            .code(1)
            .stdout("")
            .stderr(starts_with("p.jsonl:3: ").and(contains(problem)));
    }
}

#[test]
fn records_that_meet_no_gold_are_told_on_one_line() {
    let records = "{\"doc\": \"b\"}\n{\"source\": \"x/c.txt\"}\n{\"doc\": \"a\"}\n";
    let dir = folder(&[
        ("a.gold.json", br#"{"events": []}"#),
        ("p.jsonl", records.as_bytes()),
        ("empty.jsonl", b""),
    ]);
    let stderr = |file: &str| {
        let assert = quliu(dir.path())
            .args(["eval", ".", "--pred", file])
            .assert();
        String::from_utf8(assert.success().get_output().stderr.clone()).unwrap()
    };
    let told = stderr("p.jsonl");
    assert!(
        told.starts_with(
            "warning: p.jsonl: 2 records not scored: no gold file for the article, e.g. `b`"
        ),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
    let told = stderr("empty.jsonl");
    assert!(
        told.starts_with("warning: empty.jsonl: no record in it"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn an_error_says_what_to_do() {
    let dir = folder(&[("a.txt", article())]);
    for (arguments, code, remedy) in [
        (
            &["extract", ".", "-o", "no/such/x.csv"][..],
            2,
            "the folder no/such does not exist: make it first",
        ),
        (
            &["extract", ".", "-o", "."],
            2,
            "this is a folder: name a file in it",
        ),
        (
            &["extract", ".", "--published", "foo"],
            2,
            "write a day as 2023-01-25",
        ),
        (
            &["extract", "none"],
            1,
            "none: no such file or folder: check the path",
        ),
        (
            &["eval", "none"],
            1,
            "none: no such file or folder: check the path",
        ),
        (
            &["eval", "a.txt"],
            1,
            "a.txt: a file, not a folder: name the folder",
        ),
        (&["eval", "."], 1, "subfolders are not searched"),
        (
            &["extract", ".", "--dict", "a.txt"],
            2,
            "give a folder with files such as org.tsv",
        ),
    ] {
        quliu(dir.path())
            .args(arguments)
            .assert()
            .code(code)
            .stderr(
                contains(remedy)
                    .and(contains("os error").not())
                    .and(contains(".quliu-").not()),
            );
    }
}

#[cfg(unix)]
#[test]
fn a_folder_cannot_be_explained() {
    quliu(folder(&[]).path())
        .args(["explain", "."])
        .assert()
        .code(1)
        .stderr(".: a folder, not a file: name a file in it\n");
}

#[test]
fn gold_that_is_no_object_is_told_what_it_must_hold() {
    for gold in ["[]", "[null, [], []]", "{", "{}"] {
        let dir = folder(&[("a.gold.json", gold.as_bytes())]);
        quliu(dir.path())
            .args(["eval", "."])
            .assert()
            .code(1)
            .stdout("")
            .stderr(contains("a.gold.json: no gold: ").and(contains("corpus/README")));
    }
}

#[test]
fn a_dictionary_of_unknown_name_is_told_all_names() {
    let dir = folder(&[
        ("a.txt", article()),
        ("orgs.tsv", "甲乙科技\tcompany\n".as_bytes()),
    ]);
    quliu(dir.path())
        .args(["extract", "a.txt", "--dict", "."])
        .assert()
        .code(2)
        .stderr(contains("`orgs.tsv` is no dictionary").and(contains("furniture, header")));
}

#[test]
fn what_is_no_dictionary_in_a_dictionary_folder_gets_a_warning() {
    let dir = folder(&[("a.txt", article()), ("ORG.TSV", b""), ("README.md", b"")]);
    let assert = quliu(dir.path())
        .args(["extract", "a.txt", "--dict", "."])
        .assert()
        .success();
    let stderr = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
    let lines: Vec<_> = stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{stderr}");
    assert!(
        lines[0].starts_with("warning: ./ORG.TSV: not read: "),
        "{stderr}"
    );
    assert!(
        lines[1].starts_with("warning: ./a.txt: not read: "),
        "{stderr}"
    );
    assert!(
        lines[2].starts_with("warning: .: no dictionary in this folder"),
        "{stderr}"
    );
}

#[test]
fn a_wording_without_a_pattern_is_told_what_it_needs() {
    let dir = folder(&[("a.txt", article())]);
    fs::create_dir_all(dir.path().join("mine/rules")).unwrap();
    fs::write(
        dir.path().join("mine/rules/x.toml"),
        "[[rule]]\nname = \"x\"\n",
    )
    .unwrap();
    quliu(dir.path())
        .args(["extract", "a.txt", "--dict", "mine"])
        .assert()
        .code(2)
        .stderr(contains(
            "x.toml:1: missing field `pattern`: every [[rule]] needs `name`",
        ));
}
