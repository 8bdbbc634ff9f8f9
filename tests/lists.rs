//! Lists, compressed files and archives give the records of the articles in them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use quliu::article::input::Input;
use quliu::article::stream::{self, Articles};
use quliu::article::{self, Article, Columns, Item, ReadOptions};
use tempfile::TempDir;

mod common;
use common::pack::{gzip, tar, zip, zstd};

/// Title, day and text of two articles.
const ARTICLES: [(&str, &str, &str); 2] = [
    (
        "栖木汽车设计师离职",
        "2025-03-10",
        "栖木汽车首席设计师卢森川，\n昨日离职。",
    ),
    (
        "云岫“换帅”",
        "2024-12-01",
        "云岫科技总裁邬晚晴因\"个人原因\"辞职。",
    ),
];

fn lines() -> String {
    ARTICLES
        .map(|(title, day, text)| object(title, day, text) + "\n")
        .concat()
}

fn object(title: &str, day: &str, text: &str) -> String {
    serde_json::json!({"title": title, "published": day, "text": text}).to_string()
}

fn table(delimiter: u8) -> Vec<u8> {
    let mut table = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    table.write_record(["标题", "正文", "发布日期"]).unwrap();
    for (title, day, text) in ARTICLES {
        table.write_record([title, text, day]).unwrap();
    }
    table.into_inner().unwrap()
}

fn file(name: &str, bytes: &[u8]) -> (TempDir, Input) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    fs::write(&path, bytes).unwrap();
    (dir, Input::Named(path))
}

fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> (Vec<Article>, Vec<String>) {
    let (dir, input) = file(name, bytes);
    let (mut articles, problems) = article::read_all(&input, options);
    let folder = format!("{}/", dir.path().display());
    for article in &mut articles {
        article.source = article.source.replace(&folder, "");
    }
    let problems = problems
        .iter()
        .map(|problem| problem.to_string().replace(&folder, ""));
    (articles, problems.collect())
}

/// Title, day and text of the articles; their names.
fn assert_both(name: &str, bytes: &[u8], sources: [&str; 2]) {
    let (articles, problems) = read(name, bytes, &ReadOptions::default());
    assert_eq!(problems, [""; 0], "{name}");
    let told = articles.iter().map(|a| {
        let day = a.published.map(|day| day.to_string()).unwrap_or_default();
        (a.title.clone().unwrap_or_default(), day, a.text.clone())
    });
    let expected =
        ARTICLES.map(|(title, day, text)| (title.to_owned(), day.to_owned(), text.to_owned()));
    assert_eq!(told.collect::<Vec<_>>(), expected, "{name}");
    let names: Vec<_> = articles.iter().map(|a| a.source.as_str()).collect();
    assert_eq!(names, sources);
}

#[test]
fn every_shape_of_json_is_read() {
    let [one, two] = ARTICLES.map(|(title, day, text)| object(title, day, text));
    assert_both("a.jsonl", lines().as_bytes(), ["a.jsonl#1", "a.jsonl#2"]);
    assert_both(
        "a.json",
        format!("[{one},\n{two}]").as_bytes(),
        ["a.json#1", "a.json#2"],
    );
    assert_both(
        "a.txt",
        format!("{one}\r\n\r\n{two}").as_bytes(),
        ["a.txt#1", "a.txt#3"],
    );
    let pretty = format!("{}\n{}", one.replace(",", ",\n"), two);
    assert_both("a.json", pretty.as_bytes(), ["a.json#1", "a.json#2"]);
}

#[test]
fn tables_are_read_whatever_stands_between_their_cells() {
    assert_both("a.csv", &table(b','), ["a.csv#1", "a.csv#2"]);
    assert_both("a.csv", &table(b';'), ["a.csv#1", "a.csv#2"]);
    assert_both("a.tsv", &table(b'\t'), ["a.tsv#1", "a.tsv#2"]);
}

#[test]
fn lists_are_read_in_every_encoding() {
    for encoding in [encoding_rs::GBK, encoding_rs::GB18030] {
        let table = String::from_utf8(table(b',')).unwrap();
        let (bytes, _, _) = encoding.encode(&table);
        assert_both("a.csv", &bytes, ["a.csv#1", "a.csv#2"]);
        let lines = lines();
        let (bytes, _, _) = encoding.encode(&lines);
        assert_both("a.jsonl", &bytes, ["a.jsonl#1", "a.jsonl#2"]);
    }
    let utf16: Vec<u8> = ("\u{FEFF}".to_owned() + &lines())
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_both("a.jsonl", &utf16, ["a.jsonl#1", "a.jsonl#2"]);
    assert_both(
        "a.csv",
        &[b"\xEF\xBB\xBF", &table(b',')[..]].concat(),
        ["a.csv#1", "a.csv#2"],
    );
}

