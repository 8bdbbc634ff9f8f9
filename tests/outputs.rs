//! What is written can be read back, in every format; the same records give the same bytes.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use assert_cmd::Command;
use clap::ValueEnum;
use predicates::prelude::*;
use predicates::str::contains;
use proptest::prelude::*;
use quliu::Record;
use quliu::export::profile::{self, Profile};
use quliu::export::{self, Format};
use serde_json::{Value, json};
use tempfile::TempDir;

const ARTICLE: &str = "甲乙科技公告，副总裁张三因个人原因辞职。\n丙丁汽车董事、总裁邬晚晴退休。";

fn quliu(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("quliu").expect("the binary is built with the tests");
    command.current_dir(folder);
    command
}

fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), ARTICLE).unwrap();
    dir
}

fn built_in() -> impl Iterator<Item = Format> {
    let all = Format::value_variants().iter().copied();
    all.filter(|format| format.missing().is_none())
}

fn name(format: Format) -> String {
    format.to_possible_value().unwrap().get_name().to_owned()
}

fn write(format: Format, records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = export::begin(format, &mut out, false).unwrap();
    records.iter().for_each(|r| writer.write(r).unwrap());
    writer.finish().unwrap();
    drop(writer);
    out
}

#[test]
fn every_format_and_profile_is_in_the_help() {
    let help = quliu(folder().path())
        .args(["extract", "--help"])
        .assert()
        .success();
    let help = String::from_utf8(help.get_output().stdout.clone()).unwrap();
    for format in Format::value_variants() {
        assert!(help.contains(&format!("- {}:", name(*format))), "{help}");
    }
    for profile in ["duee", "duee-fin", "ccks2019"] {
        assert!(help.contains(&format!("- {profile}:")), "{help}");
    }
}

#[test]
fn a_format_that_is_not_built_in_says_which_build_has_it() {
    let missing = Format::value_variants()
        .iter()
        .filter_map(|format| Some((*format, format.missing()?)));
    for (format, _) in missing {
        let (dir, name) = (folder(), name(format));
        for arguments in [
            vec!["--format".to_owned(), name.clone()],
            vec!["-o".to_owned(), format!("out.{}", format.endings()[0])],
        ] {
            quliu(dir.path())
                .args(["extract", "none.txt"])
                .args(arguments)
                .assert()
                .code(2)
                .stdout("")
                .stderr(format!(
                    "quliu: {name} is not built in: build with `cargo install --path . --features {name}` (or full)\n"
                ));
        }
        assert!(export::begin(format, Vec::new(), false).is_err());
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    }
}

#[test]
fn a_format_that_needs_a_file_says_so() {
    for format in built_in().filter(|format| format.needs_file()) {
        quliu(folder().path())
            .args(["extract", "none.txt", "--format", &name(format)])
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains("needs a file: name one, e.g. -o departures."));
    }
}

#[test]
fn the_same_articles_give_the_same_bytes_and_one_file() {
    for format in built_in() {
        let written = |jobs: &str| {
            let dir = folder();
            let path = format!("out.{}", format.endings()[0]);
            quliu(dir.path())
                .args(["extract", "a.txt", "-o", &path, "--jobs", jobs])
                .assert()
                .success()
                .stderr("");
            assert_eq!(fs::read_dir(&dir).unwrap().count(), 2, "{format:?}");
            fs::read(dir.path().join(path)).unwrap()
        };
        let bytes = written("1");
        assert!(!bytes.is_empty());
        assert!(bytes == written("8"), "{format:?}");
    }
}

#[test]
fn every_ending_stands_for_its_format() {
    for format in Format::value_variants() {
        for ending in format.endings() {
            let upper = format!("a.{}", ending.to_uppercase());
            assert_eq!(Format::of(Path::new(&upper)), Some(*format));
        }
    }
}

