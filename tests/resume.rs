//! A run that is interrupted goes on where it was, and ends as if nothing had happened.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quliu"));
    command
        .current_dir(folder)
        .args(["extract", "articles"])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = command(folder, arguments).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// A folder with small files and lists that take some seconds.
fn articles(files: usize, rows: usize) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("articles");
    fs::create_dir(&folder).unwrap();
    let text = |i: usize| {
        format!("栖木汽车{i}号公告：首席设计师卢森川因个人原因离职，加入云岫科技。\n").repeat(8)
    };
    for i in 0..files {
        fs::write(folder.join(format!("{i:05}.txt")), text(i)).unwrap();
    }
    let lines: String = (0..rows)
        .map(|i| serde_json::json!({"text": text(i)}).to_string() + "\n")
        .collect();
    fs::write(folder.join("00003a.jsonl"), &lines).unwrap();
    fs::write(folder.join("99999.jsonl"), &lines).unwrap();
    dir
}

fn journal(folder: &Path, name: &str) -> std::path::PathBuf {
    folder.join(format!(".{name}.quliu-journal"))
}

/// Lets a child run for a while, then kills it; tells whether it had ended before.
fn kill_after(mut child: Child, milliseconds: u64) -> bool {
    sleep(Duration::from_millis(milliseconds));
    let ended = child.try_wait().unwrap().is_some();
    child.kill().ok();
    child.wait().unwrap();
    ended
}

#[test]
fn a_run_killed_again_and_again_ends_with_the_same_bytes() {
    let dir = articles(200, 300);
    assert_eq!(run(dir.path(), &["-o", "whole.jsonl"]), (0, String::new()));
    let whole = fs::read(dir.path().join("whole.jsonl")).unwrap();
    let mut kills = 0;
    // Ever longer, so that it comes to an end on a machine of any speed.
    for round in 0..60 {
        let child = command(dir.path(), &["-o", "resumed.jsonl", "--resume"])
            .spawn()
            .unwrap();
        if kill_after(child, 120 + 60 * round) {
            break;
        }
        kills += 1;
    }
    assert!(kills > 0, "the run was over before it could be killed");
    let (code, told) = run(dir.path(), &["-o", "resumed.jsonl", "--resume"]);
    assert_eq!(code, 0, "{told}");
    assert!(
        fs::read(dir.path().join("resumed.jsonl")).unwrap() == whole,
        "after {kills} kills"
    );
    assert!(!journal(dir.path(), "resumed.jsonl").exists());
}

#[test]
fn a_journal_cut_off_anywhere_gives_the_same_bytes() {
    let dir = articles(6, 300);
    let (_, told) = run(dir.path(), &["-o", "whole.csv"]);
    assert_eq!(told, "");
    let whole = fs::read(dir.path().join("whole.csv")).unwrap();
    let child = command(dir.path(), &["-o", "cut.csv", "--jobs", "1"])
        .spawn()
        .unwrap();
    kill_after(child, 700);
    let place = journal(dir.path(), "cut.csv");
    let Ok(begun) = fs::read(&place) else {
        // It was over before it could be killed: the other test tells of this machine.
        return;
    };
    for part in 0..4 {
        fs::remove_file(dir.path().join("cut.csv")).ok();
        fs::write(&place, &begun[..begun.len() * part / 4]).unwrap();
        assert_eq!(run(dir.path(), &["-o", "cut.csv", "--resume"]).0, 0);
        assert!(
            fs::read(dir.path().join("cut.csv")).unwrap() == whole,
            "part {part}"
        );
    }
}

#[test]
fn an_interrupted_run_is_told_of_and_not_lost_by_chance() {
    let dir = articles(0, 2000);
    let child = command(dir.path(), &["-o", "out.csv"]).spawn().unwrap();
    if kill_after(child, 600) {
        return;
    }
    let (code, told) = run(dir.path(), &["-o", "out.csv"]);
    assert_eq!(code, 2);
    assert!(
        told.contains("--resume goes on with it, --force begins anew"),
        "{told}"
    );
    let (code, told) = run(
        dir.path(),
        &["-o", "out.csv", "--resume", "--status", "all"],
    );
    assert_eq!(code, 2);
    assert!(
        told.contains("the interrupted run had other inputs, options"),
        "{told}"
    );
    assert_eq!(run(dir.path(), &["-o", "out.csv", "--force"]).0, 0);
}