#[test]
fn compressed_lists_and_archives_are_opened_in_place() {
    let lines = lines();
    let [one, two] = [ARTICLES[0].2, ARTICLES[1].2].map(str::as_bytes);
    assert_both(
        "a.jsonl.gz",
        &gzip(lines.as_bytes()),
        ["a.jsonl.gz#1", "a.jsonl.gz#2"],
    );
    assert_both(
        "a.jsonl.zst",
        &zstd(lines.as_bytes()),
        ["a.jsonl.zst#1", "a.jsonl.zst#2"],
    );
    let (first, second) = lines.split_at(lines.find('\n').unwrap() + 1);
    for parts in [
        [gzip(first.as_bytes()), gzip(second.as_bytes())].concat(),
        [zstd(first.as_bytes()), zstd(second.as_bytes())].concat(),
    ] {
        assert_both("parts", &parts, ["parts#1", "parts#2"]);
    }
    let members: [(&str, &[u8]); 2] = [
        ("新闻/a.jsonl", lines.as_bytes()),
        ("__MACOSX/._a.jsonl", b"\0"),
    ];
    let names = ["a.zip#新闻/a.jsonl#1", "a.zip#新闻/a.jsonl#2"];
    assert_both("a.zip", &zip(&members), names);
    let names = ["a.tgz#新闻/a.jsonl#1", "a.tgz#新闻/a.jsonl#2"];
    assert_both("a.tgz", &gzip(&tar(&members)), names);
    let (articles, problems) = read(
        "a.tar",
        &tar(&[("a.txt", one), ("b.txt", two)]),
        &ReadOptions::default(),
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(
        articles
            .iter()
            .map(|a| a.text.as_bytes())
            .collect::<Vec<_>>(),
        [one, two]
    );
}

#[test]
fn names_of_members_are_read_in_the_encoding_of_their_machine() {
    let (name, _, _) = encoding_rs::GBK.encode("关于董事辞职的公告.txt");
    // A name in ASCII of the same length is packed, and then written over.
    let placeholder = "x".repeat(name.len());
    let mut bytes = zip(&[(&placeholder, ARTICLES[0].2)]);
    while let Some(at) = bytes
        .windows(name.len())
        .position(|window| window == placeholder.as_bytes())
    {
        bytes[at..at + name.len()].copy_from_slice(&name);
    }
    let (articles, _) = read("a.zip", &bytes, &ReadOptions::default());
    assert_eq!(articles[0].source, "a.zip#关于董事辞职的公告.txt");
}

#[test]
fn columns_can_be_named() {
    let options = ReadOptions {
        columns: Columns {
            text: Some("稿".into()),
            id: Some("号".into()),
            ..Columns::default()
        },
        ..ReadOptions::default()
    };
    let (articles, _) = read("a.csv", "号,text,稿\nx7,甲,乙\n".as_bytes(), &options);
    assert_eq!(
        (articles[0].text.as_str(), articles[0].source.as_str()),
        ("乙", "a.csv#x7")
    );
    let (_, problems) = read("a.csv", "号,text\n1,甲\n".as_bytes(), &options);
    assert_eq!(
        problems,
        ["a.csv: no column `稿` (there are: 号, text): name it with --text-column"]
    );
}

fn sources(name: &str, bytes: &[u8]) -> Vec<String> {
    let (articles, problems) = read(name, bytes, &ReadOptions::default());
    assert_eq!(problems, [""; 0]);
    articles.into_iter().map(|a| a.source).collect()
}

#[test]
fn rows_with_the_same_id_have_names_of_their_own() {
    let rows = "{\"id\": 7, \"text\": \"甲\"}\n{\"id\": \"7\", \"text\": \"乙\"}\n{\"text\": \"丙\"}\n\
                {\"id\": 3, \"text\": \"丁\"}\n";
    let names = ["a.jsonl#7", "a.jsonl#7~2", "a.jsonl#3", "a.jsonl#3~4"];
    assert_eq!(sources("a.jsonl", rows.as_bytes()), names);
    assert_eq!(
        sources("a.csv", "id,text\nx,甲\nx,乙\n,丙\n".as_bytes()),
        ["a.csv#x", "a.csv#x~2", "a.csv#3"]
    );
}

#[test]
fn members_of_an_archive_have_names_of_their_own() {
    let text = ARTICLES[0].2.as_bytes();
    let list = "{\"text\": \"甲\"}\n".as_bytes();
    let bytes = tar(&[
        ("a.txt", text),
        ("a.txt", text),
        ("b.jsonl", list),
        ("b.jsonl#1", text),
    ]);
    let names = [
        "a.tar#a.txt",
        "a.tar#a.txt~2",
        "a.tar#b.jsonl#1",
        "a.tar#b.jsonl%231",
    ];
    assert_eq!(sources("a.tar", &bytes), names);
}

#[test]
fn a_bad_row_costs_only_itself() {
    let lines = lines();
    let (first, second) = lines.split_at(lines.find('\n').unwrap() + 1);
    let (articles, problems) = read(
        "a.jsonl",
        format!("{first}{{\"text\": 1,}}\n{second}").as_bytes(),
        &ReadOptions::default(),
    );
    assert_eq!(articles.len(), 2);
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("a.jsonl#2: not valid JSON ("),
        "{problems:?}"
    );
}

