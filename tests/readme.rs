//! What the READMEs show is what the program does.

use std::fs;
use std::path::Path;

mod common;

/// The rows between the marks of the table of records.
fn rows(readme: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
    let text = fs::read_to_string(path).unwrap();
    let (_, table) = text.split_once("<!-- table -->").unwrap();
    let (table, _) = table.split_once("<!-- /table -->").unwrap();
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = |row: &str| {
        row.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    rows.map(cells).collect()
}

#[test]
fn the_records_in_the_readmes_are_those_of_the_corpus() {
    let records = common::articles()
        .iter()
        .flat_map(|article| quliu::extract(article, &common::DICT))
        .map(|r| {
            let text = |value: Option<String>| value.unwrap_or_default();
            vec![
                r.person,
                r.former_role.join("、"),
                text(r.company),
                text(r.reason),
                text(r.destination),
                text(r.destination_role),
                text(r.date),
                quliu::record::name(r.status).to_owned(),
            ]
        })
        .collect::<Vec<_>>();
    for readme in ["README.md", "README.zh-CN.md"] {
        let rows = rows(readme);
        assert!(rows.len() > 10, "{readme}");
        for row in rows {
            let of_person: Vec<_> = records.iter().filter(|r| r[0] == row[0]).collect();
            assert!(
                of_person.contains(&&row),
                "{readme}: {row:?} is now one of {of_person:?}"
            );
        }
    }
}