#[cfg(unix)]
#[test]
fn ctrl_c_writes_what_is_done_and_says_so() {
    let dir = articles(0, 4000);
    let child = command(dir.path(), &["-o", "out.csv", "--report", "report.json"])
        .spawn()
        .unwrap();
    // Until something is done.
    let journal = journal(dir.path(), "out.csv");
    while fs::metadata(&journal).map_or(0, |meta| meta.len()) < 1000 {
        sleep(Duration::from_millis(5));
    }
    Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{told}");
    assert!(
        told.contains("interrupted: out.csv holds what was done"),
        "{told}"
    );
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(dir.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(report["finished"], false);
    assert!(
        fs::read_to_string(dir.path().join("out.csv"))
            .unwrap()
            .starts_with("person,")
    );
    assert_eq!(
        run(
            dir.path(),
            &["-o", "out.csv", "--report", "report.json", "--resume"]
        )
        .0,
        0
    );
    assert_eq!(run(dir.path(), &["-o", "whole.csv"]).0, 0);
    let file = |name: &str| fs::read(dir.path().join(name)).unwrap();
    assert!(file("out.csv") == file("whole.csv"));
}

/// Waits until a program takes Ctrl-C itself: before that, it ends it.
#[cfg(target_os = "linux")]
fn wait_until_ready(child: &Child) {
    let takes_ctrl_c = || {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let caught = status.lines().find_map(|l| l.strip_prefix("SigCgt:"));
        u64::from_str_radix(caught.unwrap().trim(), 16).unwrap() & 0b10 != 0
    };
    while !takes_ctrl_c() {
        sleep(Duration::from_millis(20));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_is_answered_at_once_also_while_standard_input_gives_nothing() {
    use std::io::{Read, Write};
    let dir = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_quliu"))
        .current_dir(&dir)
        .args(["extract", "-", "-o", "out.csv"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It stays open, as that of a program that waits for something.
    let mut stdin = child.stdin.take().unwrap();
    let row = "{\"text\": \"今日要闻\"}\n";
    stdin.write_all(row.repeat(300).as_bytes()).unwrap();
    wait_until_ready(&child);
    sleep(Duration::from_millis(300));
    Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    let mut told = String::new();
    let mut stderr = child.stderr.take().unwrap();
    stderr.read_to_string(&mut told).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{told}");
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "finishing what was begun; Ctrl-C again ends it at once",
            "interrupted: out.csv holds what was done; standard input comes once: begin anew with --force"
        ]
    );
    let records = fs::read_to_string(dir.path().join("out.csv")).unwrap();
    assert!(records.starts_with("person,"), "{records}");
    drop(stdin);
}

#[test]
fn the_report_tells_what_became_of_each_input() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("articles");
    fs::create_dir(&folder).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    let (gbk, _, _) =
        encoding_rs::GBK.encode("栖木汽车首席设计师卢森川离职，公司方面表示感谢他的贡献。");
    write("a.txt", &gbk);
    write("b.zip", b"PK\x03\x04");
    write("c.png", b"\x89PNG\r\n\x1a\n\0\0");
    write("d.jsonl", "{\"text\": \"今天天气很好。\"}\n{\n".as_bytes());
    let (code, _) = run(dir.path(), &["--report", "report.json"]);
    assert_eq!(code, 1);
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(dir.path().join("report.json")).unwrap()).unwrap();
    let fates: Vec<_> = report["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["fate"].clone())
        .collect();
    assert_eq!(fates, ["read", "failed", "left_out", "partly_read"]);
    assert_eq!(report["inputs"][0]["encodings"]["gb18030"], 1);
    assert_eq!(report["inputs"][0]["records"], 1);
    assert_eq!(report["total"]["articles"], 2);
    assert_eq!(report["finished"], true);
}

#[test]
fn kept_texts_hold_the_evidence() {
    let dir = articles(2, 3);
    let (code, told) = run(dir.path(), &["-o", "out.jsonl", "--keep-text", "texts"]);
    assert_eq!((code, told.as_str()), (0, ""));
    let looked_up = look_up(dir.path(), "out.jsonl", "texts");
    assert!(looked_up > 10, "{looked_up}");
}

#[test]
fn rows_with_the_same_id_do_not_share_a_kept_text() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("articles");
    fs::create_dir(&folder).unwrap();
    let texts = [
        "栖木汽车首席设计师卢森川离职。",
        "昨日，云岫科技总裁邬晚晴因个人原因辞职，感谢各位。",
        "众擎集团董事长丁鹤亭退休。",
    ];
    let row = |text| serde_json::json!({"id": "x/1", "text": text}).to_string() + "\n";
    fs::write(folder.join("a.jsonl"), texts.map(row).concat()).unwrap();
    let table = texts.map(|text| format!("1,{text}\n")).concat();
    fs::write(folder.join("b.csv"), format!("id,text\n{table}")).unwrap();
    for jobs in ["1", "4"] {
        let options = ["-o", "out.jsonl", "--keep-text", jobs, "--jobs", jobs];
        assert_eq!(run(dir.path(), &options), (0, String::new()));
        assert!(look_up(dir.path(), "out.jsonl", jobs) >= 18);
        assert_eq!(fs::read_dir(dir.path().join(jobs)).unwrap().count(), 6);
        fs::remove_file(dir.path().join("out.jsonl")).unwrap();
    }
}

/// Looks up the evidence of all records in the text that was kept of each; tells how much it is.
fn look_up(folder: &Path, records: &str, texts: &str) -> usize {
    let records = fs::read_to_string(folder.join(records)).unwrap();
    let mut looked_up = 0;
    for line in records.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let source = record["source"].as_str().unwrap();
        let text = match source.contains('#') {
            true => folder.join(texts).join(source.replace('/', "%2F") + ".txt"),
            false => folder.join(source),
        };
        let text: Vec<char> = fs::read_to_string(text).unwrap().chars().collect();
        for evidence in record["evidence"].as_array().unwrap() {
            let at = |key: &str| evidence[key].as_u64().unwrap() as usize;
            let there: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(there, evidence["text"].as_str().unwrap());
            looked_up += 1;
        }
    }
    looked_up
}