#[test]
fn only_csv_begins_with_a_byte_order_mark() {
    let others = built_in().filter(|format| *format != Format::Csv);
    let mut arguments: Vec<[String; 2]> = others
        .map(|format| ["-o".to_owned(), format!("out.{}", format.endings()[0])])
        .collect();
    arguments.push(["--profile".to_owned(), "duee".to_owned()]);
    for arguments in arguments {
        quliu(folder().path())
            .args(["extract", "a.txt", "--bom"])
            .args(arguments)
            .assert()
            .code(2)
            .stderr(contains("--bom: only CSV"));
    }
}

#[test]
fn whoever_has_seen_enough_may_close_the_pipe() {
    let formats = built_in().filter(|format| !format.needs_file());
    let mut arguments: Vec<[String; 2]> = formats
        .map(|format| ["--format".to_owned(), name(format)])
        .collect();
    for profile in ["duee", "ccks2019"] {
        arguments.push(["--profile".to_owned(), profile.to_owned()]);
    }
    for arguments in arguments {
        let dir = folder();
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("quliu"))
            .current_dir(&dir)
            .args(["extract", "a.txt"])
            .args(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.success() && stderr.is_empty(),
            "{arguments:?}: {stderr}"
        );
    }
}

/// What a table holds of a record: its JSON without what only some formats have, and the columns read off evidence.
fn row(record: &Record) -> Value {
    let mut row = serde_json::to_value(record).unwrap();
    let evidence = row.as_object_mut().unwrap().remove("evidence").unwrap();
    let evidence = evidence.as_array().unwrap();
    let sentence = evidence.iter().find(|e| e["field"] == "sentence");
    row["sentence_start"] = sentence.map_or(Value::Null, |e| e["start"].clone());
    row["sentence_end"] = sentence.map_or(Value::Null, |e| e["end"].clone());
    let mut rules: Vec<&Value> = Vec::new();
    for rule in evidence.iter().flat_map(|e| e["rules"].as_array().unwrap()) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    row["rules"] = json!(rules);
    row
}

/// The same with texts only, as CSV has it.
fn texts(row: &Value) -> Value {
    let cells = row.as_object().unwrap().iter().map(|(name, value)| {
        let between = if name == "rules" { " " } else { "、" };
        let cell = match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Array(items) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join(between)
            }
            number => number.to_string(),
        };
        (name.clone(), Value::String(cell))
    });
    Value::Object(cells.collect())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[\\PC&&[^']]{1,12}",
        1 => Just("=HYPERLINK(\"http://a\")".to_owned()),
        1 => Just("+1".to_owned()),
        1 => Just("-甲".to_owned()),
        1 => Just("@甲".to_owned()),
        1 => Just("甲\n乙".to_owned()),
        1 => Just("甲,\"乙\"".to_owned()),
        1 => Just("0123".to_owned()),
        1 => Just("2022-05".to_owned()),
        1 => Just("TRUE".to_owned()),
    ]
}

fn word<T: ValueEnum>() -> impl Strategy<Value = Value> {
    (0..T::value_variants().len())
        .prop_map(|at| json!(quliu::record::name(T::value_variants()[at].clone())))
}

fn optional() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(text())
}

fn evidence() -> impl Strategy<Value = Value> {
    let rules = proptest::collection::vec("[a-z退休_]{1,6}", 0..3);
    (word::<quliu::record::Field>(), 0..9000usize, 0..300usize, text(), rules).prop_map(
        |(field, start, length, text, rules)| {
            json!({"field": field, "start": start, "end": start + length, "text": text, "rules": rules})
        },
    )
}

fn record() -> impl Strategy<Value = Record> {
    use quliu::record::{ChangeType, DestinationKind, ReasonCode, Status};
    let fields = (
        text(),
        proptest::collection::vec("[a-z甲乙=+]{1,6}", 0..3),
        [optional(), optional(), optional(), optional()],
        [optional(), optional(), optional(), optional(), optional()],
    );
    let codes = (
        word::<Status>(),
        word::<ChangeType>(),
        word::<ReasonCode>(),
        word::<DestinationKind>(),
    );
    let rest = (
        0..=100u8,
        text(),
        text(),
        proptest::collection::vec(evidence(), 0..4),
    );
    (fields, codes, rest).prop_map(|((person, posts, a, b), codes, rest)| {
        let value = json!({
            "person": person, "former_role": posts,
            "company": a[0], "reason": a[1], "destination": a[2], "destination_role": a[3],
            "date": b[0], "date_text": b[1], "successor": b[2], "title": b[3], "published": b[4],
            "status": codes.0, "change_type": codes.1, "reason_code": codes.2, "destination_kind": codes.3,
            "confidence": f64::from(rest.0) / 100.0, "sentence": rest.1, "source": rest.2, "evidence": rest.3,
        });
        serde_json::from_value(value).unwrap()
    })
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    proptest::collection::vec(record(), 0..5)
}

