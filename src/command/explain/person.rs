//! A name → whether it was recognised, and what was tried in the sentences that mention it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use quliu::event::Attempt;
use quliu::mention::{self, THRESHOLD, Weight};
use quliu::span::Span;
use quliu::view::View;

use super::page::{Page, is_telling};
use super::row;
use crate::command::counted;

/// Mentions shown on either side of a name that was not recognised.
const AROUND: usize = 4;

/// Tells why a person was, or was not, found to leave, in the whole article or on one line; `false` if the name is
/// nowhere in the article.
pub fn tell(page: &Page, name: &str, line: Option<usize>, out: &mut dyn Write) -> io::Result<bool> {
    page.heading(out)?;
    let name = page.plain(&View::of(name, Span::new(0, name.len())).text);
    let full = page.analysis.entities.person(&name);
    let why = WhyNot {
        page,
        name: &name,
        full: &full,
        line,
    };
    let sentences: Vec<usize> = (0..page.analysis.sentences.len())
        .filter(|&s| why.mentions(s))
        .collect();
    if sentences.is_empty() {
        return why.never_recognised(out);
    }
    let others = why.other_names();
    let known = if others.is_empty() {
        String::new()
    } else {
        format!(", also as {}", others.join("、"))
    };
    writeln!(
        out,
        "{} is a person, mentioned in {}{known}\n",
        page.paint.bold(&full),
        counted(sentences.len(), "sentence")
    )?;
    for s in why.shown(&sentences, out)? {
        why.sentence(s, out)?;
    }
    let own = page
        .analysis
        .records
        .iter()
        .filter(|record| page.plain(&record.person) == full);
    page.records(own, out)?;
    Ok(true)
}

struct WhyNot<'a> {
    page: &'a Page<'a>,
    name: &'a str,
    /// The full name that the article gives for it.
    full: &'a str,
    /// The line that was asked for.
    line: Option<usize>,
}

