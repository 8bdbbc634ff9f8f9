//! Tables that are cut off, broken or small are read as far as they go, and what is wrong with them is said.

use std::fs;

use encoding_rs::{BIG5, GBK};
use quliu::article::input::Input;
use quliu::article::{self, Article, ReadOptions};

const TEXT: &str = "栖木汽车首席设计师卢森川离职。";

/// The articles of a table, and what is wrong with it, without its folder.
fn read(bytes: &[u8], options: &ReadOptions) -> (Vec<Article>, Vec<String>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.csv");
    fs::write(&path, bytes).unwrap();
    let (articles, problems) = article::read_all(&Input::Named(path), options);
    let folder = format!("{}/", dir.path().display());
    let problems = problems.iter().map(|p| p.to_string().replace(&folder, ""));
    (articles, problems.collect())
}

fn read_usual(table: &str) -> (Vec<Article>, Vec<String>) {
    read(table.as_bytes(), &ReadOptions::default())
}

fn of_at_most(max_bytes: u64) -> ReadOptions {
    ReadOptions {
        max_bytes,
        ..ReadOptions::default()
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told_with_its_line() {
    for end in ["\n", "\r\n"] {
        let table = [
            "id,text",
            &format!("1,\"{TEXT}\n{TEXT}\""),
            &format!("2,\"{TEXT}"),
            &format!("3,{TEXT}"),
            &format!("4,{TEXT}"),
        ];
        for last in ["", end] {
            let (articles, problems) = read_usual(&(table.join(end) + last));
            assert_eq!(articles.len(), 1, "{problems:?}");
            let [problem] = &problems[..] else {
                panic!("{problems:?}");
            };
            let begin = "a.csv: line 4: the row that begins here goes on to the end of the file";
            assert!(problem.starts_with(begin), "{problem}");
        }
    }
}

#[test]
fn quotation_marks_in_the_last_row_are_no_problem_where_they_are_closed_or_open_no_cell() {
    for (cell, text) in [
        (format!("\"{TEXT}\""), TEXT.to_owned()),
        (format!("\"{TEXT}\n\""), TEXT.to_owned()),
        (format!("\"{TEXT}\"\"\""), format!("{TEXT}\"")),
        (format!("{TEXT}5\""), format!("{TEXT}5\"")),
        (format!("{TEXT}\r"), TEXT.to_owned()),
    ] {
        for end in ["", "\n", "\r\n", "\n\n"] {
            let (articles, problems) = read_usual(&format!("id,text\n1,{cell}{end}"));
            assert_eq!(problems, [""; 0], "{cell:?}");
            let [article] = &articles[..] else {
                panic!("{articles:?}");
            };
            assert_eq!(article.text.trim(), text);
        }
    }
}

#[test]
fn a_table_without_rows_has_no_problem_of_quotation_marks() {
    for table in ["id,text", "id,text\n", "id,text\r\n\r\n"] {
        let (articles, problems) = read_usual(table);
        assert_eq!((articles.len(), problems.len()), (0, 0), "{problems:?}");
    }
}

#[test]
fn a_table_of_small_rows_is_read_whatever_its_length() {
    let table = format!("id,text\n{}", format!("1,{TEXT}\n").repeat(2000));
    for max in [100, 1000, 9000] {
        let (articles, problems) = read(table.as_bytes(), &of_at_most(max));
        assert_eq!((articles.len(), problems), (2000, Vec::new()));
    }
}

#[test]
fn a_row_over_the_limit_is_told_with_its_line() {
    for length in [200, 100_000] {
        let table = format!("id,text\n1,{TEXT}\n2,{}\n3,{TEXT}\n", "x".repeat(length));
        let (articles, problems) = read(table.as_bytes(), &of_at_most(100));
        assert_eq!(articles.len(), 1);
        let begin = "a.csv: line 3: a row of more than 100 bytes";
        assert!(problems[0].starts_with(begin), "{problems:?}");
    }
}

#[test]
fn places_that_are_no_characters_count_in_a_table_of_any_encoding() {
    for encoding in [GBK, BIG5] {
        let rows = encoding.encode("id,text\n1,中文消息\n2,中文").0;
        let table = [&rows, &b"\xFF\xFF\n"[..]].concat();
        let options = ReadOptions {
            encoding: Some(encoding),
            ..ReadOptions::default()
        };
        let (articles, problems) = read(&table, &options);
        assert_eq!(problems, [""; 0]);
        let counts = articles.iter().map(|a| a.origin.undecodable);
        assert_eq!(counts.collect::<Vec<_>>(), [0, 2], "{}", encoding.name());
    }
}

#[test]
fn half_a_character_of_utf16_counts() {
    let mut units: Vec<u16> = format!("\u{FEFF}id,text\n1,{TEXT}")
        .encode_utf16()
        .collect();
    units.push(0xD800);
    units.push(u16::from(b'\n'));
    let table: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let (articles, problems) = read(&table, &ReadOptions::default());
    assert_eq!(problems, [""; 0]);
    assert_eq!(articles[0].origin.undecodable, 1);
}

#[test]
fn a_table_whose_chinese_comes_late_is_read_in_its_encoding() {
    let table = format!(
        "id,text\n{}late,{TEXT}\n",
        "1,nothing to see\n".repeat(50_000)
    );
    let (articles, problems) = read(&GBK.encode(&table).0, &ReadOptions::default());
    assert_eq!(problems, [""; 0]);
    assert_eq!(articles.last().map(|a| &*a.text), Some(TEXT));
}