/// A cell without the apostrophe that keeps spreadsheets from running it.
fn unguarded(cell: &str) -> &str {
    let inner = cell.strip_prefix('\'');
    inner
        .filter(|inner| inner.starts_with(['=', '+', '-', '@', '\t', '\r']))
        .unwrap_or(cell)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn json_lines_hold_every_record(records in records()) {
        let text = String::from_utf8(write(Format::Jsonl, &records)).unwrap();
        let read: Vec<Record> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        prop_assert_eq!(read, records);
    }

    #[test]
    fn csv_holds_every_record(records in records()) {
        let bytes = write(Format::Csv, &records);
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let header = reader.headers().unwrap().clone();
        let read: Vec<Value> = reader
            .records()
            .map(|row| {
                let row = row.unwrap();
                let mut cells: serde_json::Map<String, Value> = header
                    .iter()
                    .zip(&row)
                    .map(|(name, cell)| (name.to_owned(), unguarded(cell).into()))
                    .collect();
                let confidence: f64 = row[13].parse().unwrap();
                cells["confidence"] = confidence.to_string().into();
                Value::Object(cells)
            })
            .collect();
        let expected: Vec<Value> = records
            .iter()
            .map(|r| {
                let mut cells = texts(&row(r));
                cells["confidence"] = r.confidence.to_string().into();
                cells
            })
            .collect();
        prop_assert_eq!(read, expected);
    }
}

/// Sentence, title and source of each record, read as a list of articles.
fn read_as_list(name: &str, bytes: &[u8]) -> Vec<(String, Option<String>)> {
    use quliu::article::{Columns, Item, ReadOptions, open};
    let named = |name: &str| Some(name.to_owned());
    let options = ReadOptions {
        columns: Columns {
            text: named("sentence"),
            title: named("title"),
            ..Columns::default()
        },
        ..ReadOptions::default()
    };
    let mut rows = Vec::new();
    open::bytes(name, bytes, &options, &mut |item| {
        match item {
            Item::Article(article) => rows.push((article.text, article.title)),
            Item::Failed(e) | Item::LeftOut(e) => panic!("{e}"),
        }
        std::ops::ControlFlow::Continue(())
    });
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_written_can_be_read_as_a_list_of_articles(records in records()) {
        let title = |r: &Record| r.title.clone().filter(|title| !title.trim().is_empty());
        let expected: Vec<_> = records.iter().map(|r| (r.sentence.clone(), title(r))).collect();
        prop_assert_eq!(&read_as_list("a.jsonl", &write(Format::Jsonl, &records)), &expected);
        let table = read_as_list("a.csv", &write(Format::Csv, &records));
        let plain = |cell: String| unguarded(&cell).to_owned();
        let table: Vec<_> = table.into_iter().map(|(text, title)| (plain(text), title.map(plain))).collect();
        prop_assert_eq!(&table, &expected);
    }
}

