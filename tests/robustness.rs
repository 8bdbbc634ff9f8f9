//! Extraction never fails, whatever the text, and takes time in proportion to its length.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use quliu::bracket::Bracketed;
use quliu::export::{self, Format};
use quliu::{Article, Record};

mod common;

/// The words of the dictionaries that extraction looks for, and what stands between them.
static FRAGMENTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let columns = [
        include_str!("../dict/trigger.tsv"),
        include_str!("../dict/destination.tsv"),
        include_str!("../dict/cue.tsv"),
        include_str!("../dict/block.tsv"),
        include_str!("../dict/honorific.tsv"),
        include_str!("../dict/org_suffix.tsv"),
    ];
    let words = columns.iter().flat_map(|file| first_column(file));
    // Of the long lists, enough for every kind of row.
    let sampled = [
        include_str!("../dict/title.tsv"),
        include_str!("../dict/org_internet.tsv"),
        include_str!("../dict/org_ambiguous.tsv"),
        include_str!("../dict/media.tsv"),
        include_str!("../dict/place.tsv"),
        include_str!("../dict/reason.tsv"),
        include_str!("../dict/person_context.tsv"),
        include_str!("../dict/furniture.tsv"),
    ];
    let sampled = sampled
        .iter()
        .flat_map(|file| first_column(file).step_by(9));
    words.chain(sampled).collect()
});

fn first_column(file: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = file
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|line| {
        line.split('\t')
            .next()
            .expect("split gives one part at least")
    })
}

const NAMES: [&str; 20] = [
    "云中",
    "万里",
    "张三",
    "卢森川",
    "欧阳明远",
    "Erik Lindqvist",
    "Lindqvist",
    "埃里克·林奎斯特",
    "Marta van den Berg",
    "王",
    "博",
    "总",
    "他",
    "她",
    "其",
    "公司",
    "该公司",
    "栖木汽车",
    "云岫科技有限公司",
    "某",
];
const BETWEEN: [&str; 44] = [
    "。",
    "，",
    "、",
    "；",
    "：",
    "！",
    "？",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "　",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "「",
    "」",
    "《",
    "》",
    "【",
    "】",
    "——",
    "·",
    "-",
    "|",
    "/",
    "## ",
    "1、",
    "去年5月",
    "3月5日",
    "次日",
    "同年",
    "2024-02-30",
    "99月99日",
    "二〇二四年",
    "9999年",
    "😀",
    "\u{200b}",
    "（以下简称“公司”）",
    "（600000.SH）",
    "[](http://a)",
];

/// Everything that is made of an article, and what must hold of it.
fn take(article: &Article) -> Vec<Record> {
    let records = quliu::extract(article, &common::DICT);
    assert_eq!(records, quliu::extract(article, &common::EXHAUSTIVE));
    common::assert_offsets(article, &records);
    for format in [Format::Csv, Format::Jsonl] {
        let mut bytes = Vec::new();
        let mut writer = export::begin(format, &mut bytes, false).expect("memory can be written");
        for record in &records {
            writer.write(record).expect("memory can be written");
        }
        writer.finish().expect("memory can be written");
        drop(writer);
        String::from_utf8(bytes).expect("exports are UTF-8");
    }
    for record in &records {
        assert!((0.05..=0.99).contains(&record.confidence), "{record:?}");
        let notation = Bracketed::of(record).to_string();
        notation
            .parse::<Bracketed>()
            .unwrap_or_else(|e| panic!("{notation}: {e}"));
    }
    records
}

fn article(title: &str, text: &str, published: bool) -> Article {
    Article {
        title: (!title.is_empty()).then(|| title.to_owned()),
        published: published.then_some(common::PUBLISHED),
        ..Article::from_text(text)
    }
}

/// Texts of words that extraction looks for, in any order.
fn fragments(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        4 => select(FRAGMENTS.as_slice()),
        3 => select(&NAMES[..]),
        2 => select(&BETWEEN[..]),
    ];
    proptest::collection::vec(fragment, length).prop_map(|fragments| fragments.concat())
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