#[test]
fn what_is_written_is_never_read_and_never_lost() {
    let dir = articles(1, 3);
    let (code, told) = run(dir.path(), &["-o", "same.csv", "--report", "same.csv"]);
    assert_eq!(code, 2);
    assert!(told.contains("-o and --report are the same file"), "{told}");
    let all = [
        "-o",
        "articles/out.jsonl",
        "--report",
        "articles/r.json",
        "--keep-text",
        "articles/texts",
    ];
    assert_eq!(run(dir.path(), &all), (0, String::new()));
    let first = fs::read(dir.path().join("articles/out.jsonl")).unwrap();
    let again = [&all[..], &["--force"]].concat();
    assert_eq!(run(dir.path(), &again), (0, String::new()));
    assert!(fs::read(dir.path().join("articles/out.jsonl")).unwrap() == first);
}

#[test]
fn a_run_whose_input_has_changed_is_not_gone_on_with() {
    let dir = articles(0, 2000);
    let child = command(dir.path(), &["-o", "out.csv"]).spawn().unwrap();
    if kill_after(child, 600) || !journal(dir.path(), "out.csv").exists() {
        return;
    }
    fs::write(
        dir.path().join("articles/99999.jsonl"),
        "{\"text\": \"今日要闻\"}\n",
    )
    .unwrap();
    let (code, told) = run(dir.path(), &["-o", "out.csv", "--resume"]);
    assert_eq!(code, 2);
    assert!(told.contains("had other inputs"), "{told}");
}
