//! What a careful reader takes from a sentence.
//!
//! The brackets say what a record must hold ([`quliu::bracket`]); a field without brackets must be empty, and nobody
//! else may leave. Where several people leave, each has the sentence with brackets of their own.
//! All articles are published on Monday, 2025-03-10.

use quliu::bracket::{Bracketed, Role};
use quliu::record::{Record, Status};

mod common;

const FIELDS: [Role; 8] = [
    Role::Person,
    Role::FormerRole,
    Role::Company,
    Role::Reason,
    Role::Destination,
    Role::DestinationRole,
    Role::Date,
    Role::Successor,
];

/// Exactly these people leave, each as the brackets say.
fn each_leaves(expected: &[&str]) {
    let expected: Vec<Bracketed> = expected
        .iter()
        .map(|notation| {
            notation
                .parse()
                .unwrap_or_else(|e| panic!("{notation}: {e}"))
        })
        .collect();
    let text = &expected[0].text;
    let found = common::told(text);
    let mut wrong: Vec<String> = Vec::new();
    for record in &expected {
        assert_eq!(&record.text, text, "the same sentence, with other brackets");
        let person = record.expected(
            record
                .of_role(Role::Person)
                .next()
                .expect("somebody leaves"),
        );
        match found.iter().find(|r| r.person == person) {
            None => wrong.push(format!("{person} should leave")),
            Some(found) => wrong.extend(differences(record, found)),
        }
    }
    for record in &found {
        let is_of = |b: &Bracketed| {
            b.of_role(Role::Person)
                .any(|m| b.expected(m) == record.person)
        };
        if !expected.iter().any(is_of) {
            wrong.push(format!("{} should not leave", record.person));
        }
    }
    if found.len() > expected.len() {
        wrong.push(format!(
            "{} records, should be {}",
            found.len(),
            expected.len()
        ));
    }
    assert!(
        wrong.is_empty(),
        "{text}\n  {}\n{}",
        wrong.join("\n  "),
        listed(&found)
    );
}

/// Exactly one person leaves, as the brackets say.
fn leaves(expected: &str) {
    each_leaves(&[expected]);
}

/// Nobody leaves.
fn nobody_leaves(text: &str) {
    let found = common::told(text);
    assert!(
        found.is_empty(),
        "{text}\n  nobody should leave\n{}",
        listed(&found)
    );
}

/// The departure is recorded, but not as a fact.
fn is_only(status: Status, person: &str, text: &str) {
    let found = common::extract(text);
    let said: Vec<_> = found
        .iter()
        .map(|r| (r.person.as_str(), r.status))
        .collect();
    assert_eq!(said, [(person, status)], "{text}");
}

fn differences(expected: &Bracketed, found: &Record) -> Vec<String> {
    let mut all: Vec<String> = expected
        .compare(std::slice::from_ref(found))
        .iter()
        .map(ToString::to_string)
        .collect();
    for role in FIELDS {
        let (marked, held) = (expected.of_role(role).count(), count(role, found));
        if held > marked {
            all.push(format!("{role} holds {held}, should hold {marked}"));
        }
    }
    let status = match expected.of_role(Role::Status).next() {
        Some(_) => found.status,
        None => Status::Completed,
    };
    if found.status != status {
        all.push(format!("status {:?}, should be {status:?}", found.status));
    }
    all
}

fn count(role: Role, record: &Record) -> usize {
    let one = |value: &Option<String>| usize::from(value.is_some());
    match role {
        Role::Person => 1,
        Role::FormerRole => record.former_role.len(),
        Role::Company => one(&record.company),
        Role::Reason => one(&record.reason),
        Role::Destination => one(&record.destination),
        Role::DestinationRole => one(&record.destination_role),
        Role::Date => one(&record.date),
        Role::Successor => one(&record.successor),
        Role::Status | Role::ChangeType | Role::Trigger | Role::Join => 0,
    }
}

fn listed(found: &[Record]) -> String {
    let lines = found
        .iter()
        .map(|r| format!("  found: {}\n", Bracketed::of(r)));
    lines.collect()
}

