//! The reason in another sentence: it must speak of the person, and of leaving, a reason or a quarrel.

use super::clause::{after, before, behind, behind_name, end, finding, is_plain, tells};
use super::{ELSEWHERE, Stretch, clause_end, code, has_no_dispute, is_quote, value};
use crate::dict::term::Cue;
use crate::entity::At;
use crate::event::subject::{group, is_oblique};
use crate::event::{Scene, Value};
use crate::mention::{Label, Mention};
use crate::post;
use crate::record::ReasonCode;

/// How many sentences behind the trigger are read.
const AHEAD: usize = 5;
/// How many sentences, where one of them speaks of the person's leaving again.
const FAR: usize = 24;
/// How many lines of a form in front of it.
const BACK: usize = 12;

/// The reason that sentences near by give for the departure that sentence `s` tells of `person`.
pub(super) fn find(scene: &Scene, s: usize, person: At, dismissed: bool) -> Option<Value> {
    let quest = Quest {
        scene,
        s,
        dismissed,
        person,
        name: scene.entities.person_at(person),
    };
    let sentences = scene.entities.sentences();
    let near = |k: &usize| {
        let (home, other) = (&sentences[s], &sentences[*k]);
        let section = other.heading == home.heading || other.heading == Some(s);
        section && !other.is_heading && other.block - home.block <= 2
    };
    let mut later = (s + 1..sentences.len()).take(AHEAD).take_while(near);
    let told = quest
        .said(s, scene.entities.row(s))
        .and_then(|stretch| value(scene, s, stretch, ELSEWHERE))
        .or_else(|| later.find_map(|k| value(scene, k, quest.read(k)?, ELSEWHERE)));
    let far = || {
        let same = |k: &usize| sentences[*k].heading == sentences[s].heading;
        let mut rest = (s + 1..sentences.len()).take(FAR).take_while(same);
        rest.find_map(|k| {
            let row = scene.entities.row(k);
            value(scene, k, quest.leaving(k, row)?, ELSEWHERE)
        })
    };
    told.or_else(far)
        .or_else(|| quest.form())
        .or_else(|| quest.follows())
}

/// P涉嫌严重违纪违法，正接受调查。次日，公司解除其职务。: what the sentence in front accuses the person of.
pub(super) fn accused(scene: &Scene, s: usize, person: At) -> Option<Value> {
    let sentences = scene.entities.sentences();
    let k = s.checked_sub(1)?;
    let near = sentences[k].heading == sentences[s].heading
        && sentences[s].block - sentences[k].block <= 1;
    let row = scene.entities.row(k);
    let p = scene
        .entities
        .first_mention(&scene.entities.person_at(person), k)?;
    let from = behind_name(row, p);
    let clause = row.get(from..clause_end(row, from)).filter(|_| near)?;
    let legal = matches!(
        code(scene, clause),
        ReasonCode::Legal | ReasonCode::Misconduct
    );
    value(scene, k, (from, from + clause.len()), ELSEWHERE)
        .filter(|_| legal && is_plain(clause) && !clause[0].has(Cue::Passive))
}

/// Behind so many words of leaving a sentence is a list, and explains nothing.
const TRIGGERS: usize = 4;

/// What is looked for.
struct Quest<'a> {
    scene: &'a Scene<'a>,
    /// The sentence that tells the departure.
    s: usize,
    /// What somebody who is dismissed has to say about it is no reason.
    dismissed: bool,
    person: At,
    name: String,
}

