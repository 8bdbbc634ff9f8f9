//! Inputs that are made to do harm, or happen to, cost little, and cost the others nothing.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use flate2::write::GzEncoder;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

mod common;
use common::pack;

const ARTICLE: &str = "栖木汽车首席设计师卢森川离职。";

fn quliu(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_quliu"))
        .current_dir(folder)
        .arg("extract")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("good.txt"), ARTICLE).unwrap();
    for (name, bytes) in files {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

/// The good article is extracted whatever else lies in the folder; what is told about the others.
fn told(dir: &TempDir, arguments: &[&str]) -> String {
    let (_, records, told) = quliu(dir.path(), &[&["."], arguments].concat());
    assert!(records.contains("卢森川"), "{records}{told}");
    assert!(!told.contains("broke"), "{told}");
    told
}

fn zeros(bytes: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![b'\n'; 1 << 20];
    (0..bytes >> 20).for_each(|_| encoder.write_all(&block).unwrap());
    encoder.finish().unwrap()
}

#[test]
fn a_bomb_ends_long_before_its_end() {
    let bomb = zeros(1 << 30);
    let dir = folder(&[("a.jsonl.gz", &bomb), ("b.txt.gz", &bomb)]);
    let told = told(&dir, &["--max-file-size", "1G"]);
    assert!(
        told.contains("a.jsonl.gz: grows to more than 250 times its size"),
        "{told}"
    );
    assert!(
        told.contains("b.txt.gz: grows to more than 250 times its size"),
        "{told}"
    );
}

#[test]
fn a_bomb_in_an_archive_costs_only_itself() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["a.txt", "b.txt"] {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        match name {
            "a.txt" => archive.write_all(&vec![b'\n'; 64 << 20]).unwrap(),
            _ => archive
                .write_all("云岫科技总裁邬晚晴辞职。".as_bytes())
                .unwrap(),
        }
    }
    let bytes = archive.finish().unwrap().into_inner();
    let dir = folder(&[("a.zip", &bytes)]);
    let (code, records, told) = quliu(dir.path(), &["."]);
    assert_eq!(code, 1);
    assert!(
        records.contains("邬晚晴") && records.contains("卢森川"),
        "{records}"
    );
    assert!(
        told.contains("a.zip#a.txt: grows to more than 250 times"),
        "{told}"
    );
}

#[test]
fn archives_in_archives_end_somewhere() {
    let mut bytes = ARTICLE.as_bytes().to_vec();
    for _ in 0..9 {
        let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(&bytes).unwrap();
        bytes = encoder.finish().unwrap();
    }
    let dir = folder(&[("a.gz", &bytes)]);
    let told = told(&dir, &[]);
    assert!(
        told.contains("a.gz: more than 4 archives in one another"),
        "{told}"
    );
}

#[test]
fn more_members_than_allowed_are_said_to_be_left_out() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for i in 0..20 {
        archive
            .start_file(format!("{i}.txt"), SimpleFileOptions::default())
            .unwrap();
        archive.write_all(ARTICLE.as_bytes()).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    let dir = folder(&[("a.zip", &bytes)]);
    let told = told(&dir, &["--max-articles-per-archive", "10", "-v"]);
    assert!(
        told.contains("a.zip: more than 10 articles: the others are left out"),
        "{told}"
    );
    assert!(told.contains("11 articles, "), "{told}");
}

#[test]
fn only_articles_are_counted_in_an_archive() {
    let list = format!("{{\"text\": \"{ARTICLE}\"}}\n").repeat(3);
    let inner = pack::zip(&[("c.txt", ARTICLE.as_bytes()), ("d.jsonl", list.as_bytes())]);
    let picture = b"\x89PNG\r\n\x1a\n\0\0";
    let mut members: Vec<(String, &[u8])> = (0..20)
        .map(|i| (format!("{i}.png"), &picture[..]))
        .collect();
    members.push(("a.txt".to_owned(), ARTICLE.as_bytes()));
    members.push(("b.zip".to_owned(), &inner));
    for bytes in [pack::zip(&members), pack::tar(&members)] {
        let dir = folder(&[("a.bin", &bytes)]);
        let enough = told(&dir, &["--max-articles-per-archive", "5", "-v"]);
        assert!(
            enough.contains("6 articles, ") && enough.contains(", 0 failed"),
            "{enough}"
        );
        let few = told(&dir, &["--max-articles-per-archive", "4", "-v"]);
        assert!(few.contains("a.bin: more than 4 articles"), "{few}");
        assert!(few.contains("5 articles, "), "{few}");
    }
}