/// Tests with a sentence for a name.
macro_rules! sentences {
    ($($(#[$meta:meta])* $name:ident { $($says:expr;)+ })+) => {
        $($(#[$meta])* #[test] fn $name() { $($says;)+ })+
    };
}

#[test]
fn a_list_that_goes_on_in_sentences_that_are_not_read_breaks_nothing() {
    let text = "青梧集团多人离职：孟祥川，原蓝鲸集团总裁；".to_owned() + &"天气晴；".repeat(40);
    assert_eq!(common::told(&text)[0].person, "孟祥川");
}

sentences! {
    // Verbs and where their arguments stand.
    the_one_who_leaves_stands_before_the_verb {
        leaves("[栖木汽车]company[首席设计师]former_role[卢森川]person离职。");
    }
    the_post_may_follow_the_verb {
        leaves("[卢森川]person辞去[栖木汽车]company[首席设计师]former_role一职。");
    }
    the_employer_may_follow_the_verb {
        leaves("[首席设计师]former_role[卢森川]person离开[栖木汽车]company。");
    }
    the_employer_may_stand_behind_from {
        leaves("[卢森川]person[昨日|2025-03-09]date从[栖木汽车]company离职。");
    }
    a_board_removes_whom_it_names {
        leaves("[栖木汽车]company董事会决定免去[卢森川]person的[总经理]former_role职务。");
    }
    whoever_is_removed_may_stand_before_the_passive {
        leaves("[栖木汽车]company[总经理]former_role[卢森川]person被免职。");
    }
    no_longer_holding_a_post_is_losing_it {
        leaves("[卢森川]person不再担任[栖木汽车]company[董事长]former_role。");
    }
    changing_jobs_tells_both_employers {
        leaves("[栖木汽车]company[首席设计师]former_role[卢森川]person跳槽至[云岫科技]destination。");
    }
    a_painter_who_dies_leaves_no_post {
        nobody_leaves("画家卢森川昨日去世。");
    }
    retiring_is_leaving {
        leaves("[栖木汽车]company[总工程师]former_role[卢森川]person退休。");
    }
    a_term_that_ends {
        leaves("[栖木汽车]company[独立董事]former_role[卢森川]person因[任期届满]reason离任。");
    }
    full_width_letters_and_blanks_are_read {
        leaves("[栖木汽车]company [ＣＴＯ]former_role [卢森川]person 离职。");
    }

    an_unlisted_company_may_end_in_a_word_of_its_trade {
        leaves("[云岫智能]company[首席科学家]former_role[温以宁]person离职。");
        leaves("[青穗新能源]company[副总裁]former_role[温以宁]person离职。");
    }

    // Headings.
    a_heading_without_a_full_stop_is_a_sentence {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职");
    }
    a_heading_may_be_wrapped {
        leaves("[云岫科技]company大模型[负责人|大模型负责人]former_role\n[温以宁]person离职");
    }
    a_heading_without_a_verb_takes_it_from_the_text_below {
        leaves("国内\n[云岫科技]company[首席科学家]former_role\n[温以宁]person\n\n[去年 6 月|2024-06]date，温以宁给团队发了告别邮件，随后正式离职。");
    }
    the_notice_of_a_company_hands_its_name_down {
        leaves("[临川乳业]company：关于财务总监辞职的公告\n\n公司[财务总监]former_role[许之恒]person先生因[个人原因]reason辞职。");
    }
    a_headline_begins_with_the_company_and_a_colon {
        leaves("[临川乳业]company：[财务总监]former_role[许之恒]person辞职");
    }
    items_of_a_digest_do_not_lend_each_other_anything {
        each_leaves(&[
            "## [云岫科技]company[首席科学家]former_role[温以宁]person离职\n\n云岫科技确认了这一消息。\n\n## 临川乳业财务总监许之恒辞职\n\n公司表示感谢。",
            "## 云岫科技首席科学家温以宁离职\n\n云岫科技确认了这一消息。\n\n## [临川乳业]company[财务总监]former_role[许之恒]person辞职\n\n公司表示感谢。",
        ]);
    }
    what_stands_under_recommended_reading_is_furniture {
        nobody_leaves("栖木汽车今日发布新车。\n\n推荐阅读\n云岫科技首席科学家温以宁离职");
    }

    // Several people, several posts.
    two_people_share_one_event {
        each_leaves(&[
            "[温以宁]person和沈书白离开[云岫科技]company。",
            "温以宁和[沈书白]person离开[云岫科技]company。",
        ]);
    }
    two_people_have_their_own_posts {
        each_leaves(&[
            "[云岫科技]company[副总裁]former_role[温以宁]person、研究总监沈书白相继离职。",
            "[云岫科技]company副总裁温以宁、[研究总监]former_role[沈书白]person相继离职。",
        ]);
    }
    respectively_pairs_people_with_posts {
        each_leaves(&[
            "[许之恒]person、甘聪明分别辞去[临川乳业]company[财务总监]former_role、董事会秘书职务。",
            "许之恒、[甘聪明]person分别辞去[临川乳业]company财务总监、[董事会秘书]former_role职务。",
        ]);
    }
    one_person_may_lose_several_posts {
        leaves("[许之恒]person辞去[临川乳业]company[董事]former_role、[财务总监]former_role职务。");
    }
    and_concurrently_joins_two_posts {
        leaves("[临川乳业]company[副总裁]former_role兼[首席财务官]former_role[许之恒]person辞职。");
    }
    each_clause_keeps_its_own_reason {
        each_leaves(&[
            "因[个人原因]reason，[甘聪明]person申请辞去[财务总监]former_role职务；因工作调整，许之恒申请辞去董事长职务。",
            "因个人原因，甘聪明申请辞去财务总监职务；因[工作调整]reason，[许之恒]person申请辞去[董事长]former_role职务。",
        ]);
    }
    counted_people_are_the_subject {
        each_leaves(&[
            "[许之恒]person、甘聪明两名[副总裁]former_role离开[云岫科技]company。",
            "许之恒、[甘聪明]person两名[副总裁]former_role离开[云岫科技]company。",
        ]);
    }
    examples_of_those_who_left_are_named_behind {
        each_leaves(&[
            "一批高管相继离职，例如前[云岫科技]company[首席运营官]former_role[许之恒]person、前临川乳业副总裁甘聪明。",
            "一批高管相继离职，例如前云岫科技首席运营官许之恒、前[临川乳业]company[副总裁]former_role[甘聪明]person。",
        ]);
    }
    the_helper_of_somebody_is_somebody_else {
        nobody_leaves("云岫科技解雇了许之恒的助理。");
        nobody_leaves("云岫科技解雇了许之恒团队的所有成员。");
    }
    who_poaches_does_not_leave {
        nobody_leaves("许之恒此次高调挖角。");
        nobody_leaves("许之恒向老东家挖角。");
    }
    what_is_replaced_may_be_a_thing {
        nobody_leaves("许之恒说，公司将把这套流程换掉。");
    }
    somebody_coming_from_a_company_is_hired_elsewhere {
        leaves("来自[云岫科技]company的[许之恒]person加入[临川乳业]destination。");
    }
    a_name_may_have_a_hyphen {
        leaves("[云岫科技]company[首席研究官]former_role[鲍勃-麦克莱恩]person离职。");
    }
    the_title_inside_the_reason_is_not_the_subject {
        leaves("[云岫科技]company[安全负责人]former_role[许之恒]person因[与管理层存在分歧]reason而辞职。");
    }
    a_demonstrative_points_to_somebody_named_before {
        leaves("[云岫科技]company[创始人]former_role[许之恒]person谈到未来。[11月|2024-11]date，这位联合创始人因[健康原因]reason退休。");
    }
    whoever_wrote_the_article_does_not_leave {
        nobody_leaves("临川日报记者 许之恒\n\n多家公司高管离职。\n\n离任原因各不相同，跳槽者最多。");
        leaves("[栖木汽车]company[总经理]former_role[卢森川]person离职\n\n（记者 许之恒）他离职的消息已经确认。");
    }
    whoever_speaks_about_leaving_stays {
        nobody_leaves("临川大学教授许之恒建议，学校与其在“离职”条款上加码，不如多花钱在实验室上。");
        nobody_leaves("云岫科技副总裁温以宁提醒，劳工要另谋高就，也别下载档案。");
        nobody_leaves("律师许之恒解答如下：\n\n第二，离职的，限制更长。");
    }
    people_nobody_names_are_no_record {
        nobody_leaves("云岫科技多名高管近日离职。");
        nobody_leaves("据统计，已有26位AI专家离职。");
        nobody_leaves("两位联合创始人先后退出云岫科技。");
    }
    a_team_or_company_is_no_person {
        nobody_leaves("云岫科技宣布退出欧洲市场。");
        nobody_leaves("织云科技将裁员两千人。");
    }

    // Posts that are stated away from the name.
    the_post_of_a_relative_clause_is_lost {
        leaves("担任了8年[CEO]former_role、4年[董事会主席]former_role的[许之恒]person离开[云岫科技]company。");
        leaves("曾担任[云岫科技]company[首席设计师]former_role的[许之恒]person[上周|2025-03]date离职。");
    }
    the_post_of_a_clause_in_front_is_lost {
        leaves("作为[云岫科技]company的[首席科学家]former_role，[许之恒]person因[个人原因]reason离职。");
    }
    the_post_of_an_apposition_is_lost {
        leaves("[许之恒]person，[云岫科技]company前[副总裁]former_role，因[个人原因]reason离职。");
        leaves("[许之恒]person（[云岫科技]company[副总裁]former_role）因[个人原因]reason离职。");
    }
    the_post_of_another_sentence_is_lost {
        leaves("[许之恒]person离开[云岫科技]company。此前，他任该公司[副总裁]former_role，分管研发。");
        leaves("[许之恒]person离职。许之恒于2020年加入[云岫科技]company，任[副总裁]former_role。");
    }
    the_title_that_counts_people_is_the_post_of_each {
        each_leaves(&[
            "[许之恒]person、甘聪明等14名原[董事]former_role辞职。",
            "许之恒、[甘聪明]person等14名原[董事]former_role辞职。",
        ]);
    }
    whether_somebody_leaves_is_no_news {
        nobody_leaves("云岫科技没有透露许之恒是否离职。");
    }
    a_minister_leaves_the_country_s_service {
        leaves("[黎巴嫩]company[总理]former_role[许之恒]person宣布辞职。");
    }
    // Successors.
    who_takes_over_does_not_leave {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离任，由[邵一帆]successor接任。");
    }
    who_is_replaced_leaves {
        leaves("[邵一帆]successor接替[卢森川]person出任[栖木汽车]company[总裁]former_role。");
    }
    an_appointment_alone_is_no_departure {
        nobody_leaves("栖木汽车任命邵一帆为总裁。");
        nobody_leaves("邵一帆接任栖木汽车空缺半年的首席财务官。");
    }
    only_the_last_of_two_stays {
        leaves("[卢森川]person卸任[栖木汽车]company[CEO]former_role，[邵一帆]successor接棒。");
    }

    // Not facts.
    a_denial_is_not_a_departure {
        nobody_leaves("张三否认离职");
        is_only(Status::Denied, "温以宁", "温以宁否认从云岫科技离职。");
    }
    what_else_is_denied_in_a_clause_of_its_own_is_not_the_departure {
        leaves("[云岫科技]company否认财务造假，[总经理]former_role[许之恒]person[引咎]reason辞职。");
        leaves("[云岫科技]company[总经理]former_role[许之恒]person辞职，公司否认与财务造假有关。");
    }
    a_time_may_stand_before_the_subject_behind {
        leaves("在[去年12月|2024-12]date被[云岫科技]company解雇后，目前[许之恒]person还闲赋在家。");
    }
    a_company_denies_a_rumour {
        nobody_leaves("对于首席科学家温以宁离职的传闻，云岫科技回应称消息不实。");
        nobody_leaves("网传云岫科技首席科学家温以宁离职，公司辟谣。");
    }
    who_has_not_left_has_not_left {
        nobody_leaves("截至发稿，温以宁并未离职。");
        nobody_leaves("温以宁没有离开云岫科技。");
        is_only(Status::Negated, "温以宁", "温以宁不会离开云岫科技。");
    }
    a_rumour_is_told_as_one {
        leaves("有消息称，[云岫科技]company[首席科学家]former_role[温以宁]person已离职。[|rumoured]status");
    }
    a_newspaper_that_reports_is_no_rumour {
        leaves("据光年财经报道，[云岫科技]company[首席科学家]former_role[温以宁]person已离职。");
    }
    a_plan_is_told_as_one {
        leaves("[云岫科技]company[独立董事]former_role[苗若兰]person拟辞职。[|planned]status");
    }
    what_takes_effect_later_is_announced {
        leaves("[云岫科技]company宣布，[首席运营官]former_role[温以宁]person将于[6月30日|2025-06-30]date离职。[|announced]status");
    }
    a_condition_is_no_departure {
        nobody_leaves("若温以宁离职，项目恐将搁浅。");
        is_only(Status::Hypothetical, "温以宁", "如果温以宁离开云岫科技，项目将搁浅。");
    }
    a_condition_in_front_of_an_unknown_company_is_none_of_its_name {
        is_only(Status::Hypothetical, "闵泽宇", "若云栈智能CEO闵泽宇离职，公司将启动继任计划。");
    }
    a_rumour_in_front_of_an_unknown_company_is_none_of_its_name {
        leaves("传[云岫科技]company[首席科学家]former_role[温以宁]person将离职。[|rumoured]status");
    }
    a_negation_in_front_of_the_person_counts {
        is_only(Status::Negated, "闵泽宇", "并无云栈智能CEO闵泽宇离职一事。");
    }
    a_question_is_no_statement {
        leaves("[云栈智能]company[CEO]former_role[闵泽宇]person离职？[|rumoured]status");
        nobody_leaves("云栈智能CEO闵泽宇离职？官方回应：假的。");
        leaves("[云栈智能]company[CEO]former_role[闵泽宇]person为何离职？");
    }
    what_is_not_in_force_yet_is_announced {
        leaves("[栖木汽车]company[监事]former_role[苗若兰]person辞职，辞职将在补选新任监事后生效。[|announced]status");
    }
    a_reason_that_speaks_of_need_is_no_condition {
        leaves("[苗若兰]person因[需要投入更多时间处理其他事务]reason，辞任[栖木汽车]company[执行董事]former_role。");
    }
    who_poaches_is_the_destination {
        leaves("[栖木汽车]company[首席设计师]former_role[卢森川]person被[云岫科技]destination挖走。");
        leaves("[云岫科技]destination从[栖木汽车]company挖走了[首席设计师]former_role[卢森川]person。");
    }
    a_motion_that_fails_is_no_departure {
        is_only(Status::Negated, "卢森川", "栖木汽车董事会罢免董事长卢森川的议案未获通过。");
        is_only(Status::Negated, "卢森川", "栖木汽车股东大会否决了罢免董事长卢森川的议案。");
        is_only(Status::Negated, "卢森川", "栖木汽车总裁卢森川撤回辞呈。");
    }
    a_denial_is_no_part_of_the_title {
        is_only(Status::Denied, "丁洁", "盛世集团否认副总裁丁洁离职，称其正在休假。");
    }
    the_predecessor_who_has_left_is_the_one_who_leaves {
        leaves("[李南乔]successor接替离职的[周晨]person出任[栖木汽车]company[首席技术官]former_role。");
    }
    a_demand_is_no_departure {
        nobody_leaves("多名股东要求栖木汽车董事长卢森川辞职。");
    }
    a_contract_speaks_of_anybody {
        nobody_leaves("协议约定，创始人一旦离职，股份由公司回购。");
        nobody_leaves("员工离职后两年内不得加入竞争对手。");
    }

    // Biography.
    a_day_before_the_news_is_no_career {
        leaves("此前的[3月5日|2025-03-05]date，[许之恒]person突然宣布卸任[云岫科技]company[行政总裁]former_role一职。");
    }
    whoever_is_replaced_by_somebody_who_joins_leaves_the_firm_joined {
        leaves("[何嘉树]successor加盟[云岫科技]company，出任[首席财务官]former_role，接替[许之恒]person。");
    }
    a_stranger_before_the_verb_is_the_subject {
        nobody_leaves("许之恒在临川辞职后的支持率仍在下降。");
        leaves("[许之恒]person在与“1922委员会”主席何嘉树会面后宣布，辞去[云岫科技]company[董事长]former_role职位。");
    }
    a_career_before_the_news_is_history {
        leaves("[沈书白]person[2016年|2016]date从[纽声科技]company离职后加入[云岫科技]destination。[|historical]status");
    }
    having_once_held_a_post_is_no_departure {
        nobody_leaves("沈书白曾任纽声科技副总裁，现任云岫科技首席执行官。");
        nobody_leaves("前纽声科技副总裁沈书白点评了新车。");
    }
    a_newcomer_with_a_past_does_not_leave_the_new_employer {
        leaves("原[纽声科技]company[副总裁]former_role[沈书白]person加入[云岫科技]destination，担任[首席架构师]destination_role。");
    }

    // Dates.
    a_full_date_is_read {
        leaves("[2024年5月14日|2024-05-14]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
        leaves("[二〇二四年五月十四日|2024-05-14]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    last_year_is_counted_from_the_publication {
        leaves("[去年5月|2024-05]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    a_bare_month_is_the_latest_one {
        leaves("[12月|2024-12]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
        leaves("[2月|2025-02]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    a_weekday_of_last_week {
        leaves("[上周五|2025-03-07]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    the_day_before_yesterday {
        leaves("[前天|2025-03-08]date，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    recently_is_no_date {
        leaves("近日，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    years_of_service_are_no_date {
        leaves("在职5年4个月后，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    the_day_it_takes_effect_wins {
        leaves("3月3日，[栖木汽车]company公告，[执行董事]former_role[卢森川]person辞任，自[2025年3月8日|2025-03-08]date起生效。");
    }

    // Reasons.
    a_personal_reason_stays_whole {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person因[个人原因]reason辞职。");
        leaves("由于[家庭原因]reason，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    several_reasons_are_one {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person因[个人和家庭原因]reason离职。");
    }
    a_disagreement_is_told_in_full {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person因[与董事会存在分歧]reason而辞职。");
    }
    a_reason_may_follow {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person辞职，原因是[身体状况不佳]reason。");
    }
    out_of_consideration_for {
        leaves("出于[照顾家人]reason的考虑，[栖木汽车]company[总裁]former_role[卢森川]person辞职。");
    }
    a_fault_is_a_reason {
        leaves("因[泄露公司机密]reason，[栖木汽车]company[总裁]former_role[卢森川]person被解雇。");
    }

    a_reason_ends_where_the_passive_or_a_conjunction_leads_on {
        leaves("[温以宁]person因[泄露公司机密]reason而被[云岫科技]company开除。");
        leaves("[温以宁]person因[泄露公司机密]reason被[云岫科技]company开除。");
    }
    a_reason_goes_on_after_a_comma_and_moreover {
        leaves("鉴于[栖木汽车]company[总经理]former_role[卢森川]person先生[未能完成2024年度经营目标，且多次缺席重要会议]reason，董事会决定解聘其总经理职务。");
    }
    a_fault_between_person_and_verb_is_a_reason {
        leaves("[栖木汽车]company[副总裁]former_role[卢森川]person[严重违反公司制度、存在利益冲突]reason，被解除劳动关系。");
    }
    a_clause_in_front_may_be_the_reason {
        leaves("[机械臂业务线整体裁撤]reason，[云岫科技]company[总经理]former_role[温以宁]person离开。");
        leaves("[合同到期]reason后，[云岫科技]company[总经理]former_role[温以宁]person离任。");
    }
    what_is_known_of_a_person_is_no_reason {
        leaves("备受争议的[云岫科技]company[总经理]former_role[温以宁]person离任。");
    }
    the_end_of_a_term_is_the_reason {
        leaves("连任满六年，[栖木汽车]company[独立董事]former_role[夏既中]person[任期届满]reason离任。");
        leaves("[栖木汽车]company[独立董事]former_role[夏既中]person在[任期结束]reason后离职。");
    }
    what_was_done_to_the_person_behind_the_verb_is_the_reason {
        leaves("[栖木汽车]company[副总裁]former_role[卢森川]person已被停职，[接受内部调查]reason。");
    }
    a_reason_runs_to_the_closing_quotation_mark {
        leaves("[温以宁]person离开[云岫科技]company，理由是“[公司变了，没有人再谈安全]reason”。");
    }
    a_reason_that_is_denied_is_none {
        leaves("[温以宁]person并不是因为薪酬而离开[云岫科技]company。");
    }
    a_purpose_of_the_family_is_a_reason {
        leaves("[温以宁]person决定辞去[云岫科技]company[首席执行官]former_role职务，以便[更多地与家人在一起]reason。");
        leaves("[温以宁]person决定辞去[云岫科技]company[首席执行官]former_role职务，以便公司引入新的投资者。");
    }
    the_last_clause_may_begin_with_because {
        leaves("[温以宁]person离开了[云岫科技]company，因为[业绩持续下滑]reason。");
    }
    each_death_has_its_own_cause {
        each_leaves(&[
            "[云岫科技]company[总经理]former_role[温以宁]person因[癌症]reason去世，副总裁沈书白因心脏病去世。",
            "[云岫科技]company总经理温以宁因癌症去世，[副总裁]former_role[沈书白]person因[心脏病]reason去世。",
        ]);
    }

    people_may_have_a_reason_each {
        each_leaves(&[
            "[云岫科技]company[总经理]former_role[温以宁]person、副总裁沈书白分别因[工作调整]reason、身体原因提出辞职。",
            "[云岫科技]company总经理温以宁、[副总裁]former_role[沈书白]person分别因工作调整、[身体原因]reason提出辞职。",
        ]);
    }
    on_the_grounds_of {
        leaves("[云岫科技]company[总经理]former_role[温以宁]person以[身体不适]reason为由，辞去职务。");
        leaves("董事会以[违反保密协议]reason为由解雇了[云岫科技]company[总经理]former_role[温以宁]person。");
    }
    what_has_just_happened_may_be_the_reason {
        leaves("[云岫科技]company[总经理]former_role[温以宁]person在[与董事会发生冲突]reason后辞职。");
    }
    a_clause_with_therefore_behind_it_is_a_reason {
        leaves("[云岫科技]company[总经理]former_role[温以宁]person[对公司失去信心]reason，因此离职。");
    }
    who_is_suspected_and_dismissed_is_dismissed_for_it {
        leaves("[涉嫌受贿]reason的[采购总监]former_role[温以宁]person被开除。");
    }

    // Reasons in other sentences.
    the_next_sentence_may_go_on_about_the_leaving {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。温以宁的离开是由于[对发展方向有不同看法]reason。");
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。温以宁此次离任与[公司收缩早研管线]reason有关。");
    }
    somebody_elses_reason_is_none_of_hers {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。沈书白表示，股价下跌是因为市场疲软。");
    }
    the_board_gives_the_reason {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person被罢免。董事会的理由是“[对外泄露数据，造成重大损失]reason”。");
    }
    the_person_speaks_of_reasons_and_says {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。她不愿多谈离职的理由，只说“[项目结束了，人自然要散]reason”。");
    }
    a_quarrel_in_the_next_sentence_is_the_reason {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。知情人士称，温以宁[与董事会就投资方向产生分歧]reason。");
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。董事会称，双方[在投资规模上无法达成一致]reason。");
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。知情人士称，沈书白与董事会就投资方向产生分歧。");
    }
    out_of_consideration_in_the_next_sentence {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。出于[照顾家人]reason的考虑，她谢绝了挽留。");
    }
    the_former_and_the_latter_have_their_own_reasons {
        each_leaves(&[
            "[云岫科技]company[总经理]former_role[温以宁]person、副总裁沈书白离职。前者是因为[岗位撤并]reason；后者则是为了照顾父母。",
            "[云岫科技]company总经理温以宁、[副总裁]former_role[沈书白]person离职。前者是因为岗位撤并；后者则是为了[照顾父母]reason。",
        ]);
    }
    a_complaint_of_the_person_is_the_reason {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职。她在朋友圈写道，[公司承诺的股权激励迟迟没有兑现]reason。");
    }
    a_form_has_a_line_for_the_reason {
        leaves("离任基金经理姓名　温以宁\n离任原因　[个人原因]reason\n\n[温以宁]person女士离任后，本基金由[沈书白]successor单独管理。");
    }

    // Destinations.
    a_company_joined {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，加盟[云岫科技]destination。");
    }
    a_post_at_a_company_joined {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，出任[云岫科技]destination[首席执行官]destination_role。");
    }
    a_company_founded {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，创办了[青禾机器人]destination。");
    }
    a_field_to_found_in {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，将在[农业机器人领域创业]destination。");
    }
    back_to_university {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职，[回归学术界]destination。");
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职，加入[清华大学]destination任[教授]destination_role。");
    }
    into_investment {
        leaves("[云岫科技]company[首席科学家]former_role[温以宁]person离职，[转做天使投资]destination。");
    }
    into_public_office {
        leaves("[临江银行]company[行长]former_role[邵一帆]person离任，调任[财政部]destination[副部长]destination_role。");
    }
    a_destination_told_in_the_next_sentence {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职。离职后，他加入[云岫科技]destination。");
    }
    a_name_in_quotes_comes_last {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，新东家是做有声书的“[云边工坊]destination”。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，下一站可能是新能源卡车公司“[渡岭]destination”。");
    }
    the_kind_of_firm_stands_before_its_name {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，跳槽到医疗机器人公司[灵枢]destination。");
    }
    a_bullet_may_stand_before_the_label_of_an_item {
        leaves("▶ [云栖饮品]company：[首席产品官]former_role[许之恒]person宣布离职。");
    }
    the_former_house_is_the_one_named_before {
        leaves("[云岫科技]company[总裁]former_role[许之恒]person离开效力11年的老东家，出任[临川乳业]destination[董事长]destination_role。");
    }
    a_list_of_dismissals_may_follow_a_line_of_its_own {
        each_leaves(&[
            "三、决定免去\n[许之恒]person的[临川市科技局]company[局长]former_role职务；\n何嘉树的临川市人民法院审判员职务。",
            "三、决定免去\n许之恒的临川市科技局局长职务；\n[何嘉树]person的[临川市人民法院]company[审判员]former_role职务。",
        ]);
    }
    a_label_in_front_of_an_item_is_the_firm {
        leaves("【[云岫科技]company】[副总裁]former_role[许之恒]person离职。");
        leaves("3. 【[临川乳业]company】[副总裁]former_role[许之恒]person跳槽至[栖木汽车]destination。");
        leaves("【独家】[副总裁]former_role[许之恒]person离职。");
    }
    a_bracket_spells_the_name_of_the_firm_out {
        leaves("[港栈控股有限公司]company（港栈）公告，行政总裁许之恒离任。\n\n港栈说，[许之恒]person[行政总裁]former_role的离任已经生效。");
        leaves("[顺捷速运]company（下称顺捷）公告，[总裁]former_role[许之恒]person离职。");
    }
    whoever_is_removed_leaves_the_house_of_the_post {
        leaves("根据省人民检察院检察长提请，批准免去[许之恒]person的[临川市人民检察院]company[检察长]former_role职务。");
    }
    rules_of_an_exchange_are_no_employer {
        leaves("[云岫控股]company公告，根据香港联合交易所证券上市规则第3.05条，[许之恒]person辞任[行政总裁]former_role。");
    }
    what_kind_of_firm_it_is_is_no_part_of_its_name {
        leaves("欧洲汽车巨头[Norvane集团]company[首席执行官]former_role[许之恒]person离职。");
        leaves("[许之恒]person卸任汽车零部件巨头[云岫科技]company[董事长]former_role。");
    }
    a_hospital_of_a_university_is_the_employer {
        leaves("[临川大学附属第一医院]company[神经外科副主任]former_role[许之恒]person辞职。");
    }
    the_head_of_a_bureau {
        leaves("[临川版权局]company[局长]former_role[许之恒]person被解雇。");
    }
    what_was_not_the_reason_is_none {
        leaves("[云岫科技]company[首席财务官]former_role[许之恒]person离职。其离职并非由于与公司存在任何分歧。");
    }
    agreement_with_the_board_is_no_reason {
        leaves("[云岫科技]company公告，[行政总裁]former_role[许之恒]person辞任。许之恒确认与董事会并无意见分歧。");
    }
    what_somebody_was_asked_to_tell_is_no_reason {
        leaves("受董事会委托，公司宣布[云岫科技]company[总经理]former_role[许之恒]person离任。");
    }
    the_reason_of_the_next_clause_is_not_that_of_the_departure {
        leaves("[云岫科技]company[副总裁]former_role[许之恒]person已离职，因竞业条款，最早要到明年才能入职新公司。");
    }
    what_may_happen_is_a_rumour {
        leaves("[云岫科技]company[总裁]former_role[许之恒]person可能在财报之后离任。[|rumoured]status");
    }
    whoever_is_accused_is_dismissed_for_it {
        leaves("[云岫科技]company[董事长]former_role[许之恒]person[涉嫌严重违纪违法]reason，正接受调查。[次日]date，公司解除其董事长职务。");
    }
    the_post_given_together_with_a_dismissal_is_the_next_one {
        leaves("[许之恒]person同志任[临川集团]destination[董事长]destination_role，免去其[栖木汽车]company[总经理]former_role职务。");
        leaves("许之恒为临川集团董事长，[许之恒]person不再担任[栖木汽车]company[董事]former_role。");
    }
    that_post_and_another_one_are_lost {
        leaves("[栖木汽车]company[独立董事]former_role[许之恒]person因[需投入更多时间于其律师行的事务]reason，[3月5日|2025-03-05]date起辞任该职及[审核委员会主席]former_role。");
    }
    a_date_a_few_days_ahead_is_no_year_ago {
        leaves("[栖木汽车]company[总经理]former_role[许之恒]person离职，[3月22日|2025-03-22]date起生效。[|announced]status");
    }
    a_firm_without_a_name {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，或将加入[一家大模型创业公司]destination。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，加盟[丁鹤亭团队]destination。");
    }
    a_signal_is_no_destination {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，有人看作是他正式回归的信号。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，正在洽谈加入云岫科技。");
    }
    a_field_to_turn_to {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，转向[AI硬件]destination。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，转身做起了[乡村图书馆的公益项目]destination。");
    }
    work_at_a_university {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，赴[清华大学]destination任[教授]destination_role。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，回到[清华大学]destination任教。");
    }
    posts_there_in_full {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，加入[云岫科技]destination，出任[合伙人兼首席投资官]destination_role。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，加盟[云岫科技]destination，职位是[发行副总裁]destination_role。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，加盟[云岫科技]destination，担任[首席语音官]destination_role。");
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，以[全职教授]destination_role的身份[重返校园]destination。");
    }
    a_post_told_behind_the_place {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，创办了[云岫科技]destination。卢森川将出任[CEO]destination_role。");
    }
    who_appoints_is_the_destination {
        leaves("[云岫科技]destination任命卢森川为[总裁]destination_role。[卢森川]person此前是[栖木汽车]company[总经理]former_role，[上个月|2025-02]date刚从栖木汽车离职。");
    }
    a_destination_told_far_away {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职。市场很大。公司今年卖了很多车。卢森川的下一站是公益组织“[余粮计划]destination”。");
    }
    an_earlier_employer_is_no_destination {
        leaves("[今年2月|2025-02]date，[栖木汽车]company[总裁]former_role[卢森川]person离职。2018年，卢森川加入临川乳业。");
    }
    leaving_comes_before_joining {
        leaves("[卢森川]person离开[栖木汽车]company，加入[云岫科技]destination。");
    }
    leaving_before_anything_is_known {
        leaves("[栖木汽车]company[总裁]former_role[卢森川]person离职，去向尚未公布。");
    }

    // Names.
    a_latin_name {
        leaves("[云岫科技]company[首席技术官]former_role[Erik Lindqvist]person离职。");
        leaves("[云岫科技]company[首席技术官]former_role[Marta van den Berg]person离职。");
    }
    a_transliterated_name {
        leaves("[云岫科技]company[首席技术官]former_role[埃里克·林奎斯特]person离职。");
    }
    a_name_in_two_scripts_is_one_person {
        leaves("[云岫科技]company[首席技术官]former_role[埃里克·林奎斯特]person（Erik Lindqvist）离职。");
    }
    a_compound_surname {
        leaves("[云岫科技]company[首席技术官]former_role[欧阳明远]person离职。");
        leaves("[云岫科技]company[首席技术官]former_role[诸葛亮节]person离职。");
    }
    a_japanese_name_may_have_three_characters_before_and_behind {
        leaves("[栖木汽车]company[副总裁]former_role[上原谦吾]person卸任。");
        leaves("[栖木汽车]company[社长]former_role[小野寺诚一郎]person卸任。");
    }
    a_dotted_name_may_end_in_a_syllable_that_is_a_word {
        leaves("[栖木汽车]company[首席设计师]former_role[马尔科·施泰因]person的离职已经确认。");
    }
    a_dotted_name_may_begin_with_an_unusual_syllable_behind_the_dot {
        leaves("[栖木汽车]company[首席设计师]former_role[普里娅·文卡塔拉曼]person离职。");
    }
    a_trigger_in_a_bracket_behind_a_name_in_a_reason {
        nobody_leaves("鉴于公司业绩未达预期，董事会决定换人。");
        leaves("因[云岫科技]company[总裁]former_role[许之恒]person（已离职），公司任命[何嘉树]successor。");
    }
    a_foreign_name_in_parts_that_are_known {
        leaves("[今日|2025-03-10]date，[科戈达拉]person离开[云岫科技]company。");
    }
    an_institution_before_a_title_is_the_employer {
        leaves("[临川商务局]company[副局长]former_role[许之恒]person辞职。");
        leaves("[追月电气]company[副总经理]former_role[郝运来]person辞职 持有公司1.02%股份");
    }
    who_leaves_is_no_listener_and_no_companion {
        leaves("[云岫科技]company[总裁]former_role[许之恒]person走出大楼，在何嘉树的陪同下，宣布离职。");
        nobody_leaves("董事会对许之恒的表现不满，其秘书离职。");
    }
    the_predecessor_left_not_long_ago {
        leaves("[何嘉树]successor接替[不久前]date辞职的[许之恒]person，担任[云岫科技]company[总经理]former_role一职。");
    }
    people_counted_in {
        leaves("[五月|2024-05]date，包括[云岫科技]company[首席科学家]former_role[许之恒]person在内的几位知名员工离开了这家公司。");
    }
    a_year_in_a_title_of_a_plan_is_no_date {
        leaves("[许之恒]person离职，根据《2017年激励计划》，其股票由公司回购。");
    }
    a_letter_is_signed {
        leaves("各位同事：\n\n[今天|2025-03-10]date，我从[云岫科技]company离职。\n\n[许之恒]person");
    }
    joining_told_as_a_noun {
        leaves("前[云岫科技]company[首席科学家]former_role[埃里克·林奎斯特]person（Erik Lindqvist）的加盟，强化了[众擎集团]destination的研发。");
    }
    what_was_done_before_is_past_not_the_departure {
        leaves("曾主导云项目的[许之恒]person于[上月|2025-02]date从[栖木汽车]company离职。");
        leaves("[云岫科技有限公司]company此前[业务负责人]former_role[许之恒]person被曝离职。[|rumoured]status");
    }
    an_honorific_is_no_part_of_the_name {
        leaves("[温以宁]person博士辞去[云岫科技]company[首席科学家]former_role职务。");
        leaves("[许之恒]person先生辞去[临川乳业]company[董事]former_role职务。");
    }
    a_nickname_in_brackets_is_no_second_person {
        leaves("[云岫科技]company[副总裁]former_role[温以宁]person（花名“青鸟”）离职。");
    }
    a_nickname_stands_for_the_full_name {
        leaves("云岫科技[副总裁]former_role[温以宁]person（花名“青鸟”）2017年入职。[上周五|2025-03-07]date，青鸟从[云岫科技]company离职。");
    }
    a_pronoun_stands_for_the_one_named_before {
        leaves("[温以宁]person2017年加入[云岫科技]company。[上周五|2025-03-07]date，他正式离职。");
    }
    a_surname_with_a_form_of_address_stands_for_the_one_with_that_surname {
        leaves("[云岫科技]company宣布，[陈浩霖]person先生（「陈先生」）辞任[执行董事]former_role。于辞任后，陈先生亦将不再担任[薪酬委员会成员]former_role。");
        nobody_leaves("据云岫科技，徐小姐辞职。");
    }
    the_day_until_which_somebody_is_appointed_is_no_departure {
        nobody_leaves("云岫科技聘任许之恒为公司总经理，任期自本次会议通过之日起至第四届董事会任期届满之日止。");
    }
    a_surname_with_a_word_is_no_person {
        nobody_leaves("任职期间，他从未想过离职。");
        nobody_leaves("理想很丰满，他还是辞职了。");
    }

    // Organisations.
    a_short_form_given_in_brackets_is_the_company {
        leaves("[杭州青禾机器人股份有限公司]company（以下简称“青禾机器人”）公告，青禾机器人[副总经理]former_role[郝运来]person辞职。");
    }
    the_company_is_the_one_that_reports {
        leaves("[杭州青禾机器人股份有限公司]company（以下简称“公司”）董事会收到[副总经理]former_role[郝运来]person先生的书面辞职报告。");
    }
    an_alias_leads_to_the_canonical_name {
        leaves("[鹅厂|腾讯]company[研究员]former_role[郝运来]person离职。");
        leaves("[阿里|阿里巴巴]company[副总裁]former_role[郝运来]person离职。");
        leaves("[字节|字节跳动]company[工程师]former_role[郝运来]person离职。");
    }
    a_meeting_decides_on_its_day {
        leaves("[长岭集团]company于[2025年3月5日]date召开第三届董事会第二次会议。因[工作调整]reason，[孟祥川]person申请辞去公司[总经理]former_role职务。");
        leaves("[3月7日]date，[长岭集团]company召开干部大会。\n\n根据会上公布的决定，[集团总裁]former_role[孟祥川]person[另有任用]reason。");
        leaves("[长岭集团]company[总裁]former_role[孟祥川]person[上月|2025-02]date离职。\n\n3月7日，长岭集团召开新品发布会。");
    }
    a_notice_goes_on {
        each_leaves(&[
            "[青梧集团]company[3月5日]date公告，[总裁]former_role[孟祥川]person离职。\n\n此外，审计主管陆宛秋因健康原因辞职。",
            "[青梧集团]company[3月5日]date公告，总裁孟祥川离职。\n\n此外，[审计主管]former_role[陆宛秋]person因[健康原因]reason辞职。",
        ]);
    }
    a_day_behind_a_reason_is_that_of_the_departure {
        leaves("[青梧集团]company[首席财务官]former_role[孟祥川]person因[个人原因]reason于[3月1日]date离任。");
        leaves("[青梧集团]company[首席财务官]former_role[孟祥川]person由于[工作调动]reason将于[4月1日|2025-04-01]date卸任。[|announced]status");
    }
    the_day_of_leaving_tells_more_than_that_of_the_telling {
        leaves("[青梧集团]company周三宣布，[首席财务官]former_role[孟祥川]person将离开公司，其任期原定至2026年底。青梧集团称，孟祥川将于[4月30日|2025-04-30]date卸任。[|announced]status");
    }
    a_time_of_the_year_is_a_month {
        leaves("[青梧集团]company[首席财务官]former_role[孟祥川]person将于[年底前|2025-12]date离开。[|announced]status");
        leaves("[青梧集团]company[首席财务官]former_role[孟祥川]person已于[元旦后|2025-01]date离职。");
        leaves("[青梧集团]company[首席财务官]former_role[孟祥川]person计划在[11月|2025-11]date展会后离开公司。[|planned]status");
        leaves("年末将至。\n\n[青梧集团]company[首席财务官]former_role[孟祥川]person离职。");
    }
    a_time_off_is_no_destination {
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person离职，进入竞业期。");
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person离职，开始进入“过渡期”。");
    }
    an_unknown_name_between_joining_and_a_post_is_the_destination {
        leaves("[青梧集团]company[首席营销官]former_role[孟祥川]person离职，加入[彩蝶]destination担任[财务总监]destination_role。");
    }
    a_place_of_work_without_a_name {
        leaves("[青梧集团]company[总会计师]former_role[孟祥川]person离职，出任[一家连锁药店企业]destination的[首席财务官]destination_role。");
    }
    serving_elsewhere_after_leaving {
        leaves("[青梧集团]company[副总裁]former_role[孟祥川]person辞职，之后将在[众擎集团]destination任职。");
        leaves("[青梧集团]company[副总裁]former_role[孟祥川]person辞职，辞职后不在众擎集团任职。");
    }
    what_somebody_does_now {
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person[昨日|2025-03-09]date辞职。如今他是[众擎集团]destination的[首席顾问]destination_role。");
    }
    a_sister_firm_is_another_place {
        leaves("[京东零售]company[总裁]former_role[孟祥川]person调任[京东物流]destination，担任[供应链总裁]destination_role。");
        leaves("[京东集团|京东]company[总裁]former_role[孟祥川]person调任京东物流，担任[供应链总裁]destination_role。");
    }
    a_purpose_is_a_reason {
        leaves("[青梧集团]company宣布，[副总裁]former_role[孟祥川]person离职，“以[照顾年迈的父母]reason”。");
        leaves("为[集中精力打磨产品]reason，[孟祥川]person辞去[青梧集团]company[监事]former_role职务。");
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person辞职，以表示对收购的支持。");
    }
    what_asks_for_it_is_a_reason {
        leaves("根据[业务发展需要]reason，[青梧集团]company免去[孟祥川]person的[销售总监]former_role职务。");
        leaves("根据《公司章程》的规定，[青梧集团]company免去[孟祥川]person[副总裁]former_role职务。");
    }
    a_reason_told_by_its_noun {
        leaves("[青梧集团]company[副总裁]former_role[孟祥川]person离职，离职原因是[照顾家人]reason。");
    }
    what_the_dismissed_says_is_no_reason {
        leaves("[青梧集团]company[董事长]former_role[孟祥川]person被罢免。孟祥川表示，公司没有给他解释的机会，双方分歧很深。");
    }
    a_proposal_holds_for_all_whom_it_names {
        each_leaves(&[
            "[青梧集团]company股东提请罢免[孟祥川]person[董事长]former_role职务以及罢免陆宛秋董事职务，理由是二人[“多次缺席会议”|多次缺席会议]reason。[|planned]status",
            "[青梧集团]company股东提请罢免孟祥川董事长职务以及罢免[陆宛秋]person[董事]former_role职务，理由是二人[“多次缺席会议”|多次缺席会议]reason。[|planned]status",
        ]);
    }
    a_title_of_a_law_is_no_subject {
        leaves("[孟祥川]person自2019年担任董事，根据《上市公司独立董事管理办法》，辞去[青梧集团]company[独立董事]former_role职务。");
    }
    a_post_that_a_rule_asks_for {
        leaves("[孟祥川]person已辞任[青梧集团]company[执行董事]former_role及上市规则第3.05条项下之[授权代表]former_role。");
    }
    the_title_that_closes_the_clause_is_the_post {
        leaves("[孟祥川]person因[个人原因]reason卸任稳健回报债券、价值先锋等3只产品的[基金经理]former_role。");
    }
    a_resignation_that_is_accepted_is_complete {
        leaves("[文化大臣]former_role[孟祥川]person[昨日|2025-03-09]date提交辞呈，已获批准。");
        leaves("[文化大臣]former_role[孟祥川]person[昨日|2025-03-09]date提交辞呈，尚未获批准。[|announced]status");
    }
    who_leaves_with_somebody {
        leaves("和谭川一起离开的还有[石桥足球俱乐部]company[青训主管]former_role[孟祥川]person。");
    }
    a_newspaper_is_not_the_employer {
        leaves("据澎湃新闻报道，[首席科学家]former_role[温以宁]person离职。");
        leaves("36氪独家获悉，[云岫科技]company[副总裁]former_role[温以宁]person离职。");
    }
    a_ticker_belongs_to_the_name_before_it {
        leaves("[百川国际]company（00574.HK）公告，[梁伯谦]person辞任[执行董事]former_role。");
    }
    a_place_is_no_employer {
        nobody_leaves("车队凌晨离开北京，前往天津港。");
        nobody_leaves("温以宁昨日离开上海。");
    }

    // Words that only look like it.
    compounds_are_topics {
        nobody_leaves("报告称，2024年高管离职率升至18%。");
        nobody_leaves("办理离职证明需要哪些材料？");
        nobody_leaves("公司修订《董事离职管理制度》。");
        nobody_leaves("大厂科学家出走潮仍在继续。");
    }
    incentive_plans_are_boilerplate {
        nobody_leaves("因3名激励对象离职，公司拟回购注销其限制性股票9.9万股。");
    }
    everyday_words_are_not_about_jobs {
        nobody_leaves("请退出登录后重新加入会议。");
        nobody_leaves("平台宣布免去首年服务费。");
        nobody_leaves("云岫科技登陆创业板，首日上涨20%。");
        nobody_leaves("织云科技优化了推理引擎。");
        nobody_leaves("昨晚，歌手温以宁举行告别演出。");
    }
    an_auditor_is_no_employee {
        nobody_leaves("临川乳业解聘会计师事务所。");
    }
    opening_something_dismisses_nobody {
        nobody_leaves("青屏网络开了产品总监陆宛秋负责的新店。");
        nobody_leaves("青屏网络把产品总监陆宛秋给开了绿灯。");
        nobody_leaves("产品总监陆宛秋被青梧集团开了罚单。");
        leaves("[青梧集团]company把[产品总监]former_role[陆宛秋]person给开了。");
        leaves("[产品总监]former_role[陆宛秋]person被[青梧集团]company给开了。");
    }
    what_goes_with_a_post_is_not_the_post {
        nobody_leaves("董事长孟祥川让出CEO办公室。");
        nobody_leaves("孟祥川交出青梧集团CEO的公章。");
        nobody_leaves("孟祥川放弃青梧集团董事薪酬。");
        leaves("[孟祥川]person让出[青梧集团]company[CEO]former_role。");
        leaves("[孟祥川]person让出[青梧集团]company[CEO]former_role职位。");
        leaves("[孟祥川]person交出[青梧集团]company[CEO]former_role一职。");
        leaves("[孟祥川]person让出[青梧集团]company[董事长]former_role的宝座。");
        leaves("[孟祥川]person卸下[青梧集团]company[CEO]former_role的担子。");
    }
    what_belongs_to_an_employer_is_not_the_employer {
        nobody_leaves("温以宁淡出云岫智能的宣传海报。");
        nobody_leaves("首席科学家温以宁淡出云岫智能的宣传海报。");
        nobody_leaves("首席科学家温以宁逃离云岫智能的闹剧。");
        leaves("[首席科学家]former_role[温以宁]person淡出[云岫智能]company。");
        leaves("[首席科学家]former_role[温以宁]person淡出[云岫智能]company的管理层。");
        leaves("[首席科学家]former_role[温以宁]person告别[云岫智能]company的舞台。");
        leaves("[首席科学家]former_role[温以宁]person不再参与[云岫智能]company的日常经营。");
    }
    being_gone_needs_a_new_house {
        nobody_leaves("昨天总裁张伯雍走了，先去机场，再去开会。");
        nobody_leaves("青屏网络产品总监陆宛秋走了，会议还在继续。");
        nobody_leaves("昨天总裁张伯雍走了，朱越加入云岫智能。");
        leaves("[青屏网络]company的[产品总监]former_role[陆宛秋]person走了，新东家是[云岫智能]destination。");
    }

    // Rosters: who belonged to a team that is gone.
    a_former_team_is_listed_behind_a_departure {
        each_leaves(&[
            "[青梧集团]company[总裁]former_role[孟祥川]person辞职。旧管理团队为：副总裁朱越、财务总监许之恒。高级副总裁：韩松年、邵一帆。",
            "[青梧集团]company总裁孟祥川辞职。旧管理团队为：[副总裁]former_role[朱越]person、财务总监许之恒。高级副总裁：韩松年、邵一帆。",
            "[青梧集团]company总裁孟祥川辞职。旧管理团队为：副总裁朱越、[财务总监]former_role[许之恒]person。高级副总裁：韩松年、邵一帆。",
            "[青梧集团]company总裁孟祥川辞职。旧管理团队为：副总裁朱越、财务总监许之恒。[高级副总裁]former_role：[韩松年]person、邵一帆。",
            "[青梧集团]company总裁孟祥川辞职。旧管理团队为：副总裁朱越、财务总监许之恒。[高级副总裁]former_role：韩松年、[邵一帆]person。",
        ]);
        each_leaves(&[
            "[青梧集团]company[总裁]former_role[孟祥川]person辞职。原核心团队包括副总裁朱越、财务总监许之恒。",
            "[青梧集团]company总裁孟祥川辞职。原核心团队包括[副总裁]former_role[朱越]person、财务总监许之恒。",
            "[青梧集团]company总裁孟祥川辞职。原核心团队包括副总裁朱越、[财务总监]former_role[许之恒]person。",
        ]);
    }
    a_roster_alone_or_of_the_new_team_tells_no_departure {
        nobody_leaves("青梧集团旧管理团队为：总裁孟祥川、副总裁朱越、财务总监许之恒。");
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person辞职。新管理团队为：总裁朱越、副总裁许之恒。");
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person辞职。旧管理团队很稳定：副总裁朱越留任。");
    }

    // Taking people away: poaching, hiring, luring.
    who_pays_to_take_somebody_away_is_the_destination {
        leaves("[蓝鲸集团]company[总监]former_role[尹川]person被[众擎集团]destination用“真金白银”挖走。");
        leaves("[蓝鲸集团]company[首席架构师]former_role[尹川]person被[众擎集团]destination以两千万年薪挖走。");
    }
    the_head_of_a_firm_takes_people_for_it {
        each_leaves(&[
            "[众擎集团]destination的CEO李力行亲自从[蓝鲸集团]company挖走了两名[研究员]former_role——[尹川]person和陆宛秋。",
            "[众擎集团]destination的CEO李力行亲自从[蓝鲸集团]company挖走了两名[研究员]former_role——尹川和[陆宛秋]person。",
        ]);
        leaves("李力行是[众擎集团]destinationCEO。李力行挖走了[蓝鲸集团]company[研究员]former_role[尹川]person。");
        leaves("许之恒创办[青屏集团]destination后，从[蓝鲸集团]company挖来了[尹川]person。");
        leaves("继挖走[蓝鲸集团]company[副总裁]former_role[尹川]person之后，[青屏集团]destination又盯上了栖木汽车。");
    }
    people_taken_away_together_have_employers_of_their_own {
        each_leaves(&[
            "[众擎集团]destination挖走了[蓝鲸集团]company[研究员]former_role[尹川]person（Yin Chuan），以及曾参与开发海鸥系统的栖木汽车团队成员卢森川。",
            "[众擎集团]destination挖走了蓝鲸集团研究员尹川（Yin Chuan），以及曾参与开发海鸥系统的[栖木汽车]company[团队成员]former_role[卢森川]person。",
        ]);
        each_leaves(&[
            "[众擎集团]destination将[蓝鲸集团]company[副总裁]former_role[尹川]person和栖木汽车总监陆宛秋招致麾下。",
            "[众擎集团]destination将蓝鲸集团副总裁尹川和[栖木汽车]company[总监]former_role[陆宛秋]person招致麾下。",
        ]);
    }
    counted_people_who_are_taken_away_are_named_behind {
        each_leaves(&[
            "此次被[众擎集团]destination招揽的两位[蓝鲸集团]company[工程师]former_role——[尹川]person（Yin Chuan）和陆宛秋（Lu Wanqiu），都有十年经验。",
            "此次被[众擎集团]destination招揽的两位[蓝鲸集团]company[工程师]former_role——尹川（Yin Chuan）和[陆宛秋]person（Lu Wanqiu），都有十年经验。",
        ]);
    }
    who_is_hired_has_left_where_the_text_says_so {
        leaves("[众擎集团]destination入股了[蓝鲸集团]company，并吸引其[创始人]former_role兼[CEO]former_role[尹川]person加盟。");
        leaves("[众擎集团]destination任命[蓝鲸集团]company前[CEO]former_role[尹川]person执掌实验室。");
        leaves("[众擎集团]destination请来[蓝鲸集团]company[副总裁]former_role[尹川]person担任[首席技术官]destination_role。");
        leaves("[众擎集团]destination聘请前[蓝鲸集团]company[副总裁]former_role[尹川]person为[CTO]destination_role。");
        nobody_leaves("众擎集团聘请蓝鲸集团总裁尹川为独立董事。");
        nobody_leaves("蓝鲸集团总裁尹川被众擎集团任命为董事。");
        nobody_leaves("众擎集团任命财务总监尹川为总裁。");
        nobody_leaves("众擎集团请来前蓝鲸集团总裁尹川演讲。");
        nobody_leaves("众擎集团吸引蓝鲸集团董事长尹川投资。");
        nobody_leaves("众擎集团聘请李力行为前端负责人。");
    }
    a_thing_or_a_nameless_team_is_no_person_taken_away {
        nobody_leaves("众擎集团从蓝鲸集团引进了设备，尹川负责调试。");
        nobody_leaves("众擎集团引进了蓝鲸集团总工程师尹川的技术。");
        nobody_leaves("众擎集团从蓝鲸集团挖走数十名工程师，副总裁尹川对此不予置评。");
        nobody_leaves("众擎集团引入来自蓝鲸集团的设备，由尹川调试。");
    }
    wanting_to_take_somebody_is_not_taking {
        nobody_leaves("众擎集团有意招揽蓝鲸集团副总裁尹川。");
        nobody_leaves("众擎集团曾邀请蓝鲸集团副总裁尹川加入，被他拒绝。");
        nobody_leaves("众擎集团试图挖走蓝鲸集团副总裁尹川。");
    }
    joining_without_an_object_is_joining_who_takes_people {
        each_leaves(&[
            "[众擎集团]destination挖走了[云岫科技]company[研究总监]former_role[陆宛秋]person。前蓝鲸集团副总裁尹川、前栖木汽车总监许之恒等纷纷入伙。",
            "[众擎集团]destination挖走了云岫科技研究总监陆宛秋。前[蓝鲸集团]company[副总裁]former_role[尹川]person、前栖木汽车总监许之恒等纷纷入伙。",
            "[众擎集团]destination挖走了云岫科技研究总监陆宛秋。前蓝鲸集团副总裁尹川、前[栖木汽车]company[总监]former_role[许之恒]person等纷纷入伙。",
        ]);
    }
    newcomers_come_from_the_firms_named_with_them {
        each_leaves(&[
            "[众擎集团]destination公布了新聘人员名单。其中包括来自[蓝鲸集团]company的[尹川]person、卢森川，以及来自栖木汽车的陆宛秋。",
            "[众擎集团]destination公布了新聘人员名单。其中包括来自[蓝鲸集团]company的尹川、[卢森川]person，以及来自栖木汽车的陆宛秋。",
            "[众擎集团]destination公布了新聘人员名单。其中包括来自蓝鲸集团的尹川、卢森川，以及来自[栖木汽车]company的[陆宛秋]person。",
        ]);
        nobody_leaves("众擎集团招募志愿者。来自蓝鲸集团的尹川说，他很期待。");
        nobody_leaves("众擎集团举办论坛，吸引了上百家企业。例如，来自蓝鲸集团的尹川和来自栖木汽车的陆宛秋都到场。");
    }
    items_below_a_departure_tell_who_leaves {
        each_leaves(&[
            "两名研究员转投[众擎集团]destination，他们的背景如下：\n\n- [尹川]person：原[蓝鲸集团]company[研究主管]former_role，主导了多个项目。\n- 陆宛秋：栖木汽车总监，研究广泛。",
            "两名研究员转投[众擎集团]destination，他们的背景如下：\n\n- 尹川：原蓝鲸集团研究主管，主导了多个项目。\n- [陆宛秋]person：[栖木汽车]company[总监]former_role，研究广泛。",
        ]);
        leaves("[青屏集团]company[总裁]former_role[许之恒]person离职。网友评论：\n\n尹川：太可惜了。\n\n陆宛秋：早该走了。");
    }
    the_words_before_a_name_spelled_in_latin_are_the_name {
        each_leaves(&[
            "[蓝鲸集团]company的[尹川]person（Yin Chuan）和余家辉（Yu Jiahui）离职。",
            "[蓝鲸集团]company的尹川（Yin Chuan）和[余家辉]person（Yu Jiahui）离职。",
        ]);
    }

    // Names of firms that no list has, where the sentence asks for one.
    a_firm_that_no_list_has_is_named_where_somebody_leaves_it {
        leaves("主管法务的[纪怀瑾]person已于[昨日|2025-03-09]date从[砾川智能]company离职。");
        leaves("从[砾川网络]company离职后，[纪怀瑾]person创办了[砾石茶舍]destination。");
        leaves("[纪怀瑾]person离开了效力八年的[砾川]company。");
        leaves("原[柚点]company[CTO]former_role[纪怀瑾]person已离职。");
        leaves("[X]company[首席执行官]former_role[纪怀瑾]person离职。");
        leaves("[纪怀瑾]person已退出[砾川]company[合伙人]former_role。");
        nobody_leaves("纪怀瑾离开了工作八年的杭州。");
    }
    a_firm_that_no_list_has_is_named_where_it_speaks_or_parts {
        leaves("[行长]former_role[邵一帆]person已经辞职，[沧溪银行]company称一切正常。");
        leaves("[行长]former_role[邵一帆]person已经辞职，杭州公司称一切正常。");
        leaves("[总监]former_role[纪怀瑾]person单飞，与[砾川直播]company终止合作。");
        leaves("在题为《别了，[砾川]company》的公开信中，[纪怀瑾]person写道：“[今天|2025-03-10]date是我在公司的最后一天。”");
    }
    a_branch_in_a_country_is_a_destination {
        leaves("[副总裁]former_role[纪怀瑾]person已离职，履新[苍耳中国]destination[CEO]destination_role。");
        leaves("[中国总经理]former_role[纪怀瑾]person离职。");
    }
    who_may_parachute_into_a_bank_is_only_said_to {
        leaves("[建泉银行]company[纪怀瑾]person或“空降”[沧浪银行]destination任[行长]destination_role。[|rumoured]status");
    }

    a_surname_behind_since_is_no_firm {
        leaves("琳达·科斯诺是[湖岸网络]company[总裁]former_role。自[科斯诺|琳达·科斯诺]person离开[湖岸网络]company以来，股价下跌。");
    }
    who_has_left_may_be_said_to_join {
        leaves("前[湖岸网络]company[CTO]former_role[许言]person被曝加盟[云岫智能]destination。");
    }

    // Names of people that look like something else.
    a_word_that_gives_up_a_post_is_a_person {
        leaves("[青梧集团]company公告，[华山]person将辞去[总裁]former_role职务，华山继续担任董事。[|announced]status");
        nobody_leaves("青梧集团公告，华山将关闭部分索道。");
    }
    a_familiar_name_is_a_name {
        leaves("[项目总监]former_role[老纪]person离职。");
        leaves("对于同事来说，[老纪]person的离任并不突然。");
        nobody_leaves("老板的离任让同事吃惊。");
        nobody_leaves("老员工离职。");
        nobody_leaves("女司机老公被停职。");
    }
    who_has_another_name_in_brackets_is_a_person {
        leaves("[砾川]company[CEO]former_role[星野]person（原名纪怀瑾）离职。");
        leaves("[副总裁]former_role[花千里]person（本名纪怀瑾）将离职[创业]destination。[|announced]status");
    }
    who_ends_a_term_is_a_person {
        leaves("[许言]person结束两年的[总裁]former_role任期。");
    }
    doubt_may_stand_between_person_and_departure {
        leaves("网传[副总裁]former_role[纪怀瑾]person疑似辞职。[|rumoured]status");
    }

    // Which posts are lost.
    a_post_that_stays_empty_is_the_one_lost {
        leaves("老将[纪怀瑾]person拂袖而去，[砾川集团]company[总经理]former_role一职暂时空缺。");
        leaves("[砾川集团]company[副总裁]former_role[纪怀瑾]person辞职，总经理一职空缺。");
    }
    a_post_to_be_filled_is_the_one_lost {
        leaves("[纪怀瑾]person女士的辞职将在补选新任[独立董事]former_role后生效，此前仍履行职责。[|announced]status");
    }
    a_founder_who_steps_down_stays_a_founder {
        leaves("联合创始人、[总裁]former_role[纪怀瑾]person卸任。");
        leaves("[创始人]former_role[纪怀瑾]person离职。");
    }
    posts_at_one_employer_are_one_departure {
        leaves("[纪怀瑾]person辞去[砾川集团]company[总裁]former_role、[砾川集团财务公司董事长]former_role职务。");
        leaves("[纪怀瑾]person辞去公司[董事]former_role、[沧浪信托]company[董事长]former_role职务。");
        leaves("[纪怀瑾]person辞去[砾川集团]company[董事]former_role及[战略委员会委员]former_role职务。");
    }
    counted_people_have_the_title_that_counts_them {
        each_leaves(&[
            "[砾川集团]company[昨日|2025-03-09]date解聘了两名[财务高管]former_role，分别是[纪怀瑾]person与沈书白。",
            "[砾川集团]company[昨日|2025-03-09]date解聘了两名[财务高管]former_role，分别是纪怀瑾与[沈书白]person。",
        ]);
        each_leaves(&[
            "多名公司高管离职，包括[纪怀瑾]person、沈书白。",
            "多名公司高管离职，包括纪怀瑾、[沈书白]person。",
        ]);
        nobody_leaves("三名财务高管离职。");
    }
    a_laboratory_is_a_unit_of_somebody {
        leaves("[视觉实验室负责人]former_role[纪怀瑾]person辞职。");
        leaves("[砾川集团]company公告，[视觉实验室负责人]former_role[纪怀瑾]person辞职。");
    }
    a_field_of_work_is_given_up {
        leaves("[纪怀瑾]person不再负责支付业务，转向[AI硬件]destination。");
        nobody_leaves("副总裁纪怀瑾不再负责解答问题。");
    }
    who_worked_there_leaves_it {
        leaves("[纪怀瑾]person在微博告别工作了八年的[蓝鲸汽车]company。");
        nobody_leaves("纪怀瑾在微博告别陪伴了八年的蓝鲸汽车。");
    }
    who_heads_a_city_moves_up {
        leaves("原[杭州城市总]former_role[纪怀瑾]person升任[华东区域总]destination_role。");
    }
    whoever_takes_office_ends_an_acting_term {
        leaves("[新任CFO到任]reason，副总裁[纪怀瑾]person不再代行[财务总监]former_role职责。");
        leaves("新任CFO到岗，[副总裁]former_role[纪怀瑾]person辞职。");
    }

    // When.
    an_appointment_in_force_soon_tells_the_day {
        leaves("任命自5月1日起生效，[总经理]former_role[纪怀瑾]person[同日|2025-05-01]date离任。[|announced]status");
    }
    the_day_of_joining_stands_for_that_of_leaving {
        leaves("原[蓝鲸汽车]company[副总裁]former_role[纪怀瑾]person于[1月|2025-01]date加入[众擎科技]destination。");
    }
    what_followed_years_ago_makes_it_history {
        leaves("从[砾川网络]company离职后，[纪怀瑾]person于2019年创办了[砾石茶舍]destination。[|historical]status");
    }

    people_who_join_together_come_from_employers_of_their_own {
        each_leaves(&[
            "原[青梧集团]company[总裁]former_role[孟祥川]person、原栖木汽车设计总监卢森川已加入[云岫智能]destination。",
            "原青梧集团总裁孟祥川、原[栖木汽车]company[设计总监]former_role[卢森川]person已加入[云岫智能]destination。",
        ]);
        each_leaves(&[
            "[蓝鲸集团]company的[温以宁]person（Wen Yining）和埃里克·林奎斯特（Erik Lindqvist）的加入，为[众擎集团]destination带来了经验。",
            "[蓝鲸集团]company的温以宁（Wen Yining）和[埃里克·林奎斯特]person（Erik Lindqvist）的加入，为[众擎集团]destination带来了经验。",
        ]);
        leaves("曾拒绝收购的初创企业[青屏网络]company（QP）[联合创始人]former_role[陆宛秋]person的加入，为[众擎集团]destination带来了经验。");
        each_leaves(&[
            "[众擎集团]destination[今年|2025]date招募了来自蓝鲸集团等公司的人才，如[蓝鲸集团]company[研究员]former_role[温以宁]person、青屏科技集团的李力行。",
            "[众擎集团]destination[今年|2025]date招募了来自蓝鲸集团等公司的人才，如蓝鲸集团研究员温以宁、[青屏科技集团]company的[李力行]person。",
        ]);
    }

    some_of_many_who_left_are_named_in_a_later_clause_or_in_a_bracket {
        each_leaves(&[
            "[今年|2025]date已有12位高管离职，且多为业务负责人，如[青梧集团]company[总裁]former_role[孟祥川]person、栖木汽车设计总监卢森川等。",
            "[今年|2025]date已有12位高管离职，且多为业务负责人，如青梧集团总裁孟祥川、[栖木汽车]company[设计总监]former_role[卢森川]person等。",
        ]);
        each_leaves(&[
            "[青梧集团]company14名[董事]former_role（包括[董事长]former_role[孟祥川]person、总裁朱越等）均已辞职。",
            "[青梧集团]company14名[董事]former_role（包括董事长孟祥川、总裁[朱越]person等）均已辞职。",
        ]);
    }
    people_joined_over_brackets_and_long_clauses_leave_together {
        each_leaves(&[
            "[云岫智能]company[首席技术官]former_role[温以宁]person（Wen Yining），以及在甲模型、乙模型的开发中出力不少的研究副总裁李力行（Li Lixing）与设计总监卢森川（Lu Senchuan）也宣布离职。",
            "[云岫智能]company首席技术官温以宁（Wen Yining），以及在甲模型、乙模型的开发中出力不少的[研究副总裁]former_role[李力行]person（Li Lixing）与设计总监卢森川（Lu Senchuan）也宣布离职。",
            "[云岫智能]company首席技术官温以宁（Wen Yining），以及在甲模型、乙模型的开发中出力不少的研究副总裁李力行（Li Lixing）与[设计总监]former_role[卢森川]person（Lu Senchuan）也宣布离职。",
        ]);
    }

    a_firm_in_latin_letters_is_left_though_no_title_follows {
        leaves("[温以宁]person[昨日|2025-03-09]date在[Axleton]company辞职。");
        leaves("[温以宁]person辞去了[Axleton]company的职务。");
    }
    the_post_stands_behind_from_or_with_the_firm_left {
        leaves("[温以宁]person选择从[临江大学]company[教务主任]former_role位置离职。");
        leaves("曾在北方市场大有成绩的[孟祥川]person，也正式离开[青梧集团]company[总裁]former_role岗位。");
    }

    who_only_speaks_invites_or_owns_does_not_leave {
        nobody_leaves("青梧集团总裁孟祥川表示，退休是自然规律，但他还年轻。");
        nobody_leaves("临江大学退休教授韩松年在会上发言。");
        nobody_leaves("在青梧集团创始人孟祥川和朱越的邀请下，温以宁加入青梧集团担任总裁。");
        nobody_leaves("青梧集团副总裁朱越回应，相关行为系一名云岫前工程师在离职两年后所为。");
        nobody_leaves("小区保姆去了朱越所在的家政公司，但因为迟到又被开除了。");
        leaves("孟祥川说：“[温以宁]person工作尽责。他已决定卸任[总裁]former_role一职。”");
    }

    a_relative_clause_stands_before_the_post_or_holds_the_departure {
        leaves("[温以宁]person将卸任自己亲手创立近十年的[云岫科技]company[总裁]former_role一职。 [|announced]status");
        leaves("一年前从[蓝鲸集团]company离职投身[创业]destination的[温以宁]person也会出现在大会上。");
    }

    a_firm_on_no_list_announces_says_was_founded_or_employs_several {
        leaves("[云杉科技]company表示，[丁鹤亭]person已经离职。丁鹤亭曾担任该公司[首席技术官]former_role。");
        leaves("[云杉科技]company股价下跌。该公司[创始人]former_role[丁鹤亭]person已辞职。");
        each_leaves(&[
            "[云杉科技]company两名[副总裁]former_role[丁鹤亭]person、韩松年离职。",
            "[云杉科技]company两名[副总裁]former_role丁鹤亭、[韩松年]person离职。",
        ]);
        leaves("[云杉科技]company[联合创始人]former_role出走：[丁鹤亭]person[另起炉灶]destination");
    }
    a_hire_is_told_in_many_ways {
        leaves("[众擎集团]destination从[云杉科技]company挖来了[丁鹤亭]person。");
        leaves("[丁鹤亭]person（前[云杉科技]company[首席科学家]former_role）加入[众擎集团]destination。");
        leaves("[丁鹤亭]person曾是[云杉科技]company[首席科学家]former_role，现加盟[众擎集团]destination，出任[总裁]destination_role。");
        leaves("前[云杉科技]company[首席技术官]former_role[丁鹤亭]person成为[众擎集团]destination的[总裁]destination_role。");
        nobody_leaves("丁鹤亭是云杉科技的首席科学家，朱越加盟众擎集团。");
    }

    a_post_keeps_its_whole_name_and_the_firm_its_own {
        leaves("[云岫科技]company[“星图”团队负责人]former_role[丁鹤亭]person离职。");
        leaves("[丁鹤亭]person卸任[云岫科技]company[“灵犀”事业部总经理]former_role。");
        leaves("[云岫科技]company[视频生成模型负责人]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company[多模态大模型负责人]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company此前[B端业务负责人]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company[产品、设计部总经理]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company[第三事业部总经理]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company[医疗业务总负责人]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company[短视频总监]former_role[丁鹤亭]person离职。");
        leaves("[云岫智能科技]company[大模型业务负责人]former_role[丁鹤亭]person离职。");
        leaves("[云岫健康]company[CEO]former_role[丁鹤亭]person离职。");
        leaves("“铁娘子”[总裁]former_role[丁鹤亭]person从[云岫科技]company离职。");
        leaves("[丁鹤亭]person，这位[云岫科技]company[基础模型团队（AFM）的负责人]former_role，已经离职。");
    }
    a_word_for_people_is_the_post_of_the_one_behind_it {
        leaves("[云岫科技]company[核心AI高管]former_role[丁鹤亭]person离职。");
        leaves("前[云岫科技]company[灵犀团队成员]former_role[丁鹤亭]person离职。");
        nobody_leaves("云岫科技团队成员纷纷离职。");
        leaves("[丁鹤亭]person是[云岫科技]company的成员，他已经离职。");
    }
    the_chair_goes_with_the_seat_and_brackets_add_posts {
        leaves("[云岫科技]company[董事长]former_role[丁鹤亭]person辞去[董事]former_role职务。");
        leaves("[云岫科技]company总裁[丁鹤亭]person辞去[董事]former_role职务。");
        each_leaves(&[
            "[云岫科技]company[副总裁]former_role[丁鹤亭]person、韩松年（财务总监）均已离职。",
            "[云岫科技]company[副总裁]former_role丁鹤亭、[韩松年]person（[财务总监]former_role）均已离职。",
        ]);
    }
    a_unit_may_tell_a_post_that_has_no_name {
        leaves("[丁鹤亭]person辞去[云岫科技]company[董事长]former_role、[董事会专门委员会的相关职务]former_role及[总经理]former_role职务。");
        leaves("[丁鹤亭]person辞去[云岫科技]company[CEO]former_role和[董事会职务]former_role。");
        leaves("[丁鹤亭]person辞去[云岫科技]company[董事]former_role职务。");
    }
    posts_told_elsewhere_are_the_persons_own {
        leaves("云岫科技CEO是韩松年，[CTO]former_role是[丁鹤亭]person。[去年|2024]date丁鹤亭从[云岫科技]company离职。");
        leaves("[丁鹤亭]person离职前担任[云岫科技]company[图像算法负责人]former_role。");
        each_leaves(&[
            "[蓝鲸集团]destination从[云岫科技]company挖走了[数据主管]former_role[丁鹤亭]person，以及青屏网络团队成员韩松年。",
            "[蓝鲸集团]destination从云岫科技挖走了数据主管丁鹤亭，以及[青屏网络]company[团队成员]former_role[韩松年]person。",
        ]);
    }

    what_only_praises_is_no_post {
        leaves("[云杉科技]company元老[丁鹤亭]person离职。");
        leaves("知名[投资经理]former_role[丁鹤亭]person从[云岫资本]company离职。");
        leaves("[白鹭俱乐部]company老帅[丁鹤亭]person下课。");
        leaves("[云杉科技]company老将、[财务总监]former_role[丁鹤亭]person离职。");
    }

    people_of_one_origin_or_rank_are_counted {
        each_leaves(&[
            "[云岫智能]company公告，半年来[许之恒]person、甘聪明等多位众擎系高管相继离职。",
            "[云岫智能]company公告，半年来许之恒、[甘聪明]person等多位众擎系高管相继离职。",
        ]);
        leaves("[云岫智能]company公告，包含[首席执行官]former_role[许之恒]person在内的多名SVP（高级副总裁）及以上高管离职。");
    }
    a_listed_firm_may_be_where_people_come_from {
        leaves("[栖木汽车]company公告，多位阿里系高管离职，包括[许之恒]person。");
    }
    who_has_just_taken_a_post_does_not_leave_it {
        nobody_leaves("刚接任云岫智能总裁的许之恒发布一封内部信。");
    }
    a_demand_that_came_about_is_a_departure {
        leaves("去年，云岫智能的股东要求CEO[许之恒]person下台。[今年2月|2025-02]date，许之恒辞去[云岫智能]company[CEO]former_role职务。");
        is_only(Status::Hypothetical, "许之恒", "云岫智能的股东要求CEO许之恒下台。");
    }
    a_latin_name_behind_at_is_who_leaves_unless_somebody_stands_before_it {
        leaves("就在[Lindqvist]person辞职的同一天，[云岫智能]company发布了新品。");
        leaves("[Pieter Kessler]person[昨日|2025-03-09]date在[Axle]company辞职。");
    }
    a_kind_of_firm_is_no_employer {
        leaves("一家互联网公司的[CEO]former_role[丁鹤亭]person离职。");
        leaves("上市公司[董事长]former_role[丁鹤亭]person离职。");
        leaves("根据《上市公司独立董事规则》，[云杉科技]company[独立董事]former_role[丁鹤亭]person[任期届满]reason后离任。");
    }
    the_trade_in_front_of_a_department_belongs_to_its_head {
        leaves("[云岫科技]company[语音团队负责人]former_role[丁鹤亭]person离职。");
        leaves("[苹果]company[大模型负责人]former_role[丁鹤亭]person离职。");
        leaves("[泓川数据]company[CEO]former_role[丁鹤亭]person离职。");
    }
    a_new_firm_acts_before_its_founder_does {
        leaves("[归帆物流]company完成控制权转让，[创始人]former_role[丁鹤亭]person随之离职。");
    }

    a_reason_may_be_led_up_to_or_stand_as_a_purpose_in_front {
        leaves("[丁鹤亭]person离开[云岫科技]company，很大程度上就是因为[与管理层存在分歧]reason。");
        leaves("为[履行和解协议的要求]reason，[云岫科技]company[CTO]former_role[丁鹤亭]person辞职。");
        leaves("受[架构调整]reason影响，[云岫科技]company[CTO]former_role[丁鹤亭]person离职。");
        leaves("[云岫科技]company[CTO]former_role[丁鹤亭]person因[涉嫌泄密]reason遭解雇。");
        leaves("[云岫科技]company[CTO]former_role[丁鹤亭]person在[与CEO发生争执]reason后离职。");
    }
    what_somebody_turns_to_or_founds_may_have_a_new_name {
        leaves("[云岫科技]company[CTO]former_role[丁鹤亭]person宣布离职，转而追求[去中心化存储]destination。");
        leaves("[云岫科技]company[CTO]former_role[丁鹤亭]person离职并创立新公司[众擎]destination。");
    }

    one_of_those_who_were_dismissed_is_named {
        leaves("[云岫科技]company[工程师]former_role[丁鹤亭]person是被解雇的员工之一。");
        leaves("在临江被解雇并因抗议而被捕的[云岫科技]company[工程师]former_role[丁鹤亭]person说，他失去了权限。");
        nobody_leaves("云岫科技工程师丁鹤亭是被解雇的员工的上司。");
    }
    what_one_has_founded_may_be_left {
        leaves("[丁鹤亭]person离开了他一手创办的[云岫科技]company。");
        leaves("[丁鹤亭]person离开了自己创办的[栖木]company。");
    }
    where_the_successor_goes_may_be_what_is_left {
        leaves("[2024年9月|2024-09]date，在[云岫科技]company担任了8年[CEO]former_role的[丁鹤亭]person退休，由[韩松年]successor出任云岫科技CEO。");
    }
    what_is_called_for_has_not_come_about {
        is_only(Status::Hypothetical, "丁鹤亭", "云岫科技CEO丁鹤亭很生气，股东呼吁他辞职或被弹劾。");
    }

    relatives_and_pupils_are_others {
        nobody_leaves("云岫科技CEO许之恒又一弟子离职。");
        nobody_leaves("云岫科技许之恒的妻子离职。");
        leaves("[云岫科技]company[副总裁]former_role[许之恒]person等3人离职。");
    }
    a_firm_parts_from_somebody_or_is_bidden_farewell {
        leaves("[石桥足球俱乐部]company与[主教练]former_role[谭川]person提前解约。");
        leaves("[许之恒]person[昨日|2025-03-09]date发文告别[云岫科技]company。");
        leaves("因[违反公司价值观]reason，[许之恒]person被[云岫科技]company除名。");
        leaves("[许之恒]person离职[云岫科技]company，加入[学术界]destination。");
        nobody_leaves("许之恒告别微信。");
    }
    the_team_left_may_stand_behind_from {
        leaves("[石桥队]company[主帅]former_role[谭川]person已经从球队辞职。");
    }
    who_assists_somebody_dismissed_is_dismissed_too {
        each_leaves(&[
            "[云岫科技]company解雇了[主编]former_role[埃洛迪·法瓦尔]person及其副手Luc Tessier。",
            "[云岫科技]company解雇了主编埃洛迪·法瓦尔及其副手[Luc Tessier]person。",
        ]);
    }

    who_heads_a_firm_leaves_it_for_another_but_not_for_a_seat {
        leaves("[众擎集团]destination聘请了[云岫科技]company的[首席执行官]former_role[丁鹤亭]person，并投资两亿元。");
        nobody_leaves("众擎集团聘请云岫科技首席执行官丁鹤亭为顾问。");
        nobody_leaves("众擎集团任命云岫科技首席执行官丁鹤亭为董事。");
    }
    newcomers_may_be_named_in_the_next_paragraph {
        leaves("更有11名科学家选择加入[众擎集团]destination。\n\n例如，来自[云岫科技]company的[丁鹤亭]person，他在核心项目上做出了贡献。");
        nobody_leaves("众擎集团举办了一场发布会。\n\n例如，来自云岫科技的丁鹤亭，他在核心项目上做出了贡献。");
    }

    an_office_of_a_place_may_stand_behind_the_verb {
        leaves("[韩松年]person不再担任[杭州]company[市长]former_role。");
        leaves("[韩松年]person辞去[浙江省]company[副省长]former_role职务。");
        leaves("[韩松年]person卸任[杭州]company[市委书记]former_role。");
        leaves("[杭州]company[市委书记]former_role[韩松年]person调任[浙江省]destination[副省长]destination_role。");
    }
    who_has_not_been_dismissed_by_the_firm_stays {
        is_only(Status::Negated, "韩松年", "CEO韩松年仍未被云岫科技解雇。");
    }

    the_office_shares_a_character_with_the_authority {
        leaves("[临江市公安|临江市公安局]company[局长]former_role[丁鹤亭]person被免职。");
    }
    whose_the_pronoun_before_the_post_is {
        leaves("[栖木汽车]company公告称业绩下滑。其[联合创始人]former_role[丁鹤亭]person先后离职。");
        leaves("韩松年掌管众擎集团。[栖木汽车]company公告称业绩下滑，其[首席执行官]former_role[丁鹤亭]person离职。");
    }
    the_only_firm_of_the_sentence_is_left {
        leaves("[首席科学家]former_role[丁鹤亭]person的突然离职，都指向了[栖木汽车]company内部的问题。");
    }
    people_among_others_are_taken_into_the_fold {
        leaves("[众擎集团]destination把[栖木汽车]company[创始人]former_role[丁鹤亭]person等改变格局的人物收入麾下。");
    }
    some_of_those_who_left_are_examples {
        leaves("这些离职高管多集中在应用领域，例如前[栖木汽车]company[首席运营官]former_role[丁鹤亭]person。");
    }
    two_places_joined_by_a_hyphen_are_no_name {
        nobody_leaves("一名工程师因悼念以色列-巴勒斯坦冲突而被解雇。");
    }

    a_country_that_may_begin_a_title_is_the_employer_of_its_minister {
        leaves("[韩国]company[外交部长]former_role[丁鹤亭]person辞职。");
        leaves("[云岫科技]company[韩国区总裁]former_role[丁鹤亭]person离职。");
    }
    an_association_of_another_country_is_not_ours {
        leaves("[叙利亚足协]company[主席]former_role[丁鹤亭]person辞职。");
    }

    who_comes_to_do_something_has_not_left {
        nobody_leaves("众擎集团聘请蓝鲸集团创始人尹川授课。");
        nobody_leaves("众擎集团聘请蓝鲸集团CEO尹川，为公司提供咨询。");
        nobody_leaves("众擎集团吸纳蓝鲸集团董事长尹川为理事会成员。");
        nobody_leaves("众擎集团吸纳蓝鲸集团董事长尹川入股。");
        nobody_leaves("众擎集团招募蓝鲸集团副总裁尹川担任志愿者。");
        nobody_leaves("众擎集团网罗了蓝鲸集团总裁尹川等人的投资。");
        nobody_leaves("众擎集团迎来蓝鲸集团前总裁尹川一行参观考察。");
        nobody_leaves("众擎集团请来蓝鲸集团CEO尹川加盟综艺节目。");
        nobody_leaves("展会吸引了前蓝鲸集团总裁尹川、前青屏集团总裁陆宛秋等嘉宾。");
        nobody_leaves("众擎集团引入前青屏集团总裁尹川创办的基金作为股东。");
    }
    a_list_below_a_colon_may_be_one_of_guests {
        nobody_leaves("蓝鲸集团多名高管离职。以下为参会嘉宾：\n\n尹川：众擎集团总裁\n\n陆宛秋：栖木汽车总监");
        nobody_leaves("众擎集团任命了新一届董事会，成员如下：\n\n尹川：众擎集团总裁\n\n陆宛秋：青屏集团总监");
        nobody_leaves("多位员工被裁，律师给出建议：\n\n尹川：众擎集团总裁\n\n陆宛秋：青屏集团总监");
    }
    where_somebody_is_lured_to_stands_behind_the_verb {
        leaves("[蓝鲸集团]company[副总裁]former_role[尹川]person被挖到[众擎集团]destination任[总裁]destination_role。");
    }
    what_one_firm_does_to_another_is_no_name {
        leaves("[众擎集团]company收购青屏集团后，其[首席执行官]former_role[丁鹤亭]person辞职。");
    }
    those_taken_on_may_be_listed_below {
        each_leaves(&[
            "[众擎集团]destination总裁韩松年宣布，他们从蓝鲸集团和青屏集团挖来了四位技术专家：\n\n[尹川]person：[蓝鲸集团]company前[副总裁]former_role，擅长硬件。\n\n陆宛秋：青屏集团工程师",
            "[众擎集团]destination总裁韩松年宣布，他们从蓝鲸集团和青屏集团挖来了四位技术专家：\n\n尹川：蓝鲸集团前副总裁，擅长硬件。\n\n[陆宛秋]person：[青屏集团]company[工程师]former_role",
        ]);
    }
    what_nearly_happened_did_not {
        is_only(Status::Negated, "尹川", "蓝鲸集团副总裁尹川险些被云岫集团解雇。");
    }
    who_helps_those_dismissed_is_not_one_of_them {
        nobody_leaves("丁鹤亭是帮助被解雇员工的律师之一。");
        leaves("[丁鹤亭]person是被[云岫集团]company解雇的高管之一。");
    }
    the_pronoun_stands_for_the_subject_not_for_the_firm_beside_it {
        leaves("[青屏集团]company向众擎集团出售业务，其[CFO]former_role[丁鹤亭]person辞职。");
    }
    an_office_that_is_taken_away_tells_its_place {
        leaves("免去[丁鹤亭]person的[杭州市]company[副市长]former_role职务。");
        leaves("[丁鹤亭]person被免去[蓝鲸集团]company[总裁]former_role职务。");
    }

    a_post_that_passes_on_is_lost_where_it_is_and_not_where_the_person_works {
        leaves("[青梧集团]company变更工商信息，[法定代表人]former_role由众擎集团总裁[孟祥川]person变更为[朱越]successor。");
        leaves("[青梧集团]company[总裁]former_role一职由[朱越]successor接替[孟祥川]person担任。");
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person被[朱越]successor取代。");
        nobody_leaves("青梧集团的实际控制人由孟祥川变更为朱越。");
    }
    a_contract_ends_for_good_only_where_it_is_the_persons_own_and_not_renewed {
        leaves("[青梧集团]company[首席设计师]former_role[孟祥川]person[合约期满]reason，不再续签。");
        leaves("[青梧集团]company[首席设计师]former_role[孟祥川]person的[聘期届满]reason，公司决定不再续聘。");
        nobody_leaves("青梧集团总裁孟祥川的供货合同到期后不再续签。");
        nobody_leaves("青梧集团总裁孟祥川任期届满后获得连任。");
    }
    who_is_sent_elsewhere_leaves_the_post_but_things_are_moved_too {
        leaves("[青梧集团]company[华北区总裁]former_role[孟祥川]person调回总部。");
        leaves("[孟祥川]person由[青梧集团]company[财务总监]former_role转任[审计总监]destination_role。");
        nobody_leaves("青梧集团总裁孟祥川把资金调回总部。");
        nobody_leaves("青梧集团总裁孟祥川转赴上海考察公司。");
        nobody_leaves("青梧集团总裁孟祥川将会议调至周五。");
    }
    two_who_change_places_leave_their_posts {
        each_leaves(&[
            "[青梧集团]company[财务总监]former_role[孟祥川]person与人力总监朱越互换岗位。",
            "[青梧集团]company财务总监孟祥川与[人力总监]former_role[朱越]person互换岗位。",
        ]);
    }
    a_list_names_those_who_left_or_came {
        each_leaves(&[
            "近日离职的高管有：[孟祥川]person，[青梧集团]company[总经理]former_role；朱越，众擎集团总会计师。",
            "近日离职的高管有：孟祥川，青梧集团总经理；[朱越]person，[众擎集团]company[总会计师]former_role。",
        ]);
        each_leaves(&[
            "新任独立董事共两人：[孟祥川]person（原[青梧集团]company[总经理]former_role）、朱越（原蓝鲸集团总会计师）。",
            "新任独立董事共两人：孟祥川（原青梧集团总经理）、[朱越]person（原[蓝鲸集团]company[总会计师]former_role）。",
        ]);
        nobody_leaves("参会的高管有：孟祥川，原青梧集团总经理；朱越，原众擎集团总会计师。");
    }
    the_predecessor_held_the_post_named_before {
        leaves("[青梧集团]company[总裁]former_role朱越的前任[孟祥川]person已经退休。");
        leaves("[青梧集团]company[董秘]former_role一职空了三周，由财务总监朱越代行。前任[孟祥川]person已经退休。");
        nobody_leaves("青梧集团总裁朱越与前任孟祥川同台亮相。");
    }
    the_dead_held_an_office_and_are_named {
        leaves("[岭南汽车]company[首席科学家]former_role[葛长庚]person教授因病医治无效，在杭州[辞世]reason。");
        nobody_leaves("岭南汽车总裁葛长庚悼念殉职的消防员。");
        nobody_leaves("岭南汽车总裁葛长庚的妻子在车祸中身亡。");
        nobody_leaves("据青梧集团，歌手葛长庚坠机身亡。");
    }
    what_has_a_subject_of_its_own_is_not_said_of_the_speaker {
        nobody_leaves("青梧集团总裁孟祥川表示，产品已退居后台。");
    }
    all_posts_of_somebody_named_before_are_lost {
        leaves("[青梧集团]company[总裁]former_role[孟祥川]person[被带走]reason，董事会随即免去其全部职务。");
    }

    // A neighbour in a list, a house of somebody else.
    who_came_before_is_not_of_the_house_of_those_taken_now {
        leaves("[众擎集团]destination从[青梧集团]company挖走了[研究员]former_role[许之恒]person，以及去年加入的谭川、朱越。");
        leaves("[众擎集团]destination已招募了来自青梧集团等公司的人才，如[青梧集团]company[研究员]former_role[许之恒]person，以及此前加入的谭川、朱越。");
        each_leaves(&[
            "[众擎集团]destination从[青梧集团]company挖走了[研究员]former_role[许之恒]person和负责设计的谭川。",
            "[众擎集团]destination从[青梧集团]company挖走了研究员许之恒和负责设计的[谭川]person。",
        ]);
    }
    a_post_is_not_handed_on_over_a_clause {
        each_leaves(&[
            "[青梧集团]company[总监]former_role[陆宛秋]person，以及负责运营的谭川、朱越离职。",
            "[青梧集团]company总监陆宛秋，以及负责运营的[谭川]person、朱越离职。",
            "[青梧集团]company总监陆宛秋，以及负责运营的谭川、[朱越]person离职。",
        ]);
    }
    a_house_that_somebody_was_in_earlier_is_not_left_now {
        each_leaves(&[
            "[青梧集团]company近来动荡。目前已有三位高管离职，包括[陆宛秋]person和谭川，二人均是蓝鲸汽车时期的旧部。",
            "[青梧集团]company近来动荡。目前已有三位高管离职，包括陆宛秋和[谭川]person，二人均是蓝鲸汽车时期的旧部。",
        ]);
    }
    the_post_of_a_former_house_is_not_lost_at_this_one {
        leaves("前蓝鲸汽车总监[谭川]person被调离[青梧集团]company核心岗位。");
        leaves("前[总裁]former_role[谭川]person离开[青梧集团]company。");
    }
    whoever_speaks_for_a_house_tells_it {
        leaves("[青梧集团]company总裁孟祥川表示，[谭川]person已经离职。");
    }
    where_somebody_has_been_since_some_year_is_left {
        leaves("[谭川]person2021年出任[青梧集团]company[总裁]former_role，[上周|2025-03]date辞职。");
        leaves("[谭川]person2020年加入[青梧集团]company，担任[首席科学家]former_role，[上月|2025-02]date离职。");
        nobody_leaves("谭川今年出任众擎集团总裁，他离开了原公司。");
    }

    // Somebody in a sentence about others' leaving.
    leaving_may_be_the_means_of_something_else {
        nobody_leaves("青梧集团总裁谭川表示，通过自愿退休和离职计划，公司已完成裁员目标的一半。");
        leaves("[青梧集团]company[总裁]former_role[谭川]person表示，通过考核，他已离职。");
    }
    whoever_dismisses_does_not_leave {
        is_only(Status::Negated, "谭川", "谭川仍未被青梧董事会解雇。");
        nobody_leaves("陆宛秋最终被创始人谭川请走。回归的条件是罢免开除他的董事会成员。");
    }

    // What happened long ago.
    a_story_of_former_times_is_history {
        is_only(Status::Historical, "谭川", "想当年，谭川可是从蓝鲸汽车跳槽到青梧集团的。");
        is_only(Status::Historical, "谭川", "谭川曾当过电工，后来被青梧集团辞退。");
        is_only(Status::Historical, "谭川", "婚后，谭川辞去工作，开始创业。");
        is_only(Status::Historical, "谭川", "2023年9月，谭川离开青梧集团。");
        is_only(Status::Completed, "谭川", "上个月，青梧集团总裁谭川与董事会争执，后来他离开了公司。");
    }
    a_time_that_has_not_come_is_no_departure {
        is_only(Status::Hypothetical, "谭川", "当总裁谭川退休后，青梧集团将如何安排设计团队？");
        is_only(Status::Completed, "谭川", "总裁谭川退休后，青梧集团将重组设计团队。");
    }
    people_that_were_counted_are_named_later {
        leaves("[众擎集团]destination从[青梧集团]company挖走三位研究员。被众擎集团挖走的[研究员]former_role包括[谭川]person。");
    }
    who_is_back_has_not_left {
        is_only(Status::Historical, "谭川", "去年11月，青梧集团总裁谭川在短暂离职后重归青梧集团。");
        is_only(Status::Completed, "谭川", "去年11月，青梧集团总裁谭川离职后加盟蓝鲸汽车。");
    }
    only_what_is_said_of_the_departure_makes_a_rumour {
        is_only(Status::Completed, "谭川", "谭川因被指疑似泄密而被青梧集团开除。");
        is_only(Status::Rumoured, "谭川", "青梧集团产品负责人谭川被爆离职。");
        is_only(Status::Completed, "谭川", "青梧集团两名高管离职或转岗，例如前总裁谭川。");
    }

    // Days of something else.
    a_deadline_is_not_the_day {
        leaves("[青梧集团]company须在3月8日前撤换董事会。[董事]former_role[谭川]person提交书面辞职报告。");
    }
    a_period_is_not_the_day {
        leaves("2月14日至3月6日期间，[青梧集团]company[董事]former_role[谭川]person辞去职务。");
    }
    the_day_of_a_report_is_not_that_of_what_came_before {
        leaves("3月4日消息，在宣布[总裁]former_role[谭川]person退休后，[青梧集团]company开始评估人选。");
        is_only(Status::Historical, "谭川", "3月4日，委员会发布报告。此前，青梧集团研究员谭川辞职。");
        leaves("[谭川]person是自去年11月的风波之后离开[青梧集团]company的最新高管。");
    }
    the_day_of_a_meeting_to_come_is_not_that_of_what_has_happened {
        leaves("[青梧集团]company将于4月15日召开股东会，[总裁]former_role[谭川]person已辞职。");
        is_only(Status::Announced, "谭川", "青梧集团将于3月20日召开董事会，总裁谭川将在会上辞职。");
    }
    what_has_happened_is_not_ahead {
        leaves("前[青梧集团]company[总监]former_role[谭川]person于[今年10月|2025]date加入[众擎集团]destination。");
    }
    the_nearest_notice_tells_the_day {
        leaves("3月1日，部长宣布和解。为此，[3月6日晚间|2025-03-06]date，[青梧集团]company发布公告称，公司选举新董事。而青梧集团原五名[董事]former_role——[谭川]person等人提交书面辞职报告。");
    }
    the_day_on_which_somebody_else_came_is_not_the_day {
        each_leaves(&[
            "[2月21日|2025-02-21]date，原[蓝鲸集团]company[副总裁]former_role[吴辉山]person加入[青梧集团]destination，李航远向他汇报，现在李航远已经退休。",
            "2月21日，原[蓝鲸集团]company副总裁吴辉山加入青梧集团，[李航远]person向他汇报，现在李航远已经退休。",
        ]);
    }

    // Where to, and why.
    the_firm_founded_says_more_than_that_somebody_founds_one {
        leaves("[青梧集团]company[总裁]former_role[谭川]person离职，另起炉灶，创立了[云岫智能]destination。");
        leaves("[青梧集团]company[总裁]former_role[谭川]person离职，[另起炉灶]destination。");
    }
    the_subject_is_what_its_founders_founded {
        leaves("[众擎集团]destination成立于[去年|2024]date，由前[青梧集团]company[总监]former_role[谭川]person共同创立。");
        nobody_leaves("该公司由前青梧集团总监谭川共同创立。");
    }
    what_some_of_them_do_is_not_said_of_each {
        each_leaves(&[
            "[青梧集团]company两位高管离职，包括[谭川]person和陆宛秋。他们中的一些人选择加入蓝鲸汽车。",
            "[青梧集团]company两位高管离职，包括谭川和[陆宛秋]person。他们中的一些人选择加入蓝鲸汽车。",
        ]);
    }
    who_takes_somebody_may_stand_in_a_clause_before_a_kind_of_firm {
        leaves("[众擎集团]destination已向初创公司[蓝鲸汽车]company注资，并聘请其[CEO]former_role [Alan Wang]person 来领导新团队。");
    }
    a_sentence_that_goes_on_from_another_has_its_reason_there {
        leaves("谭川[对公司内斗感到沮丧]reason。于是，[今年2月|2025-02]date，[谭川]person离开了[青梧集团]company。");
    }
    who_has_thought_something_up_has_no_post {
        leaves("[青梧集团]company算法发明者[谭川]person离职。");
    }

    a_return_is_no_departure {
        nobody_leaves("时隔四年，温以宁重返云岫科技，出任首席执行官。");
    }
}

#[test]
fn in_a_long_paragraph_the_house_named_last_counts() {
    let filler = "行情波动不大。".repeat(8);
    let text =
        format!("蓝鲸汽车放弃投资。{filler}青梧集团人手不足。青梧集团正在招聘。谭川上周辞职。");
    let told = common::told(&text);
    assert_eq!(told[0].company.as_deref(), Some("青梧集团"));
}

#[test]
fn whoever_comments_is_of_another_house() {
    let told = common::told("蓝鲸证券分析师孟祥川表示，谭川离职影响有限。");
    assert_eq!(told[0].person, "谭川");
    assert_eq!(told[0].company, None);
}

#[test]
fn a_record_without_an_employer_is_not_confident() {
    let confidence = |text: &str| common::told(text)[0].confidence;
    assert!(confidence("栖木汽车总裁卢森川辞职。") >= 0.9);
    assert!(confidence("总裁卢森川辞职。卢森川已离职。") < 0.7);
}

#[test]
fn posts_at_two_employers_are_two_departures() {
    let post = |company: &str, role: &str| (Some(company.to_string()), vec![role.to_string()]);
    let told = |text: &str| -> Vec<_> {
        let found = common::told(text).into_iter();
        found.map(|r| (r.company, r.former_role)).collect()
    };
    let two = [post("砾川银行", "行长"), post("沧浪信托", "董事长")];
    assert_eq!(
        told("砾川银行行长、沧浪信托董事长纪怀瑾辞去上述职务。"),
        two
    );
    assert_eq!(told("纪怀瑾辞去砾川银行行长、沧浪信托董事长职务。"), two);
}

#[test]
fn a_pronoun_stands_for_the_one_who_is_dismissed() {
    leaves("[栖木汽车]company[副总裁]former_role[卢森川]person[泄露机密]reason，公司将其解雇。");
    nobody_leaves("栖木汽车总裁卢森川将其解雇的员工请回。");
}

#[test]
fn a_list_of_dismissals_names_one_after_another() {
    let told = |text: &str| -> Vec<_> {
        let found = common::told(text).into_iter();
        found
            .map(|r| (r.person, r.former_role.join("、")))
            .collect()
    };
    let two = [
        ("卢森川".to_string(), "局长".to_string()),
        ("纪怀瑾".to_string(), "主任".to_string()),
    ];
    let list =
        "经研究，决定免去：\n卢森川的市财政局局长职务；\n纪怀瑾（女）的市教育委员会主任职务。\n";
    let appointed = "决定任命：\n温以宁为市财政局局长。\n";
    assert_eq!(told(&format!("{list}{appointed}")), two);
    let taken = "决定任命：\n卢森川的市财政局局长职务。\n";
    assert_eq!(told(taken), []);
}

#[test]
fn many_posts_of_a_dismissed_judge_are_all_lost() {
    leaves(
        "免去[卢森川]person的[江苏省高级人民法院]company[刑事审判第二庭庭长]former_role、[审判员]former_role职务。",
    );
}

#[test]
fn who_has_just_been_taken_on_can_be_dismissed() {
    leaves("[白鹭足球俱乐部]company裁掉了刚刚签下的[前锋]former_role[卢森川]person。");
}

#[test]
fn a_successor_is_not_given_the_lost_post_at_the_destination() {
    leaves("[众擎集团]destination的继任者是[青石大学]company的[研究员]former_role[卢森川]person。");
}

#[test]
fn the_firm_of_a_notice_is_the_employer_of_everybody_in_it() {
    leaves(
        "[临岳重工股份有限公司]company第五届董事会第二次会议决议公告\n\n1、会议召开情况\n\n2、会议审议情况\n\n[孟祥川]person先生辞去公司[总经理]former_role职务。\n\n3、备查文件",
    );
    leaves(
        "关于高管辞职的公告\n\n证券代码：600998 证券简称：[临岳重工]company 公告编号：2025-01\n\n公司董事会收到[孟祥川]person先生的辞呈，其申请辞去公司[总经理]former_role职务。",
    );
}

#[test]
fn a_name_keeps_its_first_syllable_and_loses_the_words_in_front() {
    leaves("[同澜人寿]company[总经理]former_role[孟祥川]person[到龄|到龄]reason退休。");
    leaves("[因岚科技]company宣布，[副总裁]former_role[孟祥川]person辞职。");
    leaves("[瑞澜和基金]company公告称，[总经理]former_role[孟祥川]person离任。");
    leaves("智驾方案商[澜屿智行]company[CTO]former_role[孟祥川]person离职。");
    leaves("动力电池供应商[衡屿锂电]company[副总裁]former_role[孟祥川]person离职。");
    leaves("连锁咖啡品牌[澜杯咖啡]company[CEO]former_role[孟祥川]person离职。");
    leaves("[岚屿电子]company公告称，[副总经理]former_role[孟祥川]person辞职。");
}

#[test]
fn who_asks_for_a_dismissal_or_brings_the_successor_is_not_the_employer() {
    leaves(
        "[临岳重工]company公告称，收到股东汇岚投资的函件，汇岚投资提请罢免[孟祥川]person公司[董事长]former_role职务。[|planned]status",
    );
    leaves(
        "[土耳其央行]company[行长]former_role[孟祥川]person被免职，由财政部副部长[朱越]successor接任。",
    );
    leaves(
        "据岚州市国资委网站消息，[岚州城投集团]company召开会议，免去[孟祥川]person[集团董事长]former_role职务。",
    );
}

#[test]
fn a_word_for_the_firm_stands_for_the_one_that_acts_before_it() {
    leaves(
        "[临岳银行]company（601999）高层再有变动。据了解，该行[财富管理主管]former_role[孟祥川]person已请辞。",
    );
    leaves(
        "[临岳重工]company（601998）召开董事会，选举朱越为董事长。[孟祥川]person不再兼任公司[总经理]former_role。",
    );
}

#[test]
fn houses_of_other_kinds_are_employers() {
    leaves("[临岳博物院]company原[院长]former_role[孟祥川]person退休。");
    leaves("[中国科学院岚屿生态研究所]company[所长]former_role[孟祥川]person卸任。");
    leaves("[中科院岚屿所]company[副所长]former_role[孟祥川]person卸任。");
    leaves("[青屏集团]company宣布，[音乐集团总裁]former_role[孟祥川]person卸任。");
    leaves("[智利央行]company行长孟祥川的任期未满，央行[副行长]former_role[朱越]person已经辞职。");
}

#[test]
fn the_death_of_somebody_near_is_not_one_s_own() {
    nobody_leaves("岭南汽车总裁朱越的恩师昨日离世。");
    nobody_leaves("岭南汽车总裁朱越说，恩师离世让他很难过。");
    nobody_leaves("他人离世后，青梧集团总裁孟祥川接手了公益基金。");
    leaves("[岭南汽车]company[总裁]former_role[朱越]person因[心脏病]reason去世。");
}

#[test]
fn what_a_verb_of_leaving_only_describes_leaves() {
    nobody_leaves("青梧集团总裁孟祥川谈到了被踢出局的对手。");
    nobody_leaves("青梧集团董事长孟祥川向往告老还乡的生活。");
    nobody_leaves("青梧集团董事长孟祥川说，隐退并不可怕。");
    leaves("[青梧集团]company[董事长]former_role[孟祥川]person宣布隐退。");
}

#[test]
fn who_is_beaten_or_substituted_in_a_match_keeps_the_post() {
    nobody_leaves("石桥足球俱乐部主教练谭川率队首轮出局。");
    nobody_leaves("石桥足球俱乐部前锋谭川下半场被朱越取代。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person[昨日|2025-03-09]date出局。");
}

#[test]
fn a_contract_with_a_supplier_is_none_of_the_speaker_s() {
    nobody_leaves("青梧集团总裁孟祥川表示，与供应商的合约期满后不再续约。");
    leaves(
        "[长岭集团]company[总经理]former_role[葛长庚]person与公司的[合约期满]reason后未获续聘。",
    );
}

#[test]
fn what_a_web_site_no_longer_shows_is_a_rumour() {
    is_only(
        Status::Rumoured,
        "孟祥川",
        "青梧集团官网已撤下总裁孟祥川的照片。",
    );
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person已离职，官网已撤下其照片。");
}

#[test]
fn where_relatives_go_nobody_else_goes() {
    nobody_leaves("青梧集团总裁孟祥川的妻子加盟云岫智能任副总裁。");
    nobody_leaves("岭南汽车副总裁朱越感谢加入云岫智能的同学。");
    leaves(
        "[岭南汽车]company[副总裁]former_role[朱越]person离职，前往临江大学任教的妻子很支持他。",
    );
    leaves("[岭南汽车]company[副总裁]former_role[朱越]person离职，其弟加盟云岫智能。");
    leaves(
        "[岭南汽车]company[副总裁]former_role[朱越]person离职，与妻子加入[云岫智能]destination。",
    );
}

#[test]
fn the_house_of_a_successor_is_not_left_by_the_predecessor() {
    each_leaves(&[
        "接替[孟祥川]person的是来自云岫智能的朱越。",
        "接替孟祥川的是来自[云岫智能]company的[朱越]person。",
    ]);
}

#[test]
fn an_office_of_a_town_is_not_that_of_the_country() {
    leaves("[临川市卫健委]company[主任]former_role[孟祥川]person被免职。");
    leaves("[临川市国资委]company[主任]former_role[孟祥川]person离任。");
    leaves("[卫健委|国家卫生健康委员会]company[副主任]former_role[孟祥川]person离任。");
}

#[test]
fn removed_from_whatever_post_it_is() {
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person[涉嫌受贿]reason，公司决定解除其职务。",
    );
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person已被董事会解除职务。");
}

#[test]
fn whoever_accepts_an_offer_is_still_the_subject() {
    leaves("[研究员]former_role[陆远舟]person接受了临江大学的聘书，告别[青梧集团]company。");
}

#[test]
fn the_last_character_of_a_name_may_be_glued_to_the_next_word() {
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person离任，公司任命[陈立群]successor为总裁。",
    );
    leaves("免去[张立人]person[总裁]former_role职务。");
}

#[test]
fn posts_lost_months_apart_are_lost_on_two_occasions() {
    let found = common::told("2024年8月，孟祥川卸任青梧集团CEO。2025年1月，他又辞去董事长职务。");
    assert_eq!(found.len(), 2);
    let found = common::told("去年11月，青梧集团总裁孟祥川离职。今年2月，云岫智能宣布孟祥川离职。");
    assert_eq!(found.len(), 2);
}

#[test]
fn who_has_a_clause_of_their_own_is_not_told_of_in_that_of_another() {
    nobody_leaves("前蓝鲸汽车副总裁李力行出席论坛，朱越正式加入众擎科技。");
    nobody_leaves("蓝鲸汽车副总裁李力行表示，公司将加入众擎集团发起的联盟。");
    nobody_leaves("蓝鲸汽车副总裁李力行出席发布会，朱越日前入职众擎科技。");
    nobody_leaves("青梧集团总裁孟祥川谈到自己的位置，随后把奖杯交给朱越。");
    leaves(
        "前[蓝鲸汽车]company[副总裁]former_role[李力行]person，已正式加入[众擎科技]destination。",
    );
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person宣布，将把接力棒交给[朱越]successor。");
}

#[test]
fn a_time_that_lies_ahead_makes_an_announcement() {
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person[下月|2025-04]date离职。[|announced]status",
    );
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person[明年|2026]date退休。[|announced]status",
    );
}

#[test]
fn what_is_called_baseless_or_only_threatened_is_no_departure() {
    is_only(
        Status::Denied,
        "孟祥川",
        "岷江集团回应称，孟祥川目前在岗，所谓跳槽系误传。",
    );
    is_only(
        Status::Hypothetical,
        "孟祥川",
        "青梧集团总裁孟祥川扬言辞职。",
    );
    is_only(
        Status::Negated,
        "孟祥川",
        "再高的薪水也无法让青梧集团总裁孟祥川离开。",
    );
}

#[test]
fn nobody_goes_anywhere_by_dying_and_a_tutor_holds_no_office() {
    nobody_leaves("毕业时导师孟祥川不幸离世，朱越加入云岫智能。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person[病逝|病逝]reason，其女加盟云岫智能。");
}

#[test]
fn a_rare_last_character_belongs_to_the_name() {
    leaves("[首席财务官]former_role[褚方遒]person在[上周|2025-03]date交了辞呈。");
    leaves("从[青梧集团]company离职的[贾立清]person也会出席。");
}

#[test]
fn a_list_in_a_sentence_tells_where_each_goes() {
    each_leaves(&[
        "离职的两人是[孟祥川]person（原[青梧集团]company[总裁]former_role，加盟[云岫智能]destination）和朱越（原岭南汽车副总裁，出任众擎科技CEO）。",
        "离职的两人是孟祥川（原青梧集团总裁，加盟云岫智能）和[朱越]person（原[岭南汽车]company[副总裁]former_role，出任[众擎科技]destination[CEO]destination_role）。",
    ]);
    each_leaves(&[
        "[蓝鲸集团]destination新加盟的两人是[孟祥川]person（原[青梧集团]company的[总裁]former_role）和朱越（原岭南汽车的副总裁）。",
        "[蓝鲸集团]destination新加盟的两人是孟祥川（原青梧集团的总裁）和[朱越]person（原[岭南汽车]company的[副总裁]former_role）。",
    ]);
}

#[test]
fn an_abbreviation_is_a_firm_before_its_head_and_no_surname_behind_a_mark() {
    leaves(
        "[陆宛秋]successor接替了[LMNR]company[首席执行官]former_role[Guy Harland]person，后者决定辞职。",
    );
    leaves("一半是林川·AI栏目，[云岫科技]company[总监]former_role[尹川]person离职。");
}

#[test]
fn what_a_foreigner_is_called_without_the_mark_is_no_firm() {
    leaves(
        "琳达科斯诺：暂不找人\n\n[首席技术官]former_role[琳达·科斯诺]person离开了[云岫科技]company。",
    );
}

#[test]
fn a_name_ends_before_a_noun_that_looks_like_one() {
    leaves("[埃隆·科斯诺]person敬礼后被[云岫科技]company解雇。");
}

#[test]
fn a_reason_stands_in_the_course_of_which_somebody_leaves_or_in_the_quotation_behind() {
    leaves("[青梧集团]company[总监]former_role[孟祥川]person在[新一轮裁员]reason中离开。");
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person将于[今年12月31日|2025-12-31]date[合约到期]reason后离开公司。[|announced]status",
    );
    leaves(
        "[朱越]successor接替[任期届满]reason的[孟祥川]person出任[青梧集团]company[总裁]former_role。",
    );
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person因[在演讲中失言]reason引咎辞职。");
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person宣布离开，“入行多年，[想多陪陪家人]reason”。",
    );
    each_leaves(&[
        "因[公司取消监事会]reason，[孟祥川]person、朱越不再担任[青梧集团]company[监事]former_role。",
        "因[公司取消监事会]reason，孟祥川、[朱越]person不再担任[青梧集团]company[监事]former_role。",
    ]);
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person辞职，称“[想给自己放个长假]reason”。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person离任，寻求[个人发展]reason。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person在谈判中离席，随后离职。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person辞职，“公司会越来越好”。");
}

#[test]
fn a_dismissal_goes_on_with_the_next_post() {
    leaves(
        "免去[孟祥川]person的[临江市财政局]company[局长]former_role职务，任命其为[临江市商务局]destination[局长]destination_role；",
    );
    leaves(
        "免去[孟祥川]person的[临江市财政局]company[局长]former_role职务，任命[朱越]successor为临江市财政局局长；",
    );
}

#[test]
fn two_who_are_removed_have_a_post_each() {
    each_leaves(&[
        "[青梧集团]company解除了[财务总监]former_role[孟祥川]person和总经理朱越的职务。",
        "[青梧集团]company解除了财务总监孟祥川和[总经理]former_role[朱越]person的职务。",
    ]);
}

#[test]
fn what_the_house_confirms_is_no_rumour() {
    leaves("网传[青梧集团]company[总裁]former_role[孟祥川]person离职，公司回应称情况属实。");
    leaves(
        "网传[青梧集团]company[总裁]former_role[孟祥川]person被辞退，公司3月8日回应称，其因[家庭原因]reason已于[2月|2025-02]date离职。",
    );
    is_only(
        Status::Rumoured,
        "孟祥川",
        "网传青梧集团总裁孟祥川离职，公司回应称不予置评。",
    );
    is_only(
        Status::Denied,
        "孟祥川",
        "网传青梧集团总裁孟祥川离职，公司回应称消息不实。",
    );
}

#[test]
fn a_day_with_a_clause_to_itself_is_that_of_all() {
    leaves(
        "[青梧集团]company[公司秘书]former_role[孟祥川]person辞任，[朱越]successor获委任接任，均自[3月28日|2025-03-28]date起生效。[|announced]status",
    );
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person[3月1日|2025-03-01]date辞任，朱越获委任为副总裁，自4月1日起生效。",
    );
}

#[test]
fn the_post_before_the_next_house_is_the_one_lost() {
    leaves(
        "负责研究的副总经理[孟祥川]person此前是[青梧集团]company的[研究总监]former_role，[今年1月|2025-01]date离职加入[云岫智能]destination。",
    );
}

#[test]
fn a_day_of_effect_that_lies_ahead_outweighs_what_is_only_told() {
    leaves(
        "[青梧集团]company已收到[总裁]former_role[孟祥川]person的辞呈，自[5月31日|2025-05-31]date起生效。孟祥川因[家庭原因]reason提出辞职。[|announced]status",
    );
}

#[test]
fn an_envoy_leaves_the_country_that_sent_him() {
    leaves("[日本]company[驻法国大使]former_role[孟祥川]person离任。");
    leaves("[日本]company[驻英大使]former_role[孟祥川]person离任。");
    leaves("免去[孟祥川]person的[中国]company[驻荷兰王国特命全权大使]former_role职务。");
    leaves("免去[陆宛秋]person（女）的[中国]company[常驻联合国代表]former_role职务。");
    leaves("[蓝鲸集团]company[驻美国首席代表]former_role[孟祥川]person离职。");
}

#[test]
fn a_life_ends_with_the_move_that_is_the_news() {
    leaves(
        "[孟祥川]person，男，1968年5月生，教授。历任青石大学科研处处长等职，此次由[临川大学]company[副校长]former_role调任[临江大学]destination。",
    );
    nobody_leaves("孟祥川主持会议。历任青石大学科研处处长等职，此次由临川大学副校长调任临江大学。");
    nobody_leaves("此次青石大学校长由临川大学副校长调任。");
}

#[test]
fn who_is_dismissed_goes_where_the_pronoun_is_appointed() {
    leaves(
        "免去[孟祥川]person的[临江市财政局]company[局长]former_role职务，任命其为[青石市发展和改革委员会]destination[主任]destination_role。",
    );
    leaves(
        "免去[孟祥川]person的[临江市财政局]company[局长]former_role职务，任命[朱越]successor为青石市发展和改革委员会主任。",
    );
}

#[test]
fn a_trade_or_a_youth_team_is_no_employer() {
    leaves(
        "[蓝鲸集团]company[去年|2024]date调整架构。当时，[直播电商运营负责人]former_role[孟祥川]person离职。",
    );
    leaves("[石桥足球俱乐部]company[主教练]former_role[谭川]person被解雇，青年队主帅孟祥川顶上。");
    nobody_leaves("教师代表和离退休老同志代表参加会议。");
}

#[test]
fn a_bracket_may_stand_behind_who_is_dismissed() {
    leaves("免去[陆宛秋]person（女）的[临川大学]company[副校长]former_role职务。");
}

/// What a sentence leans on may stand far from it.
#[test]
fn a_surname_and_a_short_name_lead_to_the_whole_ones() {
    let filler = "今年的项目进展顺利。".repeat(20);
    let people = |text: &str| -> Vec<String> {
        let records = common::extract(text);
        records.into_iter().map(|r| r.person).collect()
    };
    let told = format!("青梧集团总裁李国强出席。{filler}李先生已经离职。");
    assert_eq!(people(&told), ["李国强"]);
    let told = format!("星河科技（简称星河）开会。{filler}张卫国离开星河。");
    assert_eq!(people(&told), ["张卫国"]);
    let told = format!("Lindqvist首相离职。{filler}Erik Lindqvist出席。");
    assert_eq!(people(&told), ["Erik Lindqvist"]);
}

#[test]
fn the_long_name_of_an_authority_begins_at_its_place() {
    leaves("[美国海岸与港口管理局]company[代理局长]former_role[约翰·桑德森]person宣布辞职。");
    leaves(
        "抗议者聚集在美国国会门前。[美国海岸与港口管理局]company[局长]former_role[桑德森]person[25日|2025-02-25]date突然宣布辞职。",
    );
    leaves("[临江市公安局东湖治安分局]company原[局长]former_role[许之恒]person辞职。");
    leaves("[临江审计局]company原[副局长]former_role[许之恒]person退休。");
    leaves("[临江市东湖区房屋建设管理局]company原[党委书记]former_role[许之恒]person辞职。");
    leaves("[上海市文化局]company[局长]former_role[何嘉树]person辞职，北京的没有。");
    leaves("[栖木汽车]company[战略与投资委员会主席]former_role[许之恒]person辞职。");
}

#[test]
fn who_dismisses_is_left_rather_than_where_the_person_comes_from() {
    leaves("[栖木汽车]company解雇了来自深岚实验室的[工程师]former_role[许之恒]person。");
    leaves("[栖木汽车]company解雇了从青梧集团引进的[总监]former_role[许之恒]person。");
    leaves("[休斯顿火箭]company宣布裁掉[NBA后卫]former_role[卢克·奥尔森]person。");
    leaves("栖木集团解雇了[青梧云]company[总裁]former_role[许之恒]person。");
    leaves("[NBA]company[总裁]former_role[许之恒]person离职。");
    leaves("[腾讯]company[微信负责人]former_role[许之恒]person离职。");
}

#[test]
fn who_speaks_or_acts_does_not_leave() {
    nobody_leaves("主帅宣布辞职，球迷：下一个是谁？许之恒不幸躺枪");
    nobody_leaves("两人离职，网友透露：许之恒和何嘉树");
    nobody_leaves("何嘉树在节目中谈到了魔法师辞去运营总裁后的反应。");
    nobody_leaves("总监何嘉树谈到队友离职时哽咽。");
    nobody_leaves("陈思雨以3-4被美国选手张安逆转意外出局。");
    nobody_leaves("女将天赋不输许之恒却遭开除。");
    leaves("[何嘉树]person被许之恒排挤离职。");
    leaves("多名高管离职：[副总裁]former_role[许之恒]person");
    leaves("[栖木汽车]company[副总裁]former_role[何嘉树]person说身体不好辞职。");
}

#[test]
fn a_latin_name_behind_a_kind_of_firm_is_the_firm() {
    leaves("[许之恒]person从AI公司[Xtream]company离职。");
    leaves("[许之恒]person离开芯片公司[Graphis]company。");
    leaves("[许之恒]person离开机器人公司[Mirovia]company后[创业]destination。");
    leaves("AI公司[Xtream]company的[首席科学家]former_role[许之恒]person离职。");
    leaves("公司[CEO]former_role [Lindqvist]person离职。");
    leaves("[栖木汽车]company公司[Lindqvist]person辞职。");
}

#[test]
fn a_change_in_the_register_is_told_of_the_firm_that_is_registered() {
    leaves(
        "天眼查显示，[杭州栖木网络科技有限公司]company发生工商变更，青梧集团创始人[许之恒]person卸任[法定代表人]former_role、[董事长]former_role。",
    );
    leaves(
        "[栖木影视]company发生多项工商变更，[法定代表人]former_role由青梧集团总裁[许之恒]person变更为青梧影业总裁[何嘉树]successor。",
    );
    leaves(
        "[青梧集团]company[副总裁]former_role[许之恒]person离职。天眼查显示，杭州栖木网络科技有限公司发生工商变更。",
    );
}

#[test]
fn a_house_without_a_name_of_its_own_is_that_of_its_owner() {
    leaves("[栖木集团]company免去旗下[供应链管理有限公司总经理]former_role[许之恒]person的职务。");
    leaves("栖木集团称，旗下[青梧商务有限公司]company[总经理]former_role[许之恒]person离职。");
}

#[test]
fn a_farewell_to_a_house_may_lead_to_another_one() {
    leaves("[谭川]person告别[山东鲁能]company加盟[上海申花]destination。");
    nobody_leaves("许之恒告别芒果TV赴外地录制节目。");
    nobody_leaves("临江队告别世界杯，谭川流泪。");
}

#[test]
fn a_surname_that_is_also_a_form_of_address_begins_a_name() {
    leaves("[栖木汽车]company[CTO]former_role[桑海宁]person辞职。");
    leaves("[栖木汽车]company[总裁]former_role[董长春]person辞职。");
    leaves("[王董]person海外归来后辞职。");
}

#[test]
fn the_next_house_may_stand_behind_its_kind() {
    leaves(
        "[云岫智能]company[首席科学家]former_role[温以宁]person离职，出任电商平台“[小鹿优选]destination”的[CEO]destination_role。",
    );
    leaves(
        "[去年底|2024-12]date从[蓝鲸汽车]company离职的[智驾技术总监]former_role[阮清]person，如今是机器人公司“[万象灵动]destination”的[CTO]destination_role。",
    );
    leaves(
        "[去年|2024]date从[蓝鲸汽车]company离职的[产品总监]former_role[阮清]person，目前在[众擎科技]destination担任[副总裁]destination_role。",
    );
    leaves(
        "[青梧证券]company[董事总经理]former_role[许之恒]person已离职，将出任[一间准备上市的生物科技公司]destination的[财务总监]destination_role。",
    );
    leaves(
        "[青梧证券]company[首席分析师]former_role[朴秀贤]person离职，下一站为[长岭证券]destination，预计7月入职后仍任[首席分析师]destination_role。",
    );
    leaves("[青梧集团]company[董事长]former_role[孟祥川]person离职，陆宛秋如今是长岭集团的CEO。");
}

#[test]
fn work_that_somebody_will_take_up_is_where_to() {
    leaves(
        "[云岫智能]company[首席科学官]former_role[温以宁]person辞职，将返回美国[从事学术研究]destination。",
    );
    leaves("[云岫智能]company[首席科学官]former_role[温以宁]person辞职，其从事芯片行业多年。");
}

#[test]
fn a_letter_a_finding_or_a_clause_of_its_own_says_why() {
    leaves(
        "[青梧集团]company[独立董事]former_role[曾明文]person请辞，辞任书指出“[无法有效行使职权]reason”。",
    );
    leaves("[青梧集团]company[独立董事]former_role[曾明文]person请辞，辞任书写道“感谢各位同事”。");
    leaves(
        "[青梧集团]company[副总裁]former_role[孟祥川]person辞职，理由同样是“[个人原因]reason”。",
    );
    leaves(
        "[青梧集团]company已将[总裁]former_role[孟祥川]person解职，此前一项内部调查发现，孟祥川[违反了公司的利益冲突政策]reason。",
    );
    leaves("免去[孟祥川]person的[长岭集团]company[董事长]former_role职务，[退休]reason。");
    leaves(
        "[孟祥川]person退任[长岭集团]company[独立非执行董事]former_role，彼因[年事已高及有意安享退休生活]reason，将不膺选连任。",
    );
}

#[test]
fn an_unnamed_source_or_a_supposed_destination_makes_a_rumour() {
    is_only(
        Status::Rumoured,
        "许之恒",
        "据消息人士透露，青梧银行投行业务主管许之恒已向公司递交辞呈。",
    );
    is_only(
        Status::Rumoured,
        "许之恒",
        "多家媒体报道称，青梧汽车总裁许之恒已提交辞呈，或加盟长岭汽车。",
    );
    is_only(
        Status::Rumoured,
        "许之恒",
        "市场消息指，青梧证券董事总经理许之恒已离职。",
    );
    is_only(
        Status::Completed,
        "许之恒",
        "知情人士称，青梧证券董事总经理许之恒已离职。",
    );
    is_only(
        Status::Completed,
        "许之恒",
        "有市场消息称，青梧地产总裁许之恒已离职。青梧地产回应称，许之恒因个人原因离职。",
    );
    is_only(
        Status::Announced,
        "许之恒",
        "青梧人寿宣布，总经理许之恒任期届满，将于明年1月返回荷兰。",
    );
}

#[test]
fn who_advises_those_who_leave_stays() {
    nobody_leaves("青梧集团合伙人尤敏达提醒，劳动者在辞职前应仔细核对劳动合同条款。");
    nobody_leaves("青梧集团总监柯以珊建议上班族先确认新工作再提离职。");
    leaves("[青梧集团]company[董事]former_role[李力行]person建议更换审计师，随后辞职。");
}

#[test]
fn those_who_left_are_named_in_the_next_clause() {
    let told = |person: &str| {
        let text = "又有三位[云岫智能]company[研究员]former_role离职并加入[青屏网络]destination，他们分别是温以宁和林煜辰。";
        text.replace(person, &format!("[{person}]person"))
    };
    each_leaves(&[&told("温以宁"), &told("林煜辰")]);
}

#[test]
fn a_name_goes_on_behind_a_syllable_that_is_a_word() {
    leaves("[青梧集团]company[首席执行官]former_role[马蒂亚斯·克莱因施密特]person已辞职。");
    leaves("[云岫智能]company[首席商品官]former_role[厉旻]person已离职。");
}

#[test]
fn a_vague_day_that_nobody_announces_is_a_plan() {
    is_only(
        Status::Planned,
        "韩明宇",
        "据悉，青梧网络副总裁韩明宇将于近期离职。",
    );
    is_only(
        Status::Announced,
        "韩明宇",
        "青梧集团公告，副总裁韩明宇将于近期离职。",
    );
    is_only(
        Status::Completed,
        "韩明宇",
        "有市场消息称，青梧地产总裁韩明宇已于近日离职。对此，青梧地产方面向记者确认了该消息，并表示韩明宇系因个人原因离开。",
    );
}

#[test]
fn how_simple_a_reason_is_leads_to_it() {
    leaves(
        "[青梧集团]company[制作人]former_role[徐明廷]person宣布离职。徐明廷在文中写道，“离开的原因很简单，[身体亮了红灯]reason，医生让我休息。”",
    );
    leaves(
        "[青梧食品]company解聘[张明白]person的[总经理]former_role职务。投反对票的，是骆晓妍。解聘理由是，张明白“[未勤勉履行职责]reason”。",
    );
    leaves(
        "青梧集团公布中期业绩时宣布，[总裁]former_role[冯明基]person辞职。"
            .replace("青梧集团", "[青梧集团]company")
            .as_str(),
    );
}

#[test]
fn the_report_of_appointments_tells_the_day_of_each() {
    leaves(
        "新华社北京[3月7日|2025-03-07]date电 国务院任免国家工作人员。\n\n免去[孟祥川]person的[教育部]company[副部长]former_role职务。",
    );
    leaves(
        "[青梧集团]company[3月5日|2025-03-05]date宣布组织调整。\n\n[副总裁]former_role[孟祥川]person卸任。",
    );
}

#[test]
fn syllables_and_adverbs_behind_names() {
    leaves("[青梧集团]company[总裁]former_role[托马斯·莱因哈特]person已辞职。");
    leaves("[青梧集团]company[总裁]former_role[伊莎贝尔·马尔尚]person已辞职。");
    leaves("[青梧集团]company[发言人]former_role[蔡宗翰]person甫于[2月底|2025-02]date退休。");
}

#[test]
fn a_place_tells_more_than_a_wish_for_rest() {
    leaves(
        "[青梧集团]company[副总裁]former_role[陆宛秋]person[昨日|2025-03-09]date离任。陆宛秋在信中表示，[她希望有更多时间陪伴家人]reason。声明说，离任后她将返回荷兰，出任[青石大学]destination[教授]destination_role。",
    );
}

#[test]
fn who_rests_has_no_post_there() {
    leaves(
        "[青梧集团]company[副总裁]former_role[陆宛秋]person[昨日|2025-03-09]date离任，[陪伴家人]destination。\n\n陆宛秋2021年起担任副总裁。",
    );
}

#[test]
fn an_epithet_is_no_departure_beside_another_one() {
    for clause in [
        "离开[青梧集团]company，转任[云岫科技]destination[顾问]destination_role",
        "从[青梧集团]company离职，出任[云岫科技]destination[总裁]destination_role",
        "辞去[青梧集团]company[副总裁]former_role职务，加入[云岫科技]destination",
    ] {
        leaves(&format!("前蓝鲸汽车设计部负责人[陆宛秋]person{clause}。"));
    }
    leaves("前[蓝鲸汽车]company[设计总监]former_role[陆宛秋]person加入[云岫科技]destination。");
}

#[test]
fn what_somebody_else_does_is_no_destination() {
    leaves(
        "[青梧集团]company[总裁]former_role[孟祥川]person离职，目前在长岭集团担任CEO的朱越表示惋惜。",
    );
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person离职，公司将继续从事芯片研发。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person离职后，将不从事竞争性业务。");
}

#[test]
fn what_was_not_found_is_no_reason() {
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person被解聘，调查未发现其违规。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person被解聘，审计发现公司亏损20亿元。");
    leaves("[青梧集团]company[总裁]former_role[孟祥川]person辞职，原因很复杂，一言难尽。");
}

#[test]
fn a_firm_in_the_register_is_not_the_house_of_the_next_sentence() {
    each_leaves(&[
        "[栖木科技]company发生工商变更，[许之恒]person卸任[法定代表人]former_role。青梧集团总监何嘉树辞去总监职务。",
        "栖木科技发生工商变更，许之恒卸任法定代表人。[青梧集团]company总监[何嘉树]person辞去[总监]former_role职务。",
    ]);
}

#[test]
fn who_warns_of_something_may_leave() {
    leaves("[青梧集团]company[独董]former_role[许之恒]person提醒，公司财务存在问题，次日辞职。");
}

#[test]
fn an_office_that_no_list_has_is_a_title() {
    leaves("[青梧集团]company[首席客户成功官]former_role[许之恒]person因[个人原因]reason辞职。");
    leaves("[许之恒]person辞去[青梧集团]company[首席可信官]former_role职务。");
    leaves("[青梧集团]company[首席元宇宙官]former_role[许之恒]person离职。");
    leaves("[青梧集团]company首席数据官员、[总监]former_role[许之恒]person离职。");
}

#[test]
fn what_jieba_takes_for_a_name_is_one_between_a_title_and_a_departure() {
    leaves("[青梧集团]company[副总裁]former_role[习明安]person即将离职。 [|announced]status");
    nobody_leaves("青梧集团总裁闪电离职。");
}

#[test]
fn what_is_said_under_a_condition_is_hypothetical() {
    for condition in ["如果", "要是", "倘若", "假如", "万一"] {
        let text = format!("青梧集团总裁孟祥川说：“{condition}公司还亏，我就辞去总裁。”");
        is_only(Status::Hypothetical, "孟祥川", &text);
    }
    leaves("“要是早来几年就好了”，[青梧集团]company[总裁]former_role[孟祥川]person离职时说。");
    let text = "倘若交易获批准，青梧集团总裁孟祥川将于6月离任。";
    is_only(Status::Announced, "孟祥川", text);
}

/// An article about something else, in which a sentence comes fourth.
fn in_passing(sentence: &str) -> String {
    format!("栖木汽车召开股东大会。会议通过了利润分配方案。股东人数有所增加。{sentence}")
}

#[test]
fn what_an_article_only_mentions_is_background() {
    for (person, sentence) in [
        ("葛长庚", "云岫科技总裁葛长庚刚退休两年，公司就面临亏损。"),
        ("葛长庚", "云岫科技总裁葛长庚上月被罢免，五天后官复原职。"),
        ("葛长庚", "云岫科技总裁葛长庚短暂被解职，引发员工抗议。"),
        (
            "葛长庚",
            "董事会解雇了云岫科技总裁葛长庚，直到葛长庚重新受雇，员工才复工。",
        ),
        ("葛长庚", "葛长庚卸任云岫科技总裁时曾说，公司还很年轻。"),
        (
            "葛长庚",
            "当云岫科技总裁葛长庚于2023年辞职时，公司还没有盈利。",
        ),
        (
            "葛长庚",
            "在云岫科技总裁葛长庚被解雇之时，孟祥川站出来支持他。",
        ),
        ("葛长庚", "去年，董事会罢免了云岫科技总裁葛长庚。"),
        (
            "葛长庚",
            "原云岫科技总裁葛长庚创办了星澜科技，该公司也派人到场。",
        ),
    ] {
        let found = common::extract(&in_passing(sentence));
        let told: Vec<_> = found.iter().map(|r| (&*r.person, r.status)).collect();
        let background = [(person, Status::Historical)];
        assert_eq!(told, background, "{sentence}");
    }
}

#[test]
fn what_is_recent_or_in_front_is_news() {
    for sentence in [
        "云岫科技总裁葛长庚离职，公司恢复生产。",
        "葛长庚卸任云岫科技总裁时表示，公司还很年轻。",
        "去年12月，董事会罢免了云岫科技总裁葛长庚。",
        "云岫科技总裁葛长庚离职，在任仅三年。",
        "近日，原云岫科技总裁葛长庚创办了星澜科技。",
        "云岫科技总裁葛长庚于3月1日刚刚离职。",
    ] {
        is_only(Status::Completed, "葛长庚", &in_passing(sentence));
    }
    is_only(
        Status::Completed,
        "葛长庚",
        "原云岫科技总裁葛长庚创办了星澜科技。",
    );
}

#[test]
fn the_house_says_what_it_has_against_somebody() {
    for next in [
        "公司称，独立委员会的调查认定，葛长庚[违反了公司的行为准则]reason。",
        "此前一项内部调查发现，他[未向董事会披露其与一名下属的私人关系]reason。",
        "公司表示，葛长庚[违反了竞业规定]reason。",
        "公司在公告中表示，异动原因为“[经营理念不合]reason”。",
        "调查未发现葛长庚有违规行为。",
        "审计发现公司亏损20亿元。",
        "孟祥川称，他违反了公司规定。",
        "葛长庚表示，公司违反了劳动合同。",
        "公司称，葛长庚的离职与公司业绩无关。",
    ] {
        leaves(&format!(
            "[云岫科技]company宣布解雇[财务总监]former_role[葛长庚]person。{next}"
        ));
    }
}

#[test]
fn the_next_sentence_gives_the_reason_of_leaving_once_more() {
    for next in [
        "公司随后确认，称葛长庚“出于[个人职业发展]reason考虑决定离开”。",
        "葛长庚在信中写道，自己去年已[年满六十五岁]reason，早该退了。",
        "公告写道：“鉴于[业绩不理想]reason，经与葛长庚先生协商，双方提前终止合同。”",
        "由于市场竞争激烈，公司提前终止了供货合同。",
        "葛长庚写道，自己会想念大家。",
    ] {
        leaves(&format!(
            "[云岫科技]company[副总裁]former_role[葛长庚]person离开公司。{next}"
        ));
    }
}

#[test]
fn what_the_next_sentence_denies_is_denied() {
    for text in [
        "市场传出，云岫科技总裁葛长庚将在6月退休。对此，云岫科技昨日发出声明否认，强调“纯属市场臆测”。",
        "近日，有自媒体发文称，云岫科技总裁葛长庚已提出离职。云岫科技回应称，该消息不实。",
        "有市场消息称，云岫科技总裁葛长庚已于近日提出离职。相关负责人表示，该消息不属实，葛长庚正在调研。",
        "云岫科技总裁葛长庚被传离职。葛长庚本人表示，这是谣言。",
    ] {
        is_only(Status::Denied, "葛长庚", text);
    }
    for text in [
        "网传云岫科技总裁葛长庚离职。云岫科技称未收到相关通知。",
        "网传云岫科技总裁葛长庚离职。云岫科技否认公司与造假有关。",
        "传云岫科技总裁葛长庚将离职，公司称不予置评。",
    ] {
        is_only(Status::Rumoured, "葛长庚", text);
    }
    for text in [
        "云岫科技宣布总裁葛长庚离职。对此，公司否认存在财务造假。",
        "云岫科技总裁葛长庚离职。\n\n针对网传“孟祥川已离职”一事，栖木汽车回应称消息不实。",
    ] {
        let found = common::told(text);
        let told: Vec<_> = found.iter().map(|r| (&*r.person, r.status)).collect();
        assert_eq!(told, [("葛长庚", Status::Completed)], "{text}");
    }
}

#[test]
fn what_shareholders_propose_is_planned() {
    is_only(
        Status::Planned,
        "葛长庚",
        "股东长岭集团提请审议罢免葛长庚的云岫科技董事长职务。",
    );
}

#[test]
fn the_next_post_stands_in_another_item_or_behind_a_bracket() {
    for text in [
        "任命[葛长庚]person为[临江建筑大学]destination[副校长]destination_role（试用期一年），免去其[临江理工大学]company[校长助理]former_role职务。",
        "任命[葛长庚]person为[临江交通集团]destination[董事长]destination_role；免去葛长庚的[临江能源集团]company[总经理]former_role职务。",
        "[葛长庚]person同志任[临江交通集团]destination[董事长]destination_role。会议决定，免去葛长庚的[临江能源集团]company[总经理]former_role职务。",
        "免去[葛长庚]person的[临江能源集团]company[总经理]former_role职务。据悉，葛长庚今年2月已任[临江交通集团]destination[董事长]destination_role。",
        "免去[葛长庚]person的[临江能源集团]company[总经理]former_role职务。葛长庚2019年任临江交通集团董事长。",
        "免去[葛长庚]person的[临江能源集团]company[总经理]former_role职务。葛长庚曾任临江交通集团董事长。",
        "免去[葛长庚]person的[临江能源集团]company[总经理]former_role职务。任命孟祥川为临江交通集团董事长。",
    ] {
        leaves(text);
    }
}

#[test]
fn the_post_that_somebody_has_now_is_not_lost() {
    leaves(
        "他接替了[栖木汽车]company[财务主管]former_role、现任[云岫科技]destination[首席财务官]destination_role[葛长庚]person的职位。",
    );
    leaves("[栖木汽车]company[董事]former_role、现任[总裁]former_role[葛长庚]person离职。");
}

#[test]
fn what_is_founded_tells_more_than_the_field() {
    leaves(
        "原[云岫科技]company[联合创始人]former_role[葛长庚]person宣布进入AI领域，设立[北京拐点科技有限公司]destination。",
    );
    leaves(
        "原[云岫科技]company[联合创始人]former_role[葛长庚]person宣布进入[AI领域]destination，创立拐点科技的孟祥川表示欢迎。",
    );
    leaves(
        "[云岫科技]company[创始人]former_role[葛长庚]person宣布离开，“创业六年，[想先陪陪孩子]reason”。",
    );
    leaves("[云岫科技]company[副总裁]former_role[葛长庚]person离职，公司设立新的事业部。");
    leaves(
        "[云岫科技]company[副总裁]former_role[葛长庚]person已离开公司。离开云岫后，她将创办[远山影业]destination。",
    );
    nobody_leaves("前云岫科技副总裁葛长庚设立奖学金。");
}

#[test]
fn the_day_of_a_report_of_a_notice_holds_for_what_the_notice_says() {
    leaves(
        "新浪科技讯[3月5日晚间|2025-03-05]date消息，云岫科技发布公告，同意聘任孟祥川为总裁。\n\n公告还称，[葛长庚]person提出辞去[云岫科技]company[副总裁]former_role职务。",
    );
}

#[test]
fn the_day_of_something_else_is_none_of_leaving() {
    leaves(
        "云岫科技在周二的一篇博文中介绍了新的委员会。[云岫科技]company[首席科学家]former_role[葛长庚]person也已辞职。",
    );
    leaves("昨日，已经退休的[云岫科技]company[总裁]former_role[葛长庚]person出现在机场。");
    leaves(
        "[昨日|2025-03-09]date离职的[云岫科技]company[总裁]former_role[葛长庚]person出现在机场。",
    );
    leaves(
        "在[周二|2025-03-04]date的公告中，云岫科技介绍了新的委员会。[云岫科技]company[首席科学家]former_role[葛长庚]person辞职。",
    );
}

#[test]
fn a_minister_is_of_a_country() {
    for office in [
        "[英国]company[文化、媒体和体育大臣]former_role",
        "[英国]company[住房、社区和地方政府大臣]former_role",
        "[德国]company[经济和气候保护部长]former_role",
        "[法国]company前[环境、能源与海洋部长]former_role",
        "[法国]company[文化部长]former_role",
        "[印度]company[教育部长]former_role",
    ] {
        leaves(&format!("{office}[安娜·惠特利]person宣布辞职。"));
    }
    leaves("[东风汽车]company[武汉基地生产和质量部长]former_role[许之恒]person离职。");
}

#[test]
fn what_no_list_has_in_front_of_an_office_of_a_place_is_the_place() {
    leaves("[许之恒]person不再担任[凤泉]company[市委书记]former_role、[常委]former_role职务。");
    leaves("[许之恒]person辞去[凤泉县]company[县长]former_role职务。");
    leaves("[许之恒]person卸任[阿衡]company[首席执行官]former_role。");
}

#[test]
fn whose_house_it_is_belongs_to_its_name() {
    for house in [
        "[东洲国立亚洲艺术博物馆]company[馆长]former_role",
        "[湖北省立同仁医院]company[院长]former_role",
        "[江东省立图书馆]company[馆长]former_role",
        "[伦敦皇家歌剧院]company[院长]former_role",
    ] {
        leaves(&format!("{house}[许之恒]person辞职。"));
    }
}

#[test]
fn a_short_name_does_not_claim_a_longer_one() {
    leaves("[江南省立同济医院]company[副院长]former_role[许之恒]person被免职。");
    leaves("[清华附中]company[校长]former_role[许之恒]person离任。");
    leaves("[全国互联网协会]company[会长]former_role[许之恒]person辞职。");
    leaves("[大英博物馆]company[馆长]former_role[彼得·兰德]person辞职。");
    leaves("[国际业务总裁]former_role[许之恒]person离职。");
}

#[test]
fn who_edits_a_journal_works_there() {
    leaves("《[江南文学]company》杂志[主编]former_role[许之恒]person辞职。");
    leaves("[许之恒]person卸任《[江南文学]company》[主编]former_role。");
    leaves("据《江南文学》报道，[云岫科技]company[总裁]former_role[许之恒]person辞职。");
}

#[test]
fn a_latin_name_behind_words_for_a_firm_is_one() {
    leaves("[工程师]former_role[Carl Winters]person从创业公司[Nimbus]company辞职。");
    leaves("[首席技术官]former_role[Ana Ruiz]person从美国云计算公司[Snow Peak]company离职。");
    leaves(
        "在芯片创业公司[Radical Semiconductor]company离职后，[Carl Winters]person加入[云岫科技]destination。",
    );
}

#[test]
fn a_firm_may_suffer_a_departure() {
    leaves("[青梧集团]company遭[创始人]former_role[许之恒]person离职。");
}

#[test]
fn players_are_named_with_their_positions() {
    each_leaves(&[
        "[云川猛虎]company宣布，[中卫]former_role[芮子豪]person、前卫齐放、门将吴迪三人离队。",
        "[云川猛虎]company宣布，中卫芮子豪、[前卫]former_role[齐放]person、门将吴迪三人离队。",
        "[云川猛虎]company宣布，中卫芮子豪、前卫齐放、[门将]former_role[吴迪]person三人离队。",
    ]);
}

#[test]
fn a_house_may_bear_the_name_of_a_person() {
    leaves("[马克斯·普朗克量子光学研究所]company[所长]former_role[许之恒]person退休。");
    leaves("[许之恒]person辞去[约翰斯·霍普金斯大学]company[终身教授]former_role职位。");
    leaves("[青梧集团]company[总裁]former_role[约翰斯·霍普金斯]person从医院辞职。");
}

#[test]
fn a_ward_is_part_of_its_hospital() {
    leaves("[江南省人民医院]company[心内科主任]former_role[许之恒]person辞职。");
    leaves("[以色列国防军]company[参谋长]former_role[许之恒]person辞职。");
    leaves("[美联储]company[理事]former_role[许之恒]person辞职。");
}

#[test]
fn a_ministry_of_another_country_is_not_that_of_china() {
    leaves(
        "法国文化部公布了招聘程序。\n\n文化部称将面向全球。[文化部长]former_role[克莱尔·多尔努瓦]person在[法国文化部]company官网宣布辞职。",
    );
}

#[test]
fn whoever_reports_removes_nobody() {
    leaves("CBA记者宋归帆消息，球队已经解雇[主教练]former_role[许之恒]person。");
    leaves("[栖木汽车]company[总监]former_role[许之恒]person离职。");
}

#[test]
fn an_office_may_be_counted() {
    leaves("[英国]company历史上的第二位[女首相]former_role[安娜·惠特利]person宣布辞职。");
    leaves("在英国的第三位[主教练]former_role[许之恒]person下课。");
}

#[test]
fn a_name_may_end_in_a_rare_syllable() {
    leaves("[青梧集团]company[总裁]former_role[卡尔·海因茨]person退休。");
    leaves("[青梧集团]company[总裁]former_role[卡尔·海尔]person[因病]reason退休。");
}

#[test]
fn japanese_people_have_surnames_of_their_own() {
    leaves("[青梧集团]company[总裁]former_role[深町健司]person因[个人原因]reason辞职。");
    leaves("[青梧集团]company[财务总监]former_role[高木兰]person辞职。");
    nobody_leaves("青梧集团的小野外探险队离开营地。");
}

#[test]
fn a_name_may_end_in_the_word_that_joins_people() {
    leaves(
        "[青梧集团]company[总裁]former_role[余庆和]person（58岁）将于[年底|2025-12]date退休。 [|announced]status",
    );
    each_leaves(&[
        "[青梧集团]company[总裁]former_role[余庆]person和副总裁何嘉树离职。",
        "[青梧集团]company总裁余庆和[副总裁]former_role[何嘉树]person离职。",
    ]);
}

#[test]
fn what_a_player_is_called_by_stands_in_front_of_the_name() {
    leaves(
        "原[青梧电竞]company[主教练]former_role[Zeus|白振宇]person（白振宇）加盟[星石电竞]destination。",
    );
    nobody_leaves("青梧电竞主教练OMG（微博）加盟星石电竞讨论。");
}

#[test]
fn a_post_that_belongs_to_somebody_tells_of_a_name() {
    leaves(
        "决定免去：\n\n[黎国梁]person的江西省[赣州市人民检察院]company[检察长]former_role职务。",
    );
}

#[test]
fn advice_to_those_who_leave_is_no_departure() {
    nobody_leaves("青梧集团研究院专家孔繁睿建议，跳槽前先想清楚三个问题。");
    nobody_leaves("青梧律所律师何嘉树表示，用人单位以绩效为由解除劳动合同，应当举证。");
    nobody_leaves("青梧集团首席分析师何嘉树说，“裸辞”的人变少。");
}

#[test]
fn the_reason_at_the_head_of_a_sentence_holds_for_all() {
    each_leaves(&[
        "因[任期届满]reason，[青梧集团]company董事长[李明远]person不再担任[董事长]former_role，独立董事何嘉树不再担任独立董事。",
        "因[任期届满]reason，[青梧集团]company董事长李明远不再担任董事长，独立董事[何嘉树]person不再担任[独立董事]former_role。",
    ]);
    each_leaves(&[
        "因[任期届满]reason，[青梧集团]company董事长[李明远]person不再担任[董事长]former_role；独立董事何嘉树不再担任独立董事。",
        "因[任期届满]reason，[青梧集团]company董事长李明远不再担任董事长；独立董事[何嘉树]person不再担任[独立董事]former_role。",
    ]);
}

#[test]
fn a_rumour_about_the_reason_is_denied_and_not_the_departure() {
    leaves(
        "对于[青梧集团]company[董事长]former_role[李明远]person请辞与亏损有关，发言人强调并无此事。",
    );
    is_only(
        Status::Denied,
        "李明远",
        "网传青梧集团董事长李明远请辞，发言人强调并无此事。",
    );
}

#[test]
fn who_is_blamed_in_front_is_dismissed() {
    leaves(
        "因[青梧集团]company[首席执行官]former_role[李明远]person[违反公司准则]reason，董事会决定立即解除其职务。",
    );
}

#[test]
fn a_country_or_club_announces_the_departure_of_its_head() {
    leaves("[日本]company宣布，[主教练]former_role[谭川]person辞职。");
    leaves("[日本]company[法务大臣]former_role[谭川]person因[失言]reason辞职。");
}

#[test]
fn a_paper_employs_its_editors() {
    leaves("《[青石早报]company》原[总编辑]former_role[许之恒]person辞职。");
    leaves("据《青石早报》报道，[总裁]former_role[许之恒]person离职。");
}

#[test]
fn a_word_behind_a_foreign_name_is_no_part_of_it() {
    leaves("[青梧集团]company[总裁]former_role[雷娜塔·莫拉]person[本月|2025-03]date离职。");
    leaves("[青梧集团]company[总裁]former_role[马丁·科斯]person达成协议后离职。");
}

#[test]
fn a_decree_tells_where_the_person_goes() {
    leaves(
        "任命[何嘉树]person为[国家税务总局]destination[副局长]destination_role。\n\n免去何嘉树的[财政部]company[部长助理]former_role职务。",
    );
}

#[test]
fn where_somebody_works_now_is_where_the_person_went() {
    leaves(
        "[青梧集团]company[总裁]former_role[许之恒]person[去年|2024]date离职，目前在[长岭集团]destination任职。",
    );
}

#[test]
fn yesterday_is_also_one_character() {
    leaves(
        "栖木汽车[昨|2025-03-09]date召开董事会，通过解任[栖木汽车]company[董事长]former_role[葛长庚]person。",
    );
}

#[test]
fn the_head_of_quoted_work_has_its_name() {
    leaves("[“超级对齐”工作的负责人]former_role[葛长庚]person从[云岫科技]company离职。");
    leaves("[云岫科技]company[负责人]former_role[葛长庚]person离职，结束了工作。");
}

#[test]
fn a_committee_or_a_school_of_a_house_is_an_employer() {
    leaves("中共[临江市委]company原[书记]former_role[许之恒]person被免职。");
    leaves("[临江大学附属中学]company[校长]former_role[许之恒]person辞职。");
    leaves("全国人大常委会免去[许之恒]person的[农业农村部]company[部长]former_role职务。");
    leaves("临江市政府和[财政局]company[局长]former_role[许之恒]person被免职。");
}

#[test]
fn whoever_reports_on_the_board_of_the_firm_speaks_of_its_own() {
    leaves("[星澜科技]company公告，[栖木投资创始人]former_role[许之恒]person已退出公司董事会。");
    leaves("星澜科技起诉后，[栖木投资]company[总裁]former_role[许之恒]person已离开该公司。");
}

#[test]
fn an_exchange_employs_its_own_people_only() {
    leaves("[港交所]company[行政总裁]former_role[孟祥川]person离任。");
    leaves(
        "[金穗股份]company公告称，公司收到深圳证券交易所问询函。[孟祥川]person已辞去[总经理]former_role职务。",
    );
}

#[test]
fn who_speaks_of_all_offenders_is_none() {
    nobody_leaves("青梧集团CEO孟祥川在邮件中表示，触碰红线者一律出局。");
}

#[test]
fn what_else_is_denied_or_untrue_leaves_the_departure_a_fact() {
    leaves("因[简历不真实]reason，[青梧集团]company[副总裁]former_role[孟祥川]person被解雇。");
    leaves("[青梧集团]company[CEO]former_role[孟祥川]person离职。对此，公司否认裁员。");
    let text = "有消息称青梧集团CEO孟祥川已离职。对此，公司否认上述传闻。";
    is_only(Status::Denied, "孟祥川", text);
}

#[test]
fn news_of_somebody_else_makes_no_background() {
    leaves(
        "董事会免去[孟祥川]person的[总经理]former_role职务，并重新任命[陆宛秋]successor为总经理。",
    );
    leaves("[青梧集团]company[CEO]former_role[孟祥川]person辞职，该公司2万辆汽车被召回。");
    leaves("[总裁]former_role[孟祥川]person短暂任职后离职。");
}

#[test]
fn a_paper_without_quotation_marks_is_a_house() {
    leaves("[青石日报]company[总编辑]former_role[何嘉树]person辞职。");
    leaves("[青石周刊]company[主编]former_role[何嘉树]person辞职。");
}

#[test]
fn ordinary_words_behind_a_title_are_nobody() {
    nobody_leaves("青梧集团主教练换人离任。");
    nobody_leaves("青梧集团财务总监上总公司离职。");
    leaves("[社长]former_role[柏木信也]person辞职。");
}

#[test]
fn praise_may_stand_before_the_one_who_has_left() {
    leaves(
        "从[青梧集团]company离职的知名[制作人]former_role[孟祥川]person已加入[栖木汽车]destination。",
    );
    leaves("[石桥足球俱乐部]company惨败的代价，是[主教练]former_role[孟祥川]person丢掉了工作。");
    leaves(
        "[拓扑学家]former_role[孟祥川]person离开[青梧大学]company，加盟[云岫研究院]destination。",
    );
}