#[test]
fn what_may_be_a_name_is_sought_elsewhere() {
    let dull = "今年第3个项目进展顺利。".repeat(40);
    let number = format!("离开-万里。{dull}记者还见到了总裁万里先生。");
    let latin = "离职被免首席技术科学家Lindqvist元老被免\nErik Lindqvist重返";
    let title = "张三；“被撤销张三老将离职";
    let firm = format!("云中公司离职。{dull}记者还见到了总裁云中先生。");
    for text in [number.as_str(), latin, title, firm.as_str()] {
        assert!(!take(&article("", text, true)).is_empty(), "{text}");
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn any_words_in_any_order_are_read(title in fragments(0..6), text in fragments(1..60), dated in any::<bool>()) {
        take(&article(&title, &text, dated));
    }

    #[test]
    fn any_characters_are_read(text in proptest::collection::vec(any::<char>(), 0..200), tail in fragments(0..4)) {
        let mut text: String = text.into_iter().collect();
        text += &tail;
        take(&article("", &text, true));
    }
}

proptest! {
    #![proptest_config(cases(500))]

    /// What stands within words costs no record that an exhaustive search finds: blanks, line ends, marks.
    #[test]
    fn short_cuts_see_through_blanks(text in fragments(5..30), odd in select(&[" ", "\n", "\u{3000}", "**", "\u{200b}", "\0"][..]), every in 1..4_usize) {
        let mut broken = String::new();
        for (n, c) in text.chars().enumerate() {
            broken.push(c);
            broken += if n % every == 0 { odd } else { "" };
        }
        take(&article("", &broken, true));
    }

    /// An article of which only a part need be read: a few sentences of loose words among many that tell nothing.
    #[test]
    fn short_cuts_find_all_of_a_long_article(told in proptest::collection::vec((fragments(2..8), 0..40_usize), 1..3), named in proptest::collection::vec((select(&NAMES[..]), 0..40_usize, select(&["", " ", "**"][..])), 0..6)) {
        let mut sentences: Vec<String> = (0..40).map(|n| format!("今年第{n}个项目进展顺利。")).collect();
        for (name, at, odd) in named {
            let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
            sentences[at] = format!("记者还见到了总裁{first}{odd}{rest}先生。");
        }
        for (words, at) in told {
            sentences[at] = words + "。";
        }
        take(&article("", &sentences.concat(), true));
    }

    /// A cut within a word, and odd characters within a sentence that is understood.
    #[test]
    fn a_sentence_may_be_cut_anywhere(text in fragments(10..30), from in 0..20_usize, odd in any::<char>(), at in 0..60_usize) {
        let mut chars: Vec<char> = text.chars().skip(from).collect();
        chars.insert(at.min(chars.len()), odd);
        take(&article("", &chars.iter().collect::<String>(), true));
    }
}

#[test]
fn a_person_named_late_in_a_long_sentence_leaves_in_a_short_one() {
    let text = "在纸鸢网络，从策划到测试，从美术到运营，从前台到后勤，谁都认识总监廉小满。\
                今天是她在纸鸢网络的最后一天。";
    let records = quliu::extract(&Article::from_text(text), &common::DICT);
    let people: Vec<&str> = records.iter().map(|r| r.person.as_str()).collect();
    assert_eq!(people, ["廉小满"]);
}

/// What takes people on only beside another employer opens no article, nor a list in it.
#[test]
fn a_list_below_who_was_appointed_is_read_the_same_without_short_cuts() {
    let text =
        "众擎集团任命了新一届董事会，成员如下：\n\n尹川：众擎集团总裁\n\n陆宛秋：青屏集团总监";
    take(&article("", text, true));
}

/// A wording of a user whose only word has no letters is no short cut's loss.
#[test]
fn a_wording_without_letters_is_tried_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("rules")).unwrap();
    std::fs::write(folder.path().join("cue.tsv"), "＆\tcoord\n").unwrap();
    let rule = "[[rule]]\nname = \"beside\"\npattern = \"{org:company} {title:former_role} {person} {@coord}\"\n\
                examples = [\"[栖木汽车]company[总裁]former_role[李力行]person和\"]\ncounterexamples = [\"李力行\"]\n";
    std::fs::write(folder.path().join("rules/mine.toml"), rule).unwrap();
    let dict = quliu::Dict::load(&[folder.path().to_owned()]).unwrap();
    let records = quliu::extract(&Article::from_text("栖木汽车总裁李力行和仰天长啸。"), &dict);
    assert_eq!(records.len(), 1);
}

