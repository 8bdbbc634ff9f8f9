//! Articles in traditional script, from Taiwan and Hong Kong, and characters that only look like others.

use std::fs;

use assert_cmd::Command;
use proptest::prelude::*;
use quliu::bracket::Bracketed;
use quliu::script::{self, Naming};
use quliu::{Article, Record, article};

mod common;

use common::{DICT, PUBLISHED};

/// An article of [`PUBLISHED`].
fn article(text: &str) -> Article {
    Article {
        published: Some(PUBLISHED),
        ..Article::from_text(text)
    }
}

/// The text without brackets gives the records that the brackets promise, each at its place.
fn assert_told(example: &str) {
    let example: Bracketed = example.parse().unwrap();
    let article = article(&example.text);
    let records = quliu::extract(&article, &DICT);
    let differences = example.compare(&records);
    assert!(differences.is_empty(), "{}: {differences:?}", example.text);
    common::assert_offsets(&article, &records);
}

/// Who, what and where of each record.
fn told(text: &str) -> Vec<(String, Vec<String>, Option<String>)> {
    let article = article(text);
    let records = quliu::extract(&article, &DICT);
    common::assert_offsets(&article, &records);
    let who = |r: Record| (r.person, r.former_role, r.company);
    records.into_iter().map(who).collect()
}

fn who(person: &str, posts: &[&str], company: &str) -> Vec<(String, Vec<String>, Option<String>)> {
    let posts = posts.iter().map(ToString::to_string).collect();
    vec![(person.into(), posts, Some(company.into()))]
}

#[test]
fn sentences_of_taiwan_are_understood() {
    for example in [
        "[栖木科技]company今（10）日公告，[執行長]former_role[張伯雍]person因[個人生涯規劃]reason[請辭]trigger，由營運長[林佑澄]successor接任。",
        "[霧峰電子]company[財務長]former_role暨[代理發言人]former_role[陳品叡]person因[另有生涯規劃]reason辭職，遺缺由會計主管[賴怡君]successor暫代。",
        "[澄湖金控]company宣布，[總經理]former_role[蕭敬堂]person[屆齡退休]trigger，由資深副總[于文瑾]successor接任。",
        "法人董事[棲木投資股份有限公司]company改派代表人，原代表人[范姜雅婷]person[解任]trigger，由[游智堯]successor接任。",
        "曾任[雲頂軟體]company[技術長]former_role的[葉思齊]person上週離職，轉任「[北辰半導體]destination」[資訊長]destination_role。",
        "「離開不是告別」，[遠嶼數位]company創辦人兼[執行長]former_role[歐陽泓]person在內部信中寫道，他將於本月底[卸任]trigger。",
        "[宏旭生技]company[公司治理主管]former_role[於立群]person因[健康因素]reason[離任]trigger。",
        "[翔鴻證券]company前[總經理]former_role[卜佩玲]person跳槽至[寶嶼金控]destination，出任[策略長]destination_role。",
        "[東港營造]company[董事]former_role[范植霖]person因[另有要務]reason[辭去]trigger董事職務，生效日期為[112/05/01|2023-05-01]date。",
        "[晨嶼集團]company[副董事長]former_role[謝慕嵐]person[榮退]trigger，集團為她舉辦歡送會。",
        "[玉澄金控]company[董事長]former_role[翁啟崧]person[昨（9）日|2025-03-09]date[請辭]trigger獲准。",
        "[聯穎光電]company[總經理]former_role[余振邦]person遭董事會[解任]trigger。",
        "[星嶼網路]company[資深副總]former_role[江承祐]person傳出將離職。[|rumoured]status",
    ] {
        assert_told(example);
    }
}

#[test]
fn notices_of_hong_kong_are_understood() {
    for example in [
        "[青嶼控股有限公司]company（「本公司」）董事會宣佈，[鍾啟賢]person先生因[其他業務發展]reason，已提呈[辭任]trigger本公司[獨立非執行董事]former_role、[審核委員會主席]former_role及[薪酬委員會成員]former_role，自[2023年9月1日|2023-09-01]date起生效。",
        "[青嶼控股有限公司]company宣布，[梁頌恩]person女士已[辭任]trigger[公司秘書]former_role及[授權代表]former_role，自[二零二三年九月一日|2023-09-01]date起生效。",
        "[董事局主席]former_role[羅永年]person將於股東週年大會上[輪值退任]trigger，不再膺選連任。",
        "[立榮藥業]company公布，執行董事兼行政總裁[區耀庭]person先生因[希望投放更多時間處理私人事務]reason，將辭任[執行董事]former_role，由[2024年1月1日|2024-01-01]date起生效。",
        "[傳奇遊戲公司]company[營運總監]former_role[姜禾]person否認離職。[|denied]status",
    ] {
        assert_told(example);
    }
}