#[cfg(feature = "parquet")]
mod parquet_files {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, Row};

    fn json(field: &Field) -> Value {
        match field {
            Field::Null => Value::Null,
            Field::Str(text) => json!(text),
            Field::Double(share) => json!(share),
            Field::Long(offset) => json!(offset),
            Field::ListInternal(list) => list.elements().iter().map(json).collect(),
            Field::Group(row) => object(row),
            other => panic!("no type of ours: {other}"),
        }
    }

    fn object(row: &Row) -> Value {
        let cells = row.get_column_iter();
        Value::Object(
            cells
                .map(|(name, field)| (name.clone(), json(field)))
                .collect(),
        )
    }

    fn read(bytes: &[u8]) -> (Vec<Value>, SerializedFileReader<fs::File>) {
        let mut file = tempfile::tempfile().unwrap();
        std::io::Write::write_all(&mut file, bytes).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let rows = reader.get_row_iter(None).unwrap();
        (rows.map(|row| object(&row.unwrap())).collect(), reader)
    }

    fn whole(record: &Record) -> Value {
        let mut row = row(record);
        row["evidence"] = serde_json::to_value(record).unwrap()["evidence"].clone();
        row
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn parquet_holds_every_record_with_its_evidence(records in records()) {
            let (rows, _) = read(&write(Format::Parquet, &records));
            let expected: Vec<Value> = records.iter().map(whole).collect();
            prop_assert_eq!(rows, expected);
        }
    }

    #[test]
    fn a_long_table_is_written_in_groups() {
        let n = 40_000;
        let record =
            |at| json!({"person": format!("甲{at}"), "former_role": ["总裁"], "source": "a.txt"});
        let records: Vec<Record> = (0..n)
            .map(|at| serde_json::from_value(record(at)).unwrap())
            .collect();
        let (rows, reader) = read(&write(Format::Parquet, &records));
        assert_eq!(rows.len(), n);
        assert_eq!(rows[n - 1]["person"], format!("甲{}", n - 1));
        assert_eq!(reader.metadata().num_row_groups(), 3);
        let created_by = reader.metadata().file_metadata().created_by();
        assert_eq!(created_by, Some("quliu version 1"));
    }

    #[test]
    fn a_pipe_may_have_it() {
        let assert = quliu(folder().path())
            .args(["extract", "a.txt", "--format", "parquet"])
            .assert()
            .success();
        let (rows, _) = read(&assert.get_output().stdout);
        assert_eq!(rows[0]["person"], "张三");
        assert_eq!(rows[1]["former_role"], json!(["董事", "总裁"]));
    }
}

#[cfg(feature = "sqlite")]
mod sqlite_files {
    use super::*;
    use rusqlite::types::ValueRef;
    use rusqlite::{Connection, Row};

    const LISTS: [&str; 2] = ["former_role", "rules"];

    fn cell(row: &Row, name: &str) -> Value {
        match row.get_ref_unwrap(name) {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(offset) => json!(offset),
            ValueRef::Real(share) => json!(share),
            ValueRef::Text(text) if LISTS.contains(&name) => serde_json::from_slice(text).unwrap(),
            ValueRef::Text(text) => json!(std::str::from_utf8(text).unwrap()),
            ValueRef::Blob(_) => panic!("no type of ours"),
        }
    }

    fn rows(connection: &Connection, query: &str) -> Vec<Value> {
        let mut statement = connection.prepare(query).unwrap();
        let names: Vec<String> = statement
            .column_names()
            .iter()
            .map(|n| (*n).to_owned())
            .collect();
        let object = |row: &Row| {
            let cells = names.iter().map(|name| (name.clone(), cell(row, name)));
            Ok(Value::Object(cells.collect()))
        };
        let rows = statement.query_map([], object).unwrap();
        rows.map(Result::unwrap).collect()
    }

    fn without_id(mut row: Value) -> Value {
        row.as_object_mut().unwrap().remove("id");
        row
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_database_holds_every_record_with_its_evidence(records in records()) {
            let file = tempfile::NamedTempFile::new().unwrap();
            fs::write(file.path(), write(Format::Sqlite, &records)).unwrap();
            let connection = Connection::open(file.path()).unwrap();
            let departures = rows(&connection, "SELECT * FROM departure ORDER BY id");
            let departures: Vec<Value> = departures.into_iter().map(without_id).collect();
            prop_assert_eq!(departures, records.iter().map(row).collect::<Vec<_>>());
            for (record, id) in records.iter().zip(1..) {
                let query = format!(
                    "SELECT field, start, \"end\", text, rules FROM evidence WHERE departure = {id} ORDER BY rowid"
                );
                let expected = &serde_json::to_value(record).unwrap()["evidence"];
                prop_assert_eq!(&Value::Array(rows(&connection, &query)), expected);
            }
        }
    }