#[test]
fn the_words_in_question_give_records_at_all() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let texts = (0..200).map(|_| {
        let tree = fragments(1..60)
            .new_tree(&mut runner)
            .expect("fragments are there");
        tree.current()
    });
    let records: usize = texts
        .map(|text| take(&article("", &text, true)).len())
        .sum();
    assert!(records > 20, "only {records} records in 200 texts");
}

/// How long extraction takes.
fn time(text: &str) -> Duration {
    let article = article("", text, true);
    let start = Instant::now();
    quliu::extract(&article, &common::DICT);
    start.elapsed()
}

/// Four times the text takes less than twelve times as long; quadratic would be sixteen.
fn assert_linear(what: &str, unit: impl Fn(usize) -> String) {
    let text = |bytes: usize| {
        let mut text = String::with_capacity(bytes + 200);
        for i in 0.. {
            if text.len() >= bytes {
                break;
            }
            text += &unit(i);
        }
        text
    };
    // The first run loads what later ones have at hand.
    time(&text(1 << 12));
    let (short, long) = (time(&text(1 << 19)), time(&text(1 << 21)));
    assert!(
        long < short * 12,
        "{what}: 0.5 MB take {short:?}, 2 MB {long:?}"
    );
}

/// The n-th of many people.
fn person(n: usize) -> String {
    let chars = [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛",
        "明", "超", "秀", "霞", "平", "刚",
    ];
    let surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周"];
    let at = |n: usize| chars[n % chars.len()];
    format!("{}{}{}", surnames[n / 441 % 10], at(n / 21), at(n))
}

#[test]
fn a_line_without_full_stops_takes_linear_time() {
    assert_linear("one sentence", |i| {
        format!("栖木汽车总裁{}因个人原因辞职，", person(i))
    });
}

#[test]
fn a_line_of_many_sentences_takes_linear_time() {
    assert_linear("one line", |i| {
        format!("去年5月，栖木汽车总裁{}离职，加入云岫科技。", person(i))
    });
}

#[test]
fn a_list_without_end_takes_linear_time() {
    assert_linear("one list", |i| {
        let word = ["离职", "总裁", "栖木汽车", "因"]
            .get(i % 5)
            .map(ToString::to_string);
        word.unwrap_or_else(|| person(i)) + "、"
    });
}

#[test]
fn many_companies_take_linear_time() {
    assert_linear("many companies", |i| {
        format!("{}科技有限公司总裁{}辞职。\n", person(i / 7), person(i))
    });
}

/// The shortest of three times that a text takes.
fn seconds(text: &str) -> f64 {
    let once = || {
        let begun = std::time::Instant::now();
        common::extract(text);
        begun.elapsed().as_secs_f64()
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

#[test]
fn a_line_without_marks_takes_time_in_proportion_to_its_length() {
    for unit in ["孟祥川离职并辞去总裁职务后", "否认孟祥川离职"] {
        let (short, long) = (unit.repeat(200), unit.repeat(1600));
        common::extract(&short);
        let ratio = seconds(&long) / seconds(&short);
        // Eight times the length, and as much again for a busy machine; the square would be sixty-four.
        assert!(ratio < 20.0, "{unit}: {ratio}");
    }
}