impl WhyNot<'_> {
    /// Whether a sentence mentions the person, by whatever name.
    fn mentions(&self, s: usize) -> bool {
        let entities = self.page.analysis.entities;
        let mut people = entities.row(s).iter().filter(|m| m.is_person());
        people.any(|m| entities.person(&m.text) == self.full)
    }

    fn other_names(&self) -> Vec<String> {
        let entities = self.page.analysis.entities;
        let people = self
            .page
            .analysis
            .mentions
            .of
            .iter()
            .flatten()
            .filter(|m| m.is_person());
        let own = people.filter(|m| entities.person(&m.text) == self.full && *m.text != *self.full);
        let names: BTreeSet<String> = own.map(|m| m.text.to_string()).collect();
        names.into_iter().collect()
    }

    /// The sentences to tell about: of those that have the name, those on the line that was asked for, else that
    /// line's own.
    fn shown(&self, named: &[usize], out: &mut dyn Write) -> io::Result<Vec<usize>> {
        let page = self.page;
        let Some(line) = self.line else {
            return Ok(named.to_vec());
        };
        let on_line = |s: &usize| page.lines_of(*s).contains(&line);
        let here: Vec<usize> = named.iter().copied().filter(on_line).collect();
        if !here.is_empty() {
            return Ok(here);
        }
        let lines: BTreeSet<usize> = named.iter().map(|&s| page.lines_of(s).start).collect();
        let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
        let (name, lines) = (self.name, lines.join(", "));
        writeln!(out, "{name} is not on line {line}, but on {lines}\n")?;
        let all = 0..page.analysis.sentences.len();
        Ok(all.filter(on_line).collect())
    }

    /// What was tried in a sentence, and nearest to it if the person does not leave there.
    fn sentence(&self, s: usize, out: &mut dyn Write) -> io::Result<()> {
        let page = self.page;
        if page.attempts(s).next().is_none() {
            page.text_and_row(s, out)?;
            writeln!(out, "   no trigger and no wording stands in this sentence")?;
            self.neighbours(s, out)?;
            return writeln!(out);
        }
        page.sentence(s, out)?;
        if page.attempts(s).any(|attempt| self.leaves_by(attempt)) {
            return Ok(());
        }
        let made = page.attempts(s).any(|attempt| attempt.failed.is_none());
        let why = match made {
            true => "what was found here takes somebody else as the person that leaves",
            false => "everything that was tried here failed",
        };
        writeln!(out, "   so {} does not leave here: {why}", self.full)?;
        self.neighbours(s, out)?;
        writeln!(out)
    }

    /// What was tried in the nearest sentences behind and before that have a trigger or wording.
    fn neighbours(&self, s: usize, out: &mut dyn Write) -> io::Result<()> {
        for near in self.page.nearest(s) {
            let line = self.page.lines_of(near).start;
            for attempt in self.page.attempts(near).filter(|a| is_telling(a)) {
                let (rule, result) = (&attempt.rule, self.result(attempt));
                writeln!(out, "   nearest, on line {line}: {rule} {result}")?;
            }
        }
        Ok(())
    }

    fn result(&self, attempt: &Attempt) -> String {
        match attempt.failed {
            Some(failed) => format!("✗ {failed}"),
            None if self.leaves_by(attempt) => format!("✓ {} leaves", self.full),
            None => format!("✓ but for {}", self.people(attempt)),
        }
    }

    fn leaves_by(&self, attempt: &Attempt) -> bool {
        let mut events = self.page.events(attempt);
        events.any(|event| event.person.text == self.full)
    }

    fn people(&self, attempt: &Attempt) -> String {
        let people: Vec<&str> = self
            .page
            .events(attempt)
            .map(|event| event.person.text.as_str())
            .collect();
        people.join("、")
    }

    /// Says how the name was read instead; `false` if it is nowhere.
    fn never_recognised(&self, out: &mut dyn Write) -> io::Result<bool> {
        let (page, name) = (self.page, self.name);
        let analysis = page.analysis;
        let sentences: Vec<usize> = (0..analysis.sentences.len())
            .filter(|&s| analysis.sentences[s].view.text.contains(name))
            .collect();
        if sentences.is_empty() {
            let text = &page.article.text;
            let everywhere = page.plain(&View::of(text, Span::new(0, text.len())).text);
            let somewhere = everywhere.contains(name);
            match somewhere {
                true => writeln!(
                    out,
                    "{name} stands only in headers or page furniture, which are not read"
                ),
                false => writeln!(out, "{name} does not occur in the text"),
            }?;
            return Ok(somewhere);
        }
        writeln!(
            out,
            "{} was never recognised as a person; it was read as\n",
            page.paint.bold(name)
        )?;
        let weights = mention::weigh_name(analysis.sentences, name, page.dict);
        for s in self.shown(&sentences, out)? {
            match sentences.binary_search(&s).is_ok() {
                true => writeln!(out, "{}: {}", page.lines_of(s).start, self.around(s))?,
                false => page.text_and_row(s, out)?,
            }
            if let Ok(at) = weights.binary_search_by_key(&s, |(at, _)| *at) {
                writeln!(out, "   {}", self.weight(weights[at].1))?;
            }
            for attempt in page.attempts(s) {
                let result = match attempt.failed {
                    Some(failed) => format!("✗ {}: {failed}", attempt.rule),
                    None => format!("✓ {}: {} leaves", attempt.rule, self.people(attempt)),
                };
                writeln!(out, "   {result}")?;
            }
            self.neighbours(s, out)?;
        }
        writeln!(out)?;
        Ok(true)
    }

    /// What a name lacks to be a person's.
    fn weight(&self, weight: Result<Weight, &'static str>) -> String {
        let weight = match weight {
            Ok(weight) => weight,
            Err(problem) => return format!("no name: {problem}"),
        };
        let verdict = match weight.is_enough() {
            true if self.page.analysis.mentions.lexicon.is_org(self.name) => {
                "enough, but the article has an organisation of this name"
            }
            true => "enough, but a name that overlaps it scores more",
            false => "too little for a name",
        };
        let Weight {
            characters,
            tokens,
            before,
            behind,
            repeated,
        } = weight;
        format!(
            "score {:.1} of {THRESHOLD}, {verdict}: characters {characters:.1}, tokens {tokens:.1}, \
             words before {before:.1}, words behind {behind:.1}, repeated {repeated:.1}",
            weight.total()
        )
    }

    /// The mentions that cover the name in a sentence, and some around them.
    fn around(&self, s: usize) -> String {
        let analysis = self.page.analysis;
        let row = analysis.entities.row(s);
        let mut shown = BTreeSet::new();
        for (start, _) in analysis.sentences[s].view.text.match_indices(self.name) {
            let end = start + self.name.len();
            let first = row.partition_point(|m| m.at.end <= start);
            let last = row.partition_point(|m| m.at.start < end);
            shown.extend(first.saturating_sub(AROUND)..(last + AROUND).min(row.len()));
        }
        let mut words = Vec::new();
        let mut next = 0;
        for &i in &shown {
            if i != next {
                words.push("…".to_owned());
            }
            words.push(row::word(&row[i], analysis.entities, self.page.dict));
            next = i + 1;
        }
        if next < row.len() {
            words.push("…".to_owned());
        }
        words.join(" ")
    }
}
