//! The scorer agrees with `score.py` to the digit.
//!
//! Each folder of `tests/score` holds gold, records and what score.py prints of them:
//! `score.py DIR DIR/pred.jsonl > DIR/expected.txt`, and with `--json` `> DIR/expected.json`.

use std::fs;
use std::path::{Path, PathBuf};

use quliu::score::{Document, Kind, Score, gold, prediction, report, score};

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/score")
        .join(case)
}

fn scored(case: &str, text: Option<&str>) -> Score {
    let folder = folder(case);
    let predictions = prediction::read(&folder.join("pred.jsonl")).unwrap();
    let documents: Vec<_> = gold::find(&folder)
        .unwrap()
        .into_iter()
        .map(|(name, path)| {
            let gold = gold::load(&path).unwrap();
            let predictions = predictions.of(&name, &gold);
            Document {
                name,
                gold,
                text: text.map(str::to_owned),
                predictions,
            }
        })
        .collect();
    score(&documents)
}

fn assert_agrees(case: &str) {
    let score = scored(case, None);
    let text = fs::read_to_string(folder(case).join("expected.txt")).unwrap();
    assert_eq!(report::text(&score, 0), text);
    let json = fs::read_to_string(folder(case).join("expected.json")).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&json).unwrap();
    let mut figures = serde_json::to_value(&score).unwrap();
    figures.as_object_mut().unwrap().remove("errors");
    assert_eq!(figures, expected);
}

#[test]
fn a_right_record_scores_in_every_field_it_fills() {
    assert_agrees("a_right_record_scores_in_every_field_it_fills");
}

#[test]
fn articles_are_found_by_their_doc_name_and_only_asserted_records_count() {
    assert_agrees("articles_are_found_by_their_doc_name_and_only_asserted_records_count");
}

#[test]
fn denials_told_as_facts_count_against_and_background_and_neutral_people_do_not() {
    assert_agrees("denials_told_as_facts_count_against_and_background_and_neutral_people_do_not");
}

#[test]
fn of_two_departures_of_one_person_each_prediction_gets_the_one_that_fits() {
    assert_agrees("of_two_departures_of_one_person_each_prediction_gets_the_one_that_fits");
}

#[test]
fn optional_gold_is_free_and_an_empty_list_frees_all() {
    assert_agrees("optional_gold_is_free_and_an_empty_list_frees_all");
}

#[test]
fn the_words_in_the_text_may_be_right_where_the_canonical_name_is_not_but_a_date_must_be() {
    assert_agrees(
        "the_words_in_the_text_may_be_right_where_the_canonical_name_is_not_but_a_date_must_be",
    );
}

#[test]
fn what_is_missed_spurious_wrong_or_told_twice_counts_against() {
    assert_agrees("what_is_missed_spurious_wrong_or_told_twice_counts_against");
}

const MISTAKES: &str = "what_is_missed_spurious_wrong_or_told_twice_counts_against";

#[test]
fn every_mistake_is_listed_with_what_is_right() {
    let score = scored(MISTAKES, None);
    let listed = |field: &str, person: &str| {
        let mut of = score
            .mistakes
            .iter()
            .filter(|m| m.field == field && m.person == person);
        of.next()
            .map(|m| (m.kind, m.gold.as_deref(), m.predicted.as_deref()))
    };
    assert_eq!(
        listed("person", "孙七"),
        Some((Kind::Missed, Some("孙七 (甲乙)"), None))
    );
    assert_eq!(
        listed("person", "王五"),
        Some((Kind::Spurious, None, Some("甲乙, 董事")))
    );
    assert_eq!(
        listed("company", "李四"),
        Some((Kind::Wrong, Some("丙丁"), Some("戊己")))
    );
    assert_eq!(
        listed("former_role", "张三"),
        Some((Kind::Missed, Some("副总裁 + 董事"), None))
    );
    assert_eq!(listed("company", "张三"), None);
}

#[test]
fn a_mistake_tells_the_sentence_and_the_character_where_it_begins() {
    let text = "标题\n李四去高校任教，离开丙丁。";
    let score = scored(MISTAKES, Some(text));
    let mistake = score
        .mistakes
        .iter()
        .find(|m| m.field == "company")
        .unwrap();
    assert_eq!(
        mistake.sentence.as_deref(),
        Some("李四去高校任教，离开丙丁。")
    );
    assert_eq!(mistake.start, Some(3));
    let report = report::text(&score, 1);
    assert!(
        report.contains(
            "  wrong    a  李四  gold: 丙丁  predicted: 戊己\n           [3] 李四去高校任教"
        ),
        "{report}"
    );
}
