//! `quliu explain` as a user calls it.

use std::fs;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

const ARTICLE: &str = "今日天气晴朗。

栖木汽车首席设计师卢森川因个人原因离职。

据传丁鹤亭将离职，丁鹤亭否认。
高管已离职。
";

fn article() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), ARTICLE).unwrap();
    fs::write(
        dir.path().join("a.meta.json"),
        r#"{"title": "晨报", "published": "2025-03-10"}"#,
    )
    .unwrap();
    dir
}

fn explain(arguments: &[&str]) -> (TempDir, Command) {
    let dir = article();
    let mut command = Command::cargo_bin("quliu").expect("the binary is built with the tests");
    command.current_dir(&dir).arg("explain").args(arguments);
    (dir, command)
}

fn told(arguments: &[&str]) -> String {
    let (_dir, mut command) = explain(arguments);
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn assert_lines(text: &str, lines: &[&str]) {
    let mut rest = text.lines().map(str::trim);
    for line in lines {
        let squeezed = |l: &str| l.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            rest.any(|l| squeezed(l) == *line),
            "`{line}` is missing, or comes earlier, in\n{text}"
        );
    }
}

#[test]
fn a_file_is_told_from_sentence_to_record() {
    assert_lines(
        &told(&["a.txt"]),
        &[
            "a.txt: published 2025-03-10, “晨报”, 4 sentences, 2 records",
            "… 1 sentence in which nothing was tried (--all shows more)",
            "3: 栖木汽车首席设计师卢森川因个人原因离职。",
            "✓ 离职 3:18",
            "person 卢森川 3:10 subject",
            "former_role 首席设计师 3:5 post",
            "company 栖木汽车 3:1 company_before_person",
            "reason 个人原因 3:14 reason",
            "5: 据传丁鹤亭将离职，丁鹤亭否认。",
            "6: 高管已离职。",
            "✗ 离职 6:4: the subject is unnamed",
            "[栖木汽车]company[首席设计师]former_role[卢森川]person因[个人原因]reason离职。",
            "person 卢森川 18–21 离职",
        ],
    );
}

#[test]
fn tokens_show_their_labels_and_what_they_signal() {
    let text = told(&["a.txt:3"]);
    for word in [
        "栖木汽车/org",
        "首席设计师/title",
        "卢森川/person",
        "因/p+reason_open",
        "离职/v+trigger:intransitive",
    ] {
        assert!(text.contains(word), "{word} is missing in\n{text}");
    }
}

#[test]
fn a_line_shows_its_sentences_and_the_records_they_tell() {
    let text = told(&["a.txt:3"]);
    assert_lines(
        &text,
        &[
            "3: 栖木汽车首席设计师卢森川因个人原因离职。",
            "person 卢森川 18–21 离职",
        ],
    );
    assert!(!text.contains("丁鹤亭"), "{text}");
    assert_lines(&told(&["a.txt:1"]), &["1: 今日天气晴朗。", "no record"]);
    assert_lines(
        &told(&["a.txt:2"]),
        &["line 2 belongs to no sentence: it is empty, a header or page furniture"],
    );
}

#[test]
fn all_sentences_are_shown_on_request() {
    assert_lines(
        &told(&["a.txt", "--all"]),
        &[
            "1: 今日天气晴朗。",
            "3: 栖木汽车首席设计师卢森川因个人原因离职。",
        ],
    );
}

#[test]
fn a_record_that_is_not_written_says_so() {
    let text = told(&["a.txt:5"]);
    assert!(
        text.contains("denied") && text.contains("written only with --status"),
        "{text}"
    );
}

#[test]
fn standard_input_and_a_text_are_explained_with_a_date() {
    let (_dir, mut command) = explain(&["-", "--published", "2025-03-10"]);
    command
        .write_stdin("栖木汽车首席设计师卢森川昨日离职。")
        .assert()
        .success()
        .stdout(contains("-: published 2025-03-10"))
        .stdout(contains("1:15 date = 2025-03-09").or(contains("1:13 date = 2025-03-09")));
    let text = told(&["--text", "栖木汽车首席设计师卢森川离职。"]);
    assert_lines(
        &text,
        &[
            "text: no publication date, 1 sentence, 1 record",
            "✓ 离职 1:13",
        ],
    );
}

#[test]
fn a_person_who_leaves_is_told_with_the_record() {
    let text = told(&["a.txt", "--person", "卢森川"]);
    assert_lines(
        &text,
        &[
            "卢森川 is a person, mentioned in 1 sentence",
            "✓ 离职 3:18",
            "person 卢森川 18–21 离职",
        ],
    );
    assert!(!text.contains("丁鹤亭"), "{text}");
}

#[test]
fn a_person_who_does_not_leave_is_told_with_the_nearest_attempt() {
    let text = "栖木汽车总裁卢森川出席了发布会。高管已离职。";
    assert_lines(
        &told(&["--text", text, "--person", "卢森川"]),
        &[
            "1: 栖木汽车总裁卢森川出席了发布会。",
            "no trigger and no wording stands in this sentence",
            "nearest, on line 1: 离职 ✗ the subject is unnamed",
            "no record",
        ],
    );
}