impl Quest<'_> {
    fn read(&self, k: usize) -> Option<Stretch> {
        let row = self.scene.entities.row(k);
        self.leaving(k, row)
            .or_else(|| self.given(k, row))
            .or_else(|| self.said(k, row))
            .or_else(|| self.quarrel(k, row))
            .or_else(|| self.considered(k, row))
            .or_else(|| self.each(k, row))
            .or_else(|| self.complaint(k, row))
            .or_else(|| self.found(k, row))
            .or_else(|| self.resolved(k, row))
    }

    /// P对内斗感到失望。于是，他离开了O: what the sentence in front tells of the person is why.
    fn follows(&self) -> Option<Value> {
        let opens = self.scene.entities.row(self.s).first()?;
        let k = self.s.checked_sub(1)?;
        let sentences = self.scene.entities.sentences();
        let near = sentences[k].block == sentences[self.s].block && !sentences[k].is_heading;
        let row = self.scene.entities.row(k);
        let subject = row.iter().take(3);
        let q = subject
            .into_iter()
            .position(|m| m.is_person() || m.has(Cue::Pronoun))?;
        let about = match row[q].is_person() {
            true => self.scene.entities.person_at((k, q)) == self.name,
            false => self.is_about(k, q + 1),
        };
        let from = behind_name(row, q);
        let then = opens.has(Cue::Then) && opens.chars() > 1 && near && about;
        let end = row.len() - usize::from(row.last().is_some_and(|m| m.label == Label::Punct));
        let plain = row.get(from..end).is_some_and(is_plain);
        value(self.scene, k, (from, end), ELSEWHERE).filter(|_| then && plain)
    }

    /// P的离开是由于…, 他离职与…有关.
    fn leaving(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let telling = [
            Cue::ReasonAfter,
            Cue::ReasonNoun,
            Cue::ReasonOpen,
            Cue::Because,
            Cue::Related,
            Cue::Purpose,
        ];
        if !self.scene.entities.gist(k).cues.any(&telling) {
            return None;
        }
        let leaves = |m: &Mention| m.trigger.is_some() || m.label == Label::Blocked;
        let mut triggers = (0..row.len()).filter(|&q| leaves(&row[q])).take(TRIGGERS);
        // 解聘理由是，P“未勤勉尽责”
        let named = |r: &Stretch| {
            let p = r.0.checked_sub(1).filter(|&p| row[p].is_person());
            p.is_some_and(|p| self.scene.entities.person_at((k, p)) == self.name)
        };
        triggers.find_map(|q| {
            let told = after(self.scene, row, q).filter(|r| named(r) || self.is_about(k, q));
            told.or_else(|| self.opened(k, row, q))
        })
    }

    /// 称P“出于个人发展考虑决定离开”: the reason in front of leaving that is told once more.
    fn opened(&self, k: usize, row: &[Mention], t: usize) -> Option<Stretch> {
        let stretch = before(self.scene, row, t, None)?;
        let open = stretch.0.checked_sub(1)?;
        let clause = row.get(stretch.0..stretch.1).filter(|c| is_plain(c))?;
        let telling = code(self.scene, clause) != ReasonCode::Unstated;
        let denied = row[stretch.1..t].iter().any(|m| m.has(Cue::Negation));
        let told = telling && !denied && k <= self.s + 2 && self.is_named(k, open);
        told.then_some(stretch)
    }

    /// 内部调查认定，P违反了公司政策; 公司称，P违反了规定: what the house has against who was dismissed.
    fn found(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        if !self.dismissed || k > self.s + 2 {
            return None;
        }
        let mut from = 0;
        while from < row.len() {
            let told = finding(self.scene, row, from);
            if let Some(told) = told.filter(|r| self.is_named(k, r.0)) {
                return Some(told);
            }
            from = clause_end(row, from) + 1;
        }
        self.charged(k, row)
    }

    /// 公司称，P违反了竞业规定.
    fn charged(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let says = (1..row.len().min(6)).find(|&q| row[q].has(Cue::Say))?;
        let house = row[..says].iter().all(|m| !m.is_person())
            && row[..says]
                .iter()
                .any(|m| m.is_org() || m.has(Cue::OrgPronoun));
        let subject = says + 1 + usize::from(row.get(says + 1)?.is_punct(&['，']));
        let from = match row.get(subject)? {
            m if m.is_person() => behind_name(row, subject),
            m if m.has(Cue::Pronoun) => subject + 1,
            _ => return None,
        };
        let end = clause_end(row, from);
        let clause = row.get(from..end).filter(|c| is_plain(c))?;
        let charged = code(self.scene, clause) == ReasonCode::Misconduct;
        let negated = clause.iter().any(|m| m.has(Cue::Negation));
        (house && charged && !negated && self.is_named(k, from)).then_some((from, end))
    }

    /// “鉴于成绩不理想，经与P协商，双方提前终止合同”: the clause that opens a notice of the end of a contract.
    fn resolved(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let opens = |q: &usize| {
            let first = *q == 0 || row[q - 1].label == Label::Punct;
            first && row[*q].has(Cue::ReasonOpen) && !row[*q].has(Cue::Direction)
        };
        let open = (0..row.len().min(12)).find(opens)?;
        let end = clause_end(row, open + 1);
        let clause = row.get(open + 1..end).filter(|c| is_plain(c))?;
        let rest = &row[end..];
        let person = |m: &&Mention| m.is_person();
        let own = |m: &Mention| self.scene.entities.person(&m.text) == self.name;
        let named = rest.iter().any(|m| m.is_person()) && rest.iter().filter(person).all(own);
        // 经与P协商, or the end of a contract
        let with = rest
            .windows(2)
            .any(|w| w[0].has(Cue::Oblique) && w[1].is_person());
        let ends = |m: &Mention| m.has(Cue::Contract) || m.trigger.is_some();
        let over = with || rest.iter().any(ends);
        let told = tells(code(self.scene, clause), true) && named && over && k <= self.s + 2;
        told.then_some((open + 1, end))
    }

    /// 理由是…, 究其原因，是因为…: a cue of reasons, with little in front of it.
    fn given(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let q = (0..row.len()).find(|&q| row[q].has(Cue::ReasonAfter))?;
        // O在公告中表示，异动原因为…
        let announced = || {
            let comma = row[..q].iter().rposition(|m| m.label == Label::Punct);
            comma.is_some_and(|c| q - c <= 2 && row[..c].iter().any(|m| m.has(Cue::Say)))
        };
        let close = q <= 4 || announced() || row[..q].iter().any(|m| m.has(Cue::ReasonNoun));
        let told = k == self.s + 1 && close && self.is_about(k, q);
        behind(row, q).filter(|_| told)
    }

    /// 她不愿多谈理由，只说…; 介绍了原因，称…
    fn said(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let q = (0..row.len()).find(|&q| {
            row[q].has(Cue::ReasonNoun) && row.get(q + 1).is_some_and(|m| m.is_punct(&['，']))
        })?;
        // 因个人原因，…: the noun closes a reason.
        if row[..q].iter().any(|m| m.has(Cue::ReasonOpen)) {
            return None;
        }
        let say = (q + 2..row.len().min(q + 6)).find(|&n| row[n].has(Cue::Say))?;
        // The speaker may stand before either.
        if !self.is_about(k, say) || self.subject(k, q) == Some(false) {
            return None;
        }
        let quote = (say + 1..row.len().min(say + 3)).find(|&n| is_quote(&row[n]));
        let from = quote.unwrap_or(say + 1);
        Some((from, clause_end(row, from)))
    }

    /// 双方在…上无法达成一致, P与…产生分歧.
    fn quarrel(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let q = (0..row.len()).find(|&q| row[q].has(Cue::Differ))?;
        let start = row[..q]
            .iter()
            .rposition(|m| m.is_punct(&['，', '。', '；', '：']))
            .map_or(0, |n| n + 1);
        let open = (start..q)
            .find(|&n| row[n].cues.any(&[Cue::Oblique, Cue::At]) && !row[n].has(Cue::Source))?;
        let alone =
            row[start..q].iter().all(|m| m.trigger.is_none()) && !has_no_dispute(&row[start..=q]);
        let end = clause_end(row, q);
        let told = alone && end <= q + 2 && k <= self.s + 2 && self.is_about(k, open);
        told.then_some((open, end))
    }

    /// 出于…的考虑，他…
    fn considered(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let open = row.first().filter(|m| m.has(Cue::ReasonOpen))?;
        if k != self.s + 1 || open.has(Cue::Direction) {
            return None;
        }
        let stop = clause_end(row, 1);
        let close = (1..stop).rev().find(|&n| row[n].has(Cue::ReasonClose))?;
        let next = stop + 1;
        let subject = row.get(next)?;
        let about = match subject.is_person() {
            true => self.scene.entities.person_at((k, next)) == self.name,
            false => subject.has(Cue::Pronoun) && self.is_about(k, next + 1),
        };
        (about && close + 1 == stop).then(|| (1, end(row, 1, stop)))
    }

    /// 前者是因为…；后者则是为了…: the first and the last of the people.
    fn each(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        if k > self.s + 4 || self.person.0 != self.s {
            return None;
        }
        let home = self.scene.entities.row(self.s);
        let person = |p: &usize| home[*p].is_person();
        let first = (0..home.len()).find(person)?;
        let last = (0..home.len()).rev().find(person)?;
        let cue = match self.person.1 {
            _ if first == last => return None,
            p if p == first => Cue::Earlier,
            p if p == last => Cue::Latter,
            _ => return None,
        };
        let named = row.iter().position(|m| m.has(cue))?;
        let opens = |n: &usize| row[*n].cues.any(&[Cue::ReasonOpen, Cue::ReasonAfter]);
        let open = (named + 1..row.len().min(named + 4)).find(opens)?;
        let end = (open + 1..row.len()).find(|&n| row[n].is_punct(&['；', '。']));
        Some((open + 1, end.unwrap_or(row.len())))
    }

    /// 她写道，公司没有…: what the person has against the employer, or wants for the family.
    fn complaint(&self, k: usize, row: &[Mention]) -> Option<Stretch> {
        let say = (0..row.len()).find(|&q| {
            row[q].has(Cue::Say) && row.get(q + 1).is_some_and(|m| m.is_punct(&['，', '：']))
        })?;
        if self.dismissed || k > self.s + 4 || !self.is_named(k, say) {
            return None;
        }
        let mut from = say + 2;
        while from < row.len() {
            let end = clause_end(row, from);
            let clause = &row[from..end];
            let own = matches!(
                code(self.scene, clause),
                ReasonCode::Disagreement
                    | ReasonCode::Family
                    | ReasonCode::Health
                    | ReasonCode::Retirement
                    | ReasonCode::Workload
            );
            let plain = clause.iter().all(|m| m.trigger.is_none() && !m.is_person());
            // 我会先陪孩子滑雪: far behind, what somebody will do is no ground.
            let far = k > self.s + 2 && clause.iter().any(|m| m.has(Cue::FirstPerson));
            let asks = far
                || row.get(end).is_some_and(|m| m.is_punct(&['？']))
                || clause
                    .last()
                    .is_some_and(|m| m.tag == "y" || m.has(Cue::Hold));
            if own && plain && !asks {
                let leads = |m: &Mention| {
                    matches!(m.label, Label::Date(_)) || m.cues.any(&[Cue::Pronoun, Cue::Adverb])
                };
                let aged = code(self.scene, clause) == ReasonCode::Retirement;
                let skip = clause.iter().take_while(|m| aged && leads(m)).count();
                return Some((from + skip, end));
            }
            from = end + 1;
        }
        None
    }

    /// 离任原因 个人原因: a line of a form, below the one that names the person.
    fn form(&self) -> Option<Value> {
        let rows = |k: usize| self.scene.entities.row(k);
        (self.s.saturating_sub(BACK)..self.s).rev().find_map(|k| {
            let row = rows(k);
            let q = (1..row.len()).find(|&q| {
                row[q].has(Cue::ReasonNoun)
                    && row[q - 1].trigger.is_some()
                    && row.get(q + 1).is_some_and(|m| m.is_punct(&['，', '：']))
            })?;
            let here = (0..q).rev().find(|&p| row[p].is_person()).map(|p| (k, p));
            let above = (k.saturating_sub(3)..k).rev().find_map(|n| {
                let p = rows(n).iter().rposition(Mention::is_person)?;
                Some((n, p))
            });
            let named = self.scene.entities.person_at(here.or(above)?) == self.name;
            let stretch = (q + 2, clause_end(row, q + 2));
            value(self.scene, k, stretch, ELSEWHERE).filter(|_| named)
        })
    }

    /// Whether what stands before `q` in its part of sentence `k` speaks of the person.
    fn is_about(&self, k: usize, q: usize) -> bool {
        self.subject(k, q)
            .unwrap_or_else(|| k == self.s + 1 && self.is_named_last())
    }

    /// The same, and says so with a name or pronoun.
    fn is_named(&self, k: usize, q: usize) -> bool {
        self.subject(k, q) == Some(true)
    }

    /// Whether the nearest subject before `q` is the person; `None` where there is none.
    fn subject(&self, k: usize, q: usize) -> Option<bool> {
        let row = self.scene.entities.row(k);
        let named = |p: usize| self.scene.entities.person_at((k, p)) == self.name;
        let start = row[..q]
            .iter()
            .rposition(|m| m.is_punct(&['；', '。']))
            .map_or(0, |n| n + 1);
        let stands =
            |p: &usize| row[*p].is_person() && !is_oblique(row, post::before(row, *p).start);
        for i in (start..q).rev() {
            let m = &row[i];
            if stands(&i) {
                return Some(named(i));
            }
            if m.has(Cue::OtherSubject) || m.has(Cue::Latter) {
                return Some(false);
            }
            if m.has(Cue::Plural) {
                return Some(k == self.s + 1);
            }
            if m.label == Label::Word && m.has(Cue::Pronoun) {
                let bearer = || self.scene.entities.antecedent((k, i));
                return Some(match (start..i).rev().find(stands) {
                    Some(p) => named(p),
                    None => {
                        bearer().is_some_and(|at| self.scene.entities.person_at(at) == self.name)
                    }
                });
            }
        }
        None
    }

    /// Nobody else stands behind the person in the sentence that tells the departure.
    fn is_named_last(&self) -> bool {
        let row = self.scene.entities.row(self.s);
        let last = (0..row.len()).rev().find(|&p| row[p].is_person());
        last.is_some_and(|last| {
            let person = |p: &usize| self.scene.entities.person_at((self.s, *p)) == self.name;
            group(row, last).iter().any(person)
        })
    }
}