#[test]
fn halves_of_characters_do_not_cost_a_row() {
    let (articles, problems) = read(
        "a.jsonl",
        br#"{"text": "\ud83d \\ud83d \ud83d\ude00 \n\udc00"}"#,
        &ReadOptions::default(),
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(articles[0].text, "\u{FFFD} \\ud83d 😀 \n\u{FFFD}");
}

#[test]
fn a_row_over_the_limit_costs_only_itself() {
    let options = ReadOptions {
        max_bytes: 400,
        ..ReadOptions::default()
    };
    let long = serde_json::json!({"text": "甲".repeat(1000)});
    let (articles, problems) = read(
        "a.jsonl",
        format!("{}{long}\n{}", lines(), lines()).as_bytes(),
        &options,
    );
    assert_eq!(articles.len(), 4);
    assert_eq!(
        problems,
        ["a.jsonl#3: longer than 400 bytes: raise --max-file-size"]
    );
    let open = format!("text\n\"{}", "甲\n".repeat(1000));
    let (_, problems) = read("a.csv", open.as_bytes(), &options);
    assert!(
        problems[0].contains("is a quotation mark not closed?"),
        "{problems:?}"
    );
}

#[test]
fn what_is_no_list_of_articles_is_left_out_of_a_folder_and_fails_by_name() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.csv");
    fs::write(&path, "person,company\n甲,乙\n").unwrap();
    let item = |input: &Input| match stream::open(input, &Arc::new(ReadOptions::default())) {
        Articles::Few(items) => items.into_iter().next().unwrap(),
        Articles::Many(_) => panic!("one problem is few"),
    };
    assert!(matches!(
        item(&Input::Found(path.clone())),
        Item::LeftOut(_)
    ));
    assert!(matches!(item(&Input::Named(path)), Item::Failed(_)));
}

#[test]
fn a_long_list_comes_in_portions_in_order() {
    let lines: String = (0..5000)
        .map(|i| format!("{{\"text\": \"第{i}篇\"}}\n"))
        .collect();
    let (_dir, input) = file("a.jsonl", lines.as_bytes());
    let Articles::Many(portions) = stream::open(&input, &Arc::new(ReadOptions::default())) else {
        panic!("5000 articles are many");
    };
    let texts: Vec<String> = portions
        .flatten()
        .map(|item| match item {
            Item::Article(article) => article.text,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        texts,
        (0..5000).map(|i| format!("第{i}篇")).collect::<Vec<_>>()
    );
}

#[test]
fn no_path_in_an_archive_leads_out_of_it() {
    let before = fs::read_dir(".").unwrap().count();
    let bytes = tar(&[
        ("../../out.txt", ARTICLES[0].2.as_bytes()),
        ("/etc/x.txt", ARTICLES[1].2.as_bytes()),
    ]);
    let (articles, problems) = read("a.tar", &bytes, &ReadOptions::default());
    assert_eq!((articles.len(), problems.len()), (2, 0));
    assert_eq!(fs::read_dir(".").unwrap().count(), before);
    assert!(!Path::new("../../out.txt").exists());
}

#[test]
fn what_is_no_article_in_an_archive_does_not_cost_the_others() {
    let text = ARTICLES[0].2.as_bytes();
    let members: [(&str, &[u8]); 4] = [
        ("a.json", b"{\"name\": \"x\"}"),
        ("b.txt", text),
        ("c.json", b"[1, 2]"),
        ("d.txt", text),
    ];
    for bytes in [zip(&members), tar(&members)] {
        let (articles, _) = read("a.bin", &bytes, &ReadOptions::default());
        assert_eq!(articles.len(), 2);
    }
}

#[test]
fn bad_rows_in_front_do_not_cost_the_rows_behind() {
    let lines = lines();
    for first in [
        "{\"id\": 9, \"text\": \"abc",
        "# exported",
        "{\"version\": 1}",
        "{\"title\": \"x\"}",
    ] {
        let (articles, problems) = read(
            "a.jsonl",
            format!("{first}\n{lines}").as_bytes(),
            &ReadOptions::default(),
        );
        assert_eq!(articles.len(), 2, "{first}");
        assert_eq!(problems.len(), 1, "{first}: {problems:?}");
        assert!(problems[0].starts_with("a.jsonl#1: "), "{problems:?}");
    }
    let [one, two] = ARTICLES.map(|(title, day, text)| object(title, day, text));
    let cut = format!("[{one},\n{{\"title\": \"x\"}},\n{two},\n{{\"text\": \"abc");
    let (articles, problems) = read("a.json", cut.as_bytes(), &ReadOptions::default());
    assert_eq!((articles.len(), problems.len()), (2, 2), "{problems:?}");
}