    #[test]
    fn the_queries_of_the_documentation_hold() {
        let dir = folder();
        quliu(dir.path())
            .args(["extract", "a.txt", "-o", "out.db"])
            .assert()
            .success();
        let connection = Connection::open(dir.path().join("out.db")).unwrap();
        let posts =
            "SELECT person, post.value AS post FROM departure, json_each(former_role) AS post";
        assert_eq!(
            rows(&connection, posts)[2],
            json!({"person": "邬晚晴", "post": "总裁"})
        );
        let reasons = "SELECT person, e.text FROM departure JOIN evidence e ON e.departure = departure.id \
                       WHERE e.field = 'reason'";
        assert_eq!(
            rows(&connection, reasons)[0],
            json!({"person": "张三", "text": "个人原因"})
        );
    }
}

#[cfg(feature = "xlsx")]
mod xlsx_files {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn read(bytes: Vec<u8>) -> Vec<Value> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert!(book.worksheet_formula("departures").unwrap().is_empty());
        let range = book.worksheet_range("departures").unwrap();
        let mut rows = range.rows();
        let header: Vec<String> = rows.next().unwrap().iter().map(Data::to_string).collect();
        let cell = |data: &Data| match data {
            Data::Empty => json!(""),
            Data::String(text) => json!(text),
            Data::Float(number) => json!(number),
            other => panic!("no type of ours: {other:?}"),
        };
        let object = |row: &[Data]| header.iter().cloned().zip(row.iter().map(cell)).collect();
        rows.map(|row| Value::Object(object(row))).collect()
    }

    fn cells(record: &Record) -> Value {
        let row = row(record);
        let mut cells = texts(&row);
        for name in ["confidence", "sentence_start", "sentence_end"] {
            if let Some(number) = row[name].as_f64() {
                cells[name] = json!(number);
            }
        }
        cells
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_workbook_holds_every_record(records in records()) {
            let rows = read(write(Format::Xlsx, &records));
            prop_assert_eq!(rows, records.iter().map(cells).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_cut_cell_is_told() {
        let dir = folder();
        let meta = json!({"title": "甲".repeat(40_000)}).to_string();
        fs::write(dir.path().join("a.meta.json"), meta).unwrap();
        quliu(dir.path())
            .args(["extract", "a.txt", "-o", "out.xlsx"])
            .assert()
            .success()
            .stderr(contains(
                "warning: cells cut to the 32767 characters that XLSX holds: 2;",
            ));
        let rows = read(fs::read(dir.path().join("out.xlsx")).unwrap());
        let title = rows[1]["title"].as_str().unwrap();
        assert_eq!(title.chars().count(), 32_767);
    }
}

fn lines(profile: Profile, records: Value) -> String {
    let records: Vec<Record> = serde_json::from_value(records).unwrap();
    let mut out = Vec::new();
    let mut writer = profile::begin(profile, &mut out).unwrap();
    records.iter().for_each(|r| writer.write(r).unwrap());
    writer.finish().unwrap();
    drop(writer);
    String::from_utf8(out).unwrap()
}

/// Three records of two documents.
fn found() -> Value {
    json!([
        {
            "person": "张三", "company": "甲乙科技", "former_role": ["董事", "总裁"], "date_text": "5月4日",
            "destination": "丙丁汽车", "destination_role": "总裁", "destination_kind": "company", "successor": "邬晚晴",
            "change_type": "resign", "sentence": "5月4日，甲乙科技董事、总裁张三辞职。", "source": "list.jsonl#17",
            "evidence": [{"field": "person", "start": 12, "end": 14, "text": "张三", "rules": ["duty_verb", "辞职"]}],
        },
        {
            "person": "李四维", "company": "戊己集团", "change_type": "dismiss", "reason_code": "misconduct",
            "sentence": "李四维被开除。", "source": "list.jsonl#17",
            "evidence": [{"field": "company", "start": 0, "end": 2, "text": "戊己", "rules": ["org"]}],
        },
        {"person": "王小五", "sentence": "王小五走了。", "source": "dir/b.txt"},
    ])
}

#[test]
fn duee_has_one_document_a_line() {
    assert_eq!(
        lines(Profile::Duee, found()),
        concat!(
            r#"{"id":"17","event_list":[{"event_type":"组织关系-辞/离职","arguments":[{"role":"离职者","argument":"张三"},"#,
            r#"{"role":"原所属组织","argument":"甲乙科技"},{"role":"时间","argument":"5月4日"}]},"#,
            r#"{"event_type":"组织关系-加盟","arguments":[{"role":"加盟者","argument":"张三"},{"role":"所加盟组织","argument":"丙丁汽车"}]},"#,
            r#"{"event_type":"组织关系-解雇","arguments":[{"role":"被解雇人员","argument":"李四维"},{"role":"解雇方","argument":"戊己"}]}]}"#,
            "\n",
            r#"{"id":"b","event_list":[{"event_type":"组织关系-辞/离职","arguments":[{"role":"离职者","argument":"王小五"}]}]}"#,
            "\n",
        )
    );
}

#[test]
fn duee_fin_has_an_event_a_person_and_one_for_the_successor() {
    let text = lines(Profile::DueeFin, found());
    let document: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    let event = |arguments: &[(&str, &str)]| {
        let arguments: Vec<Value> = arguments
            .iter()
            .map(|(role, argument)| json!({"role": role, "argument": argument}))
            .collect();
        json!({"event_type": "高管变动", "arguments": arguments})
    };
    let expected = [
        event(&[
            ("高管姓名", "张三"),
            ("高管职位", "董事"),
            ("高管职位", "总裁"),
            ("任职公司", "甲乙科技"),
            ("变动类型", "辞职"),
            ("变动后职位", "总裁"),
            ("变动后公司名称", "丙丁汽车"),
            ("事件时间", "5月4日"),
        ]),
        event(&[
            ("高管姓名", "邬晚晴"),
            ("变动类型", "接任"),
            ("变动后职位", "董事"),
            ("变动后职位", "总裁"),
            ("任职公司", "甲乙科技"),
            ("事件时间", "5月4日"),
        ]),
        event(&[
            ("高管姓名", "李四维"),
            ("任职公司", "戊己"),
            ("变动类型", "离职"),
        ]),
    ];
    assert_eq!(document, json!({"id": "17", "event_list": expected}));
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn ccks_has_a_line_for_each_company() {
    let mut records = found();
    let again = records[0].clone();
    records.as_array_mut().unwrap().insert(1, again);
    assert_eq!(
        lines(Profile::Ccks2019, records),
        "17\t不能履职\t甲乙科技\n17\t高管负面\t戊己\n"
    );
}

#[test]
fn documents_of_the_same_name_in_two_folders_have_two_ids() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["a/1.txt", "b/1.txt"] {
        fs::create_dir(dir.path().join(&name[..1])).unwrap();
        fs::write(dir.path().join(name), ARTICLE).unwrap();
    }
    for (profile, sign) in [("duee", "{\"id\":\"b/1.txt\","), ("ccks2019", "b/1.txt\t")] {
        let assert = quliu(dir.path())
            .args(["extract", "a", "b", "--profile", profile])
            .assert()
            .success();
        let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
        let second = text.lines().filter(|line| line.starts_with(sign)).count();
        assert_eq!(2 * second, text.lines().count(), "{text}");
    }
}

#[test]
fn a_profile_is_written_whatever_the_file_is_called() {
    let dir = folder();
    quliu(dir.path())
        .args(["extract", "a.txt", "--profile", "ccks2019", "-o", "out.txt"])
        .assert()
        .success();
    let text = fs::read_to_string(dir.path().join("out.txt")).unwrap();
    assert_eq!(text, "a\t不能履职\t甲乙科技\na\t不能履职\t丙丁汽车\n");
    quliu(dir.path())
        .args(["extract", "a.txt", "--profile", "duee", "--format", "csv"])
        .assert()
        .code(2)
        .stderr(contains("cannot be used with").and(contains("--profile")));
}