#[test]
fn small_members_that_are_a_bomb_together_end_at_the_limit_of_their_archive() {
    let text = format!("{ARTICLE}\n{}", "\n".repeat(300_000));
    let gzipped = pack::gzip(text.as_bytes());
    let plain: Vec<_> = (0..30)
        .map(|i| (format!("{i}.txt"), text.as_bytes()))
        .collect();
    let packed: Vec<_> = (0..30)
        .map(|i| (format!("{i}.txt.gz"), &gzipped[..]))
        .collect();
    let inner = pack::gzip(&pack::tar(&packed));
    let nested = pack::zip(&[("a.tar.gz", &inner)]);
    for bytes in [pack::zip(&plain), pack::tar(&packed), nested] {
        let dir = folder(&[("a.bin", &bytes)]);
        let told = told(&dir, &["--max-unpacked-size", "1M", "-v"]);
        let line = "unpacks to more than 1048576 bytes: what follows is left out; raise --max-unpacked-size";
        assert_eq!(told.matches(line).count(), 1, "{told}");
        assert!(
            told.contains("4 articles, 4 records") || told.contains("3 articles"),
            "{told}"
        );
    }
    let bytes = pack::tar(&packed);
    let document = format!(
        "<w:document><w:body>{}</w:body></w:document>",
        " ".repeat(300_000)
    );
    let document = pack::zip(&[("word/document.xml", document)]);
    let documents: Vec<_> = (0..30)
        .map(|i| (format!("{i}.docx"), &document[..]))
        .collect();
    let documents = folder(&[("a.tar", &pack::tar(&documents))]);
    let cut = told(&documents, &["--max-unpacked-size", "1M"]);
    assert!(
        cut.contains("a.tar: unpacks to more than 1048576 bytes"),
        "{cut}"
    );
    assert!(!cut.contains("#5.docx"), "{cut}");
    assert_eq!(
        told(
            &folder(&[("a.bin", &bytes)]),
            &["--max-unpacked-size", "20M"]
        ),
        ""
    );
}

#[test]
fn long_lines_pass() {
    let line = "今天天气很好，".repeat(1 << 20);
    let dir = folder(&[
        ("a.txt", line.as_bytes()),
        ("b.jsonl", format!("{{\"text\": \"{line}\"}}\n").as_bytes()),
        ("c.csv", format!("text\n{line}\n").as_bytes()),
    ]);
    assert_eq!(told(&dir, &["--max-file-size", "64M"]), "");
}

#[cfg(unix)]
#[test]
fn links_in_circles_pipes_and_forbidden_files_are_passed_over() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = folder(&[("forbidden.txt", b"a")]);
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("deep")).unwrap();
    symlink(dir.path(), at("deep/circle")).unwrap();
    symlink(at("x.txt"), at("y.txt")).unwrap();
    symlink(at("y.txt"), at("x.txt")).unwrap();
    Command::new("mkfifo").arg(at("pipe.txt")).status().unwrap();
    symlink("/dev/zero", at("zero.txt")).unwrap();
    fs::set_permissions(at("forbidden.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    let told = told(&dir, &[]);
    assert!(told.contains("pipe.txt: skipped"), "{told}");
    assert!(told.contains("zero.txt: skipped"), "{told}");
}

#[test]
fn broken_utf8_anywhere_keeps_the_rest() {
    for at in 0..=ARTICLE.len() {
        let mut bytes = format!("{ARTICLE}云岫科技总裁邬晚晴辞职。\n今天天气很好。").into_bytes();
        bytes.splice(at..at, [0xFF]);
        let dir = folder(&[("a.txt", &bytes)]);
        let (_, records, told) = quliu(dir.path(), &["a.txt"]);
        assert!(records.contains("邬晚晴"), "at {at}: {records}{told}");
    }
}

#[test]
fn damaged_files_of_every_kind_are_one_line_each() {
    let heads: [(&str, &[u8]); 7] = [
        ("a.gz", b"\x1F\x8B\x08\0\0\0\0\0\0\x03garbage"),
        ("b.zst", b"\x28\xB5\x2F\xFDgarbage that is long enough"),
        ("c.zip", b"PK\x03\x04garbage"),
        ("d.tar", &[b'x'; 600]),
        ("e.json", b"[{\"text\": "),
        ("f.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("g.txt", b"\0\x01\x02\x03\x04\x05\x06\x07\x08"),
    ];
    let dir = folder(&heads);
    let told = told(&dir, &[]);
    for (name, _) in heads {
        let lines = told.lines().filter(|line| line.contains(name)).count();
        assert!(lines <= 1, "{name}: {told}");
    }
    assert!(
        told.contains("a.gz") && told.contains("b.zst") && told.contains("c.zip"),
        "{told}"
    );
}
