//! A mention → a word of text: 张三/person, 因/p+reason_open, 离职/v+trigger:intransitive.

use quliu::Dict;
use quliu::dict::term::{FRAMES, JOIN_FRAMES, TITLE_PARTS};
use quliu::entity::Entities;
use quliu::mention::{Label, Mention};

/// A mention with its label and what it may signal.
pub fn word(m: &Mention, entities: &Entities, dict: &Dict) -> String {
    if m.label == Label::Punct && m.cues.is_empty() {
        return m.text.to_string();
    }
    let mut word = format!("{}/{}", m.text, label(m, entities, dict));
    for cue in m.cues.names() {
        word.push('+');
        word.push_str(cue);
    }
    if let Some(trigger) = m.trigger {
        word.push_str("+trigger:");
        word.push_str(name(FRAMES, trigger.frame));
    }
    if let Some(join) = m.join {
        word.push_str("+join:");
        word.push_str(name(JOIN_FRAMES, join.frame));
    }
    word
}

/// What it is: a label with what is known about it, or the part of speech.
fn label(m: &Mention, entities: &Entities, dict: &Dict) -> String {
    let known_as = |label: &str, name: &str| match name == &*m.text {
        true => label.to_owned(),
        false => format!("{label}={name}"),
    };
    match m.label {
        Label::Person => known_as("person", &entities.person(&m.text)),
        Label::Org(_) => known_as("org", &entities.org_named(m)),
        Label::MaybeOrg(id) => {
            let name = dict
                .orgs
                .get(id as usize)
                .map_or(&*m.text, |org| &*org.name);
            known_as("maybe_org", name)
        }
        Label::Title(part) => match name(TITLE_PARTS, part) {
            "head" => "title".to_owned(),
            part => format!("title:{part}"),
        },
        Label::Date(_) => "date".to_owned(),
        Label::Place => "place".to_owned(),
        Label::Media => "media".to_owned(),
        Label::Honorific => "honorific".to_owned(),
        Label::Latin => "latin".to_owned(),
        Label::Blocked => "blocked".to_owned(),
        Label::Word => m.tag.to_owned(),
        Label::Punct => "punct".to_owned(),
    }
}

fn name<T: PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names
        .iter()
        .find(|(_, other)| *other == value)
        .map_or("", |(name, _)| name)
}
