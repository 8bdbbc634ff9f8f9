//! A name → whether it was recognised, and what was tried in the sentences that mention it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use quliu::event::Attempt;
use quliu::span::Span;
use quliu::view::View;

use super::page::{Page, count};
use super::row;

/// Mentions shown on either side of a name that was not recognised.
const AROUND: usize = 4;

/// Tells why a person was, or was not, found to leave; `false` if the name is nowhere in the article.
pub fn tell(page: &Page, name: &str, out: &mut dyn Write) -> io::Result<bool> {
    page.heading(out)?;
    let name = View::of(name, Span::new(0, name.len())).text;
    let full = page.analysis.entities.person(&name);
    let why = WhyNot {
        page,
        name: &name,
        full: &full,
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
        count(sentences.len(), "sentence")
    )?;
    for &s in &sentences {
        why.sentence(s, out)?;
    }
    let own = page
        .analysis
        .records
        .iter()
        .filter(|record| record.person == full);
    page.records(own, out)?;
    Ok(true)
}

struct WhyNot<'a> {
    page: &'a Page<'a>,
    name: &'a str,
    /// The full name that the article gives for it.
    full: &'a str,
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

    /// What was tried in a sentence that mentions the person, or else nearest to it.
    fn sentence(&self, s: usize, out: &mut dyn Write) -> io::Result<()> {
        let page = self.page;
        if page.attempts(s).next().is_some() {
            page.sentence(s, out)?;
            let leaves = page.attempts(s).any(|attempt| self.leaves_by(attempt));
            let made = page.attempts(s).any(|attempt| attempt.failed.is_none());
            if !leaves {
                let why = match made {
                    true => "what was found here takes somebody else as the person that leaves",
                    false => "everything that was tried here failed",
                };
                writeln!(out, "   so {} does not leave here: {why}\n", self.full)?;
            }
            return Ok(());
        }
        page.text_and_row(s, out)?;
        writeln!(out, "   no trigger and no wording stands in this sentence")?;
        if let Some(attempt) = self.nearest(s) {
            let line = page.lines_of(attempt.sentence).start;
            let result = match attempt.failed {
                Some(failed) => format!("✗ {failed}"),
                None if self.leaves_by(attempt) => format!("✓ {} leaves", self.full),
                None => format!("✓ but for {}", self.people(attempt)),
            };
            writeln!(out, "   nearest, on line {line}: {} {result}", attempt.rule)?;
        }
        writeln!(out)
    }

    fn leaves_by(&self, attempt: &Attempt) -> bool {
        self.page
            .analysis
            .events
            .of(attempt)
            .any(|event| event.person.text == self.full)
    }

    fn people(&self, attempt: &Attempt) -> String {
        let people: Vec<&str> = self
            .page
            .analysis
            .events
            .of(attempt)
            .map(|event| event.person.text.as_str())
            .collect();
        people.join("、")
    }

    /// The attempt in the fewest sentences' distance; of two, the one that follows.
    fn nearest(&self, s: usize) -> Option<&Attempt> {
        let attempts = self.page.analysis.events.attempts.iter();
        attempts.min_by_key(|attempt| (attempt.sentence.abs_diff(s), attempt.sentence < s))
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
            let everywhere = View::of(text, Span::new(0, text.len())).text;
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
        for s in sentences {
            writeln!(out, "{}: {}", page.lines_of(s).start, self.around(s))?;
            for attempt in page.attempts(s) {
                let result = match attempt.failed {
                    Some(failed) => format!("✗ {}: {failed}", attempt.rule),
                    None => format!("✓ {}: {} leaves", attempt.rule, self.people(attempt)),
                };
                writeln!(out, "   {result}")?;
            }
        }
        writeln!(out)?;
        Ok(true)
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
