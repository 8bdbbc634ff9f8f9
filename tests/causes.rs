//! Every mistake has the cause that the analysis shows.

use quliu::score::cause::{self, Cause, Diagnosis};
use quliu::score::{Document, Prediction, score};
use quliu::{Article, Dict};

/// The mistakes in `text` against gold events: field, cause, detail.
fn causes(text: &str, events: &str) -> Vec<(String, Cause, String)> {
    let dict = Dict::load(&[]).unwrap();
    let gold = format!(r#"{{"events": [{events}]}}"#);
    quliu::analyse(&Article::from_text(text), &dict, |analysis| {
        let document = Document {
            name: "a".to_owned(),
            gold: serde_json::from_str(&gold).unwrap(),
            text: Some(text.to_owned()),
            predictions: analysis.records.iter().map(Prediction::from).collect(),
        };
        let documents = [document];
        let mistakes = score(&documents).mistakes;
        let found = cause::find(
            &mistakes.iter().collect::<Vec<_>>(),
            &documents[0],
            Some(&analysis),
        );
        let row = |(field, Diagnosis { cause, detail })| (field, cause, detail);
        let fields = mistakes.iter().map(|m| m.field.clone());
        fields.zip(found).map(row).collect()
    })
}

#[track_caller]
fn assert_cause(text: &str, events: &str, field: &str, cause: Cause, detail: &str) {
    let found = causes(text, events);
    let expected = (field.to_owned(), cause, detail.to_owned());
    assert!(
        found.contains(&expected),
        "{expected:?} is not in {found:?}"
    );
}

#[test]
fn a_departure_without_a_trigger() {
    assert_cause(
        "栖木汽车总裁卢森川收拾好了办公桌。",
        r#"{"person": ["卢森川"]}"#,
        "person",
        Cause::MissedTrigger,
        "",
    );
}

#[test]
fn a_name_in_no_mention() {
    assert_cause(
        "栖木汽车总裁哔啵辞职。",
        r#"{"person": ["哔啵"]}"#,
        "person",
        Cause::MissedName,
        "read as 哔 啵",
    );
}

#[test]
fn a_frame_that_failed() {
    assert_cause(
        "栖木汽车总裁卢森川看到有高管离职。",
        r#"{"person": ["卢森川"]}"#,
        "person",
        Cause::MissedFrame,
        "离职: the subject is unnamed",
    );
}

#[test]
fn somebody_else_is_taken_to_leave() {
    assert_cause(
        "卢森川说，丁鹤亭已经离职。",
        r#"{"person": ["卢森川"]}"#,
        "person",
        Cause::WrongPerson,
        "离职: 丁鹤亭",
    );
}

#[test]
fn somebody_else_leaves_in_the_sentence() {
    assert_cause(
        "卢森川说，丁鹤亭已经离职。",
        r#"{"person": ["卢森川"], "evidence": "卢森川说，丁鹤亭已经离职"}"#,
        "person",
        Cause::SpuriousPerson,
        "卢森川",
    );
}

#[test]
fn a_departure_that_nobody_told() {
    assert_cause("卢森川离职。", "", "person", Cause::SpuriousEvent, "离职");
}

#[test]
fn a_denial_told_as_a_fact_and_news_told_as_a_denial() {
    assert_cause(
        "卢森川离职。",
        r#"{"person": ["卢森川"], "status": "denied"}"#,
        "person",
        Cause::WrongStatus,
        "denied → completed",
    );
    assert_cause(
        "据传丁鹤亭将离职，丁鹤亭否认。",
        r#"{"person": ["丁鹤亭"]}"#,
        "person",
        Cause::WrongStatus,
        "completed → denied",
    );
}

#[test]
fn two_departures_told_as_one() {
    assert_cause(
        "栖木汽车总裁卢森川离职。",
        r#"{"person": ["卢森川"]}, {"person": ["卢森川"], "company": ["青穗芯片"]}"#,
        "person",
        Cause::Merged,
        "the record goes with another departure",
    );
}

#[test]
fn a_name_cut_short() {
    assert_cause(
        "卢森川离职。",
        r#"{"person": ["卢森川北"]}"#,
        "person",
        Cause::WrongName,
        "卢森川北",
    );
    assert_cause(
        "卢森川离职。",
        r#"{"person": ["卢森川北"]}"#,
        "person",
        Cause::WrongName,
        "卢森川",
    );
}

#[test]
fn an_employer_in_no_mention_and_another_one_taken() {
    assert_cause(
        "栖木汽车总裁卢森川离职。",
        r#"{"person": ["卢森川"], "company": ["没有这家"]}"#,
        "company",
        Cause::MissedOrganisation,
        "company_before_person",
    );
    assert_cause(
        "栖木汽车总裁卢森川离职。青穗科技有限公司宣布融资。",
        r#"{"person": ["卢森川"], "company": ["青穗科技有限公司"]}"#,
        "company",
        Cause::WrongEmployer,
        "company_before_person",
    );
}

#[test]
fn a_reason_cut_otherwise_and_one_that_was_not_read() {
    let reason = |reason: &str| format!(r#"{{"person": ["卢森川"], "reason": ["{reason}"]}}"#);
    assert_cause(
        "卢森川因个人原因离职。",
        &reason("个人发展"),
        "reason",
        Cause::ReasonScope,
        "",
    );
    assert_cause(
        "卢森川离职。他累了。",
        &reason("累了"),
        "reason",
        Cause::MissedReason,
        "it stands in another sentence",
    );
}

#[test]
fn a_date_without_a_day_to_count_from() {
    assert_cause(
        "去年5月，卢森川离职。",
        r#"{"person": ["卢森川"], "date": ["2024-05"]}"#,
        "date",
        Cause::UnresolvedDate,
        "去年5月",
    );
}