#[test]
fn markdown_in_traditional_script_is_understood() {
    let text = "# 人事\n\n棲木汽車財務長**盧森川**離職，[公司](https://qimu.example)未說明原因。\n";
    let options = article::ReadOptions::default();
    let mut told = Vec::new();
    article::open::bytes("a.md", text.as_bytes(), &options, &mut |item| {
        if let article::Item::Article(article) = item {
            let records = quliu::extract(&article, &DICT);
            told.extend(records.into_iter().map(|r| (r.person, r.company)));
        }
        std::ops::ControlFlow::Continue(())
    });
    assert_eq!(told, [("盧森川".to_owned(), Some("棲木汽車".to_owned()))]);
}

#[test]
fn surnames_keep_their_script() {
    for person in [
        "蕭敬堂",
        "鍾啟賢",
        "范植霖",
        "于文瑾",
        "於立群",
        "余振邦",
        "姜禮謙",
        "游智堯",
        "區耀庭",
        "葉思齊",
        "歐陽泓",
        "龔樂之",
        "嚴以恆",
        "沈幼筠",
        "鄧學謙",
    ] {
        let text = format!("棲木汽車財務長{person}因個人理由辭職，公司對此表示遺憾。");
        assert_eq!(told(&text), who(person, &["財務長"], "棲木汽車"), "{text}");
    }
}

#[test]
fn years_of_the_republic_are_dates() {
    for (words, date) in [
        ("民國112年5月1日", "2023-05-01"),
        ("中華民國一百一十二年五月一日", "2023-05-01"),
        ("民國九十九年十二月", "2010-12"),
        ("112年5月1日", "2023-05-01"),
        ("112/05/01", "2023-05-01"),
    ] {
        let text = format!("棲木汽車財務長盧森川因個人因素辭職，自{words}起生效。");
        let records = common::extract(&text);
        assert_eq!(records[0].date.as_deref(), Some(date), "{text}");
        assert_eq!(records[0].date_text.as_deref(), Some(words), "{text}");
    }
}

#[test]
fn words_of_the_dictionary_that_look_traditional_are_found_in_both_scripts() {
    for (company, shown) in [("乾照光電", "乾照光电"), ("昇輝科技", "昇辉科技")] {
        let traditional = format!("{company}財務總監盧森川因個人原因辭職，公司對此表示遺憾。");
        assert_eq!(told(&traditional), who("盧森川", &["財務總監"], company));
        let simplified = format!("{shown}财务总监卢森川因个人原因辞职，公司对此表示遗憾。");
        assert_eq!(told(&simplified), who("卢森川", &["财务总监"], shown));
    }
}

#[test]
fn a_name_that_only_the_dictionary_has_is_spelled_in_the_script_of_the_article() {
    for (written, shown) in [
        ("字節", "字節跳動"),
        ("招行", "招商銀行"),
        ("阿里", "阿里巴巴"),
    ] {
        let text = format!("{written}財務總監盧森川因個人原因辭職，公司對此表示遺憾。");
        assert_eq!(told(&text), who("盧森川", &["財務總監"], shown));
    }
}

#[test]
fn a_quotation_in_the_other_script_does_not_change_the_script_of_an_article() {
    let text = "栖木汽车财务总监卢森川在告别信里引了一句“離職不是終點”。公司随后宣布，卢森川因个人原因辞职，遗缺由会计主管暂代。";
    assert_eq!(told(text), who("卢森川", &["财务总监"], "栖木汽车"));
}

#[test]
fn compatibility_characters_hide_nothing() {
    for text in [
        // 車 U+F902, 不 U+F967; kangxi radicals ⾞ ⾧; supplement radicals ⻋ ⻓.
        "栖木汽\u{f902}财务总监卢森川因个人原因辞职。",
        "栖木汽\u{2ecb}财务总监卢森川因个\u{2f08}原因辞职。",
        "栖木汽车财务总监卢森川因个\u{2f08}原因辞职。",
    ] {
        let told = told(text);
        assert_eq!(told[0].0, "卢森川", "{text}");
        assert_eq!(told[0].1, ["财务总监"], "{text}");
        let article = article(text);
        let records = quliu::extract(&article, &DICT);
        assert_eq!(records[0].reason.as_deref(), Some("个人原因"), "{text}");
    }
    assert_eq!(
        told("棲木汽\u{2f9e}執行\u{2fa7}盧森川請辭，公司對此表示遺憾。"),
        who("盧森川", &["執行長"], "棲木汽車")
    );
    // 離 as a character of the compatibility block, in a trigger that stands alone.
    assert_eq!(told("棲木汽車財務長盧森川\u{f9ea}職。")[0].0, "盧森川");
}