#[test]
fn a_person_is_told_about_on_one_line() {
    let text = told(&["a.txt:5", "--person", "丁鹤亭"]);
    assert_lines(&text, &["5: 据传丁鹤亭将离职，丁鹤亭否认。"]);
    assert!(!text.contains("高管已离职"), "{text}");
    assert_lines(
        &told(&["a.txt:6", "--person", "卢森川"]),
        &[
            "卢森川 is not on line 6, but on 3",
            "6: 高管已离职。",
            "✗ 离职 6:4: the subject is unnamed",
            "so 卢森川 does not leave here: everything that was tried here failed",
            "nearest, on line 5: 离职 ✓ but for 丁鹤亭",
        ],
    );
}

#[test]
fn what_was_tried_on_both_sides_of_a_person_is_told() {
    let text = "高管已离职。栖木汽车总裁卢森川出席了发布会。员工已辞职。";
    assert_lines(
        &told(&["--text", text, "--person", "卢森川"]),
        &[
            "no trigger and no wording stands in this sentence",
            "nearest, on line 1: 辞职 ✗ the subject is unnamed",
            "nearest, on line 1: 离职 ✗ the subject is unnamed",
        ],
    );
}

#[test]
fn a_name_that_was_not_recognised_is_told_with_what_it_lacks() {
    let weighed = |text: &str, name: &str| told(&["--text", text, "--person", name]);
    let text = weighed("昨日，哔啵离职。", "哔啵");
    assert_lines(
        &text,
        &["no name: it begins with no surname of surname.tsv"],
    );
    assert!(text.contains("✗ 离职: "), "{text}");
    assert_lines(
        &weighed("他在Foobar喝茶。", "Foobar"),
        &[
            "no name: in Latin letters it needs a given name of latin_given.tsv, or a title or departure beside it",
        ],
    );
    let text = weighed("上海在江边。", "江边");
    assert!(
        text.contains(" of 3.5, too little for a name: characters "),
        "{text}"
    );
}

#[test]
fn a_name_that_was_not_recognised_is_told_with_the_tokens_around_it() {
    let text = told(&["a.txt", "--person", "天气"]);
    assert_lines(
        &text,
        &["天气 was never recognised as a person; it was read as"],
    );
    assert!(text.contains("1: 今日/date 天气"), "{text}");
}

#[test]
fn a_name_that_is_nowhere_is_code_1() {
    let (_dir, mut command) = explain(&["a.txt", "--person", "李四"]);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_lines(&text, &["李四 does not occur in the text"]);
}

#[test]
fn a_users_words_are_seen() {
    let (dir, mut command) = explain(&[
        "--dict",
        "mine",
        "--text",
        "栖木汽车首席设计师卢森川溜之大吉。",
    ]);
    fs::create_dir(dir.path().join("mine")).unwrap();
    let row = "溜之大吉\tintransitive\tresign\t[卢森川]person[溜之大吉]trigger\n";
    fs::write(dir.path().join("mine/trigger.tsv"), row).unwrap();
    command.assert().success().stdout(contains("✓ 溜之大吉"));
}

#[test]
fn there_is_no_colour_in_a_pipe() {
    assert!(!told(&["a.txt"]).contains('\x1b'));
}

#[test]
fn what_cannot_be_explained_is_one_line_on_stderr() {
    for (arguments, code, message) in [
        (&["none.txt"][..], 1, "none.txt: no such file"),
        (&["none.txt:3"], 1, "none.txt: no such file"),
        (&["a.txt:99"], 2, "a.txt: no line 99: it has 6 lines"),
        (
            &["--text", "离职", "--dict", "none"],
            2,
            "none: not a readable dictionary folder",
        ),
    ] {
        let (_dir, mut command) = explain(arguments);
        command
            .assert()
            .code(code)
            .stdout("")
            .stderr(contains(message).and(contains("\n").count(1)));
    }
    explain(&[]).1.assert().code(2);
}

#[test]
fn articles_are_told_while_others_are_still_to_come() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("quliu"))
        .args(["explain", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let row = "{\"text\": \"栖木汽车首席设计师卢森川离职。\"}\n";
    let rows = row.repeat(20_000);
    let (seen, is_seen) = std::sync::mpsc::channel();
    // More is to come until the first article is told, or for half a minute.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(rows.as_bytes());
        is_seen.recv_timeout(std::time::Duration::from_secs(30))
    });
    let mut first = String::new();
    stdout.read_line(&mut first).unwrap();
    assert!(first.starts_with("-#1: "), "{first}");
    seen.send(()).unwrap();
    // Whoever has seen enough closes the pipe, and the program ends.
    drop(stdout);
    assert!(writer.join().unwrap().is_ok());
    assert!(child.wait().unwrap().success());
}

#[test]
fn an_article_of_a_list_is_told_as_it_was_read() {
    let dir = tempfile::tempdir().unwrap();
    let table = "号,稿\nx1,今日天气晴朗。\nx2,栖木汽车首席设计师卢森川离职。\n";
    let (bytes, _, _) = encoding_rs::GBK.encode(table);
    fs::write(dir.path().join("a.csv"), bytes).unwrap();
    let explain = |item: &str| {
        let mut command = Command::cargo_bin("quliu").expect("the binary is built with the tests");
        command
            .current_dir(&dir)
            .args(["explain", item, "--text-column", "稿", "--id-column", "号"])
            .args(["--encoding", "gbk"]);
        command
    };
    explain("a.csv#x2:1")
        .assert()
        .success()
        .stdout(contains("record 卢森川").and(contains("晴朗").not()));
    explain("a.csv#x9")
        .assert()
        .code(1)
        .stderr(contains("a.csv#x9: no such article in it"));
}
