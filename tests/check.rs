//! `quliu check` as the author of a dictionary calls it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use quliu::check::{self, Finding};
use tempfile::TempDir;

fn dict(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn quliu_check(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("quliu").expect("the binary is built with the tests");
    command.args(["check", "--dict"]).arg(folder);
    command
}

/// The findings in a user's files; those in the built-in ones are another test's.
fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    let dir = dict(files);
    let report = check::run(&[dir.path().to_owned()]);
    let own = |finding: &Finding| Path::new(&finding.file).starts_with(dir.path());
    report.findings.into_iter().filter(own).collect()
}

#[track_caller]
fn assert_one(files: &[(&str, &str)], line: usize, problem: &str) -> Finding {
    let found = findings(files);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].line, Some(line), "{}", found[0]);
    assert!(found[0].problem.contains(problem), "{}", found[0]);
    found[0].clone()
}

const HOLDS: &str = "溜之大吉\tintransitive\tresign\t[栖木汽车]company[首席设计师]former_role[卢森川]person昨日[溜之大吉]trigger\n";

#[test]
fn the_built_in_dictionary_holds_what_it_promises() {
    let report = check::run(&[]);
    assert!(
        report.examples > 200,
        "only {} examples were run",
        report.examples
    );
    assert!(report.counterexamples > 0);
    let findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert!(
        findings.is_empty(),
        "{} findings:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

#[test]
fn a_trigger_that_holds_its_example_is_no_finding() {
    assert_eq!(findings(&[("trigger.tsv", HOLDS)]), []);
}

#[test]
fn every_broken_line_is_told_with_its_place_and_remedy() {
    let broken = "# mine\n乙乙科技\tcompnay\n丙丙科技\tcompany\n丁丁科技\n";
    let found = findings(&[("org_mine.tsv", broken)]);
    let told: Vec<_> = found.iter().map(|f| (f.line, f.problem.as_str())).collect();
    assert_eq!(told.len(), 2, "{found:#?}");
    assert_eq!(told[0].0, Some(2));
    assert!(
        told[0]
            .1
            .starts_with("`compnay` is no kind: use one of company, lab")
    );
    assert_eq!(told[1].0, Some(4));
    assert!(told[1].1.starts_with("column 2 (kind) is missing"));

    let dir = dict(&[("org_mine.tsv", broken)]);
    let place = format!(
        "{}:2: `compnay` is no kind",
        dir.path().join("org_mine.tsv").display()
    );
    quliu_check(dir.path())
        .assert()
        .code(1)
        .stdout(contains(place))
        .stderr(contains("findings"));
}

#[test]
fn a_folder_that_is_missing_is_wrong_usage() {
    quliu_check(Path::new("none"))
        .assert()
        .code(2)
        .stderr(contains("none: not a readable dictionary folder"));
}

#[test]
fn a_trigger_without_an_example_is_refused() {
    let row = "溜之大吉\tintransitive\tresign\n";
    assert_one(&[("trigger.tsv", row)], 1, "column 4 (example) is missing");
}

#[test]
fn a_wrong_example_tells_what_was_expected_and_found() {
    let row = HOLDS.replace("[首席设计师]former_role", "首席[设计师]former_role");
    let finding = assert_one(
        &[("trigger.tsv", &row)],
        1,
        "expected former_role 设计师, found 首席设计师",
    );
    assert!(
        finding.problem.starts_with("example of trigger `溜之大吉`"),
        "{finding}"
    );
    assert!(
        finding
            .to_string()
            .contains("found: [栖木汽车]company[首席设计师]former_role[卢森川]person"),
        "{finding}"
    );

    let dir = dict(&[("trigger.tsv", &row)]);
    quliu_check(dir.path())
        .assert()
        .code(1)
        .stdout(contains("expected former_role 设计师, found 首席设计师"))
        .stderr(contains("\n").count(1));
}

#[test]
fn an_example_that_gives_no_record_tells_the_first_thing_that_failed() {
    let row = "溜之大吉\tintransitive\tresign\t栖木汽车[首席设计师]person昨日[溜之大吉]trigger\n";
    let finding = assert_one(
        &[("trigger.tsv", row)],
        1,
        "expected person 首席设计师, found nothing",
    );
    assert!(
        finding
            .notes
            .contains(&("tried", "`溜之大吉`: the subject is unnamed".to_owned())),
        "{finding}"
    );
}

#[test]
fn an_example_must_be_told_by_the_word_that_it_proves() {
    let row = "昨\tintransitive\tresign\t[栖木汽车]company[首席设计师]former_role[卢森川]person[昨]trigger日离职\n";
    assert_one(
        &[("trigger.tsv", row)],
        1,
        "expected an event of its own, found those of `离职`",
    );
}

#[test]
fn a_broken_bracket_is_told_with_the_character() {
    let row = "溜之大吉\tintransitive\tresign\t[卢森川]persn昨日[溜之大吉]trigger\n";
    assert_one(
        &[("trigger.tsv", row)],
        1,
        "character 1: `persn` behind `[卢森川]` is no field: use one of person",
    );
}

#[test]
fn an_example_must_mark_its_word_and_who_leaves() {
    let row = "溜之大吉\tintransitive\tresign\t[卢森川]person昨日溜之大吉\n";
    assert_one(&[("trigger.tsv", row)], 1, "write [溜之大吉]trigger");
    let row = "溜之大吉\tintransitive\tresign\t卢森川昨日[溜之大吉]trigger\n";
    assert_one(&[("trigger.tsv", row)], 1, "nobody leaves in it");
}

#[test]
fn a_destination_is_proved_by_its_word() {
    let row = "投靠\torg\tcompany\t[栖木汽车]company[首席设计师]former_role[卢森川]person离职，投靠[阿里]destination\n";
    assert_eq!(findings(&[("destination.tsv", row)]), []);
    let row = "投靠\torg\tcompany\t[栖木汽车]company[首席设计师]former_role[卢森川]person离职，加盟[阿里]destination\n";
    assert_one(
        &[("destination.tsv", row)],
        1,
        "the word does not stand in it",
    );
}

/// A wording with an example on line 4 and a counterexample on line 5.
fn wording(example: &str, counterexample: &str) -> String {
    format!(
        "[[rule]]\nname = \"mine\"\npattern = \"{{org:company}} {{title:former_role}} {{person}} (不干了)\"\n\
         examples = [\"{example}\"]\ncounterexamples = [\"{counterexample}\"]\n"
    )
}

const EXAMPLE: &str = "[栖木汽车]company[首席设计师]former_role[卢森川]person不干了";

#[test]
fn a_wording_holds_its_example_and_counterexample() {
    let rule = wording(EXAMPLE, "栖木汽车首席设计师卢森川出席发布会");
    assert_eq!(findings(&[("rules/mine.toml", &rule)]), []);
}

#[test]
fn a_counterexample_that_gives_a_record_is_told_with_its_line() {
    let rule = wording(EXAMPLE, "栖木汽车首席设计师卢森川不干了");
    let finding = assert_one(
        &[("rules/mine.toml", &rule)],
        5,
        "expected no record, found that 卢森川 leaves",
    );
    assert!(
        finding.notes.contains(&("told by", "`mine`".to_owned())),
        "{finding}"
    );
}

#[test]
fn a_counterexample_may_mark_who_leaves_by_other_words() {
    let other = "栖木汽车首席设计师[卢森川]person离职";
    assert_eq!(
        findings(&[("rules/mine.toml", &wording(EXAMPLE, other))]),
        []
    );
    let unmarked = "栖木汽车首席设计师卢森川离职";
    assert_one(
        &[("rules/mine.toml", &wording(EXAMPLE, unmarked))],
        5,
        "expected no record",
    );
}

#[test]
fn a_wording_that_names_an_unknown_cue_is_refused() {
    let rule = wording(EXAMPLE, "卢森川出席").replace("(不干了)", "{@gone}");
    assert_one(&[("rules/mine.toml", &rule)], 3, "`@gone` is no cue");
}

#[test]
fn rows_that_contradict_each_other_or_do_nothing_are_found() {
    let twice = "首席摸鱼官\thead\n首席摸鱼官\tprefix\n";
    assert_one(
        &[("title.tsv", twice)],
        2,
        "`首席摸鱼官` is prefix here and head in",
    );
    assert_one(
        &[("block.tsv", "天气预报\tword\n")],
        1,
        "contains no trigger",
    );
    assert_one(
        &[("title_alias.tsv", "摸鱼官\t首席摸鱼官\n")],
        1,
        "`首席摸鱼官` is no title",
    );
    assert_one(
        &[("org_mine.tsv", "乙乙研究院\tlab\t\t乙乙集团\n")],
        1,
        "the parent `乙乙集团` is no organisation",
    );
}

#[test]
fn a_users_row_need_not_hold_the_built_in_example_that_it_replaces() {
    let quiet = check::run(&[]).findings;
    let dir = dict(&[("cue_mine.tsv", "溜之大吉\tfiller\n接任\thold\n")]);
    let replaced = check::run(&[dir.path().to_owned()]).findings;
    let new: Vec<_> = replaced
        .iter()
        .filter(|f| !quiet.contains(f) && f.problem.contains("`接任`"))
        .collect();
    assert!(new.is_empty(), "{new:#?}");
}

#[test]
fn the_findings_come_in_the_same_order_every_time() {
    let dir = dict(&[("trigger.tsv", HOLDS)]);
    let run = || quliu_check(dir.path()).output().unwrap().stdout;
    assert!(predicate::eq(run()).eval(&run()));
}