#[test]
fn invisible_characters_hide_nothing() {
    for c in [
        '\u{ad}',
        '\u{200b}',
        '\u{200d}',
        '\u{2060}',
        '\u{feff}',
        '\u{202e}',
        '\u{2066}',
        '\u{2069}',
        '\u{fe00}',
        '\u{e0100}',
        '\u{34f}',
        '\u{61c}',
    ] {
        let plain = "栖木汽车财务总监卢森川因个人原因辞职。";
        let text: String = plain.chars().flat_map(|one| [one, c]).collect();
        assert_eq!(
            told(&text),
            who("卢森川", &["财务总监"], "栖木汽车"),
            "{c:?}"
        );
    }
}

#[test]
fn every_kind_of_line_end_ends_a_line() {
    let lines = [
        "来源：远山日报",
        "栖木汽车人事变动",
        "栖木汽车财务总监卢森川因个人原因辞职。",
        "责任编辑：贺听澜",
    ];
    let expected = common::extract(&lines.join("\n"));
    assert_eq!(expected.len(), 1);
    for end in ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"] {
        let text = lines.join(end);
        let records = common::extract(&text);
        common::assert_offsets(&article(&text), &records);
        let values = |r: &[Record]| {
            r.iter()
                .map(|r| (r.person.clone(), r.former_role.clone(), r.sentence.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(values(&records), values(&expected), "{end:?}");
    }
}

#[test]
fn names_are_shown_as_written_or_simplified() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.txt");
    fs::write(&path, "棲木汽車財務長盧森川因個人理由辭職，加入寶嶼金控。").unwrap();
    let extract = |arguments: &[&str]| {
        let output = Command::cargo_bin("quliu")
            .unwrap()
            .args(["extract", "--format", "jsonl"])
            .arg(&path)
            .args(arguments)
            .assert()
            .success();
        let line = String::from_utf8(output.get_output().stdout.clone()).unwrap();
        serde_json::from_str::<Record>(&line).unwrap()
    };
    let original = extract(&[]);
    assert_eq!(extract(&["--script", "original"]), original);
    let simplified = extract(&["--script", "simplified"]);
    let names = |r: &Record| {
        [
            &Some(r.person.clone()),
            &r.company,
            &r.reason,
            &r.destination,
        ]
        .map(|n| n.clone().unwrap_or_default())
    };
    assert_eq!(
        names(&original),
        ["盧森川", "棲木汽車", "個人理由", "寶嶼金控"]
    );
    assert_eq!(
        names(&simplified),
        ["卢森川", "栖木汽车", "个人理由", "宝屿金控"]
    );
    assert_eq!(simplified.former_role, ["财务长"]);
    assert_eq!(simplified.sentence, original.sentence);
    assert_eq!(simplified.evidence, original.evidence);
}

#[test]
fn simplified_articles_stay_as_they_are() {
    for article in common::articles() {
        let plain = script::plain(&article, &DICT);
        assert!(!plain.is_traditional, "{}", article.source);
        assert_eq!(*plain.article, article);
        let records = quliu::extract(&article, &DICT);
        let named = script::name_in(Naming::Simplified, records.clone(), &article, &DICT);
        assert_eq!(named, records);
    }
}

/// Any text of Han characters, compatibility blocks included, with others between them.
fn text() -> impl Strategy<Value = String> {
    let han = (0x2e80u32..0xfb00).prop_filter_map("no character", char::from_u32);
    let own: Vec<char> = "離職辭任執行長張鍾蕭於乾著瞭解計畫，。「」"
        .chars()
        .collect();
    let character = prop_oneof![4 => proptest::sample::select(own), 3 => han, 1 => any::<char>()];
    proptest::collection::vec(character, 0..80).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn every_character_becomes_one_of_the_same_number_of_bytes(text in text()) {
        let widths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
        prop_assert_eq!(widths(&DICT.script.simplified(&text)), widths(&text));
        prop_assert_eq!(widths(&DICT.script.without_glyphs(&text)), widths(&text));
    }

    #[test]
    fn offsets_hold_in_any_script(text in text()) {
        let text = format!("{text}。棲木汽車財務長盧森川因個人理由辭職。{text}");
        let article = article(&text);
        common::assert_offsets(&article, &quliu::extract(&article, &DICT));
    }
}
