//! What stands in the lists of the sheet, in words: what falls short, what asks for attention, the traffic lights.

use super::{STRONG, TEXT};
use crate::{
    attachment::{
        Attachment, Exception, NormRow, Point,
        trend::{Trend, summary},
        words,
    },
    model::Status,
    report::norm_lights::light,
    report::standing::sentence,
    say,
    text::{Lang, capitalised, number},
    view::{
        diagram::ends,
        drawing::{Arrow, Drawing, LinkState},
        theme::{ALARM, INK, NO_CONTROLLER_MEANING, SOFT, Type, look},
    },
};

/// An entry of a list.
#[derive(Default)]
pub struct Entry {
    /// Whose sign it bears; none: it bears none.
    pub sign: Option<LinkState>,
    /// What it is called; may be empty.
    pub number: String,
    /// Small beneath it: what its arrow is called, or how many it stands for; may be empty.
    pub arrow: String,
    /// What it says, with type and colour.
    pub parts: Vec<(String, Type, &'static str)>,
}

/// The links that fall short or of which it isn't known, with the arrow that each is part of.
pub fn exceptions(attachment: &Attachment) -> Vec<Entry> {
    attachment.exceptions.iter().map(|it| exception(attachment, it)).collect()
}

fn exception(attachment: &Attachment, exception: &Exception) -> Entry {
    let lang = attachment.lang;
    let row = attachment.links.iter().find(|link| link.number == exception.number);
    let arrow = row.and_then(|row| row.arrow.as_ref());
    let arrow = arrow.map(|arrow| say!(lang, en: "arrow {arrow}", nl: "pijl {arrow}")).unwrap_or_default();
    let look = look(exception.state);
    let (word, why) = (capitalised(look.word.to(lang)), &exception.why);
    // Where the reason begins with the word, the word alone would be said twice.
    let said = match why.is_empty() {
        true => sentence(&word),
        false if why.starts_with(&word) => sentence(why),
        false => format!("{word}. {}", sentence(why)),
    };
    Entry {
        sign: Some(exception.state.into()),
        number: exception.number.clone(),
        arrow,
        parts: vec![
            (format!("{} → {}", exception.from, exception.to), STRONG, INK),
            (said, TEXT, look.colour),
            (promise(exception.owner.as_ref(), exception.due.as_ref(), lang), TEXT, SOFT),
        ],
    }
}

/// Who mends it and by when, or that nobody wrote that down.
fn promise(owner: Option<&String>, due: Option<&String>, lang: Lang) -> String {
    match (owner, due) {
        (Some(owner), Some(due)) => format!("{owner} · {due}"),
        (Some(owner), None) => {
            say!(lang, en: "{owner} · when is not recorded", nl: "{owner} · wanneer is niet vastgelegd")
        }
        (None, Some(due)) => {
            say!(lang, en: "who is not recorded · {due}", nl: "wie is niet vastgelegd · {due}")
        }
        (None, None) => {
            say!(lang, en: "who and when is not recorded", nl: "wie en wanneer is niet vastgelegd")
        }
    }
}

/// What asks for attention at links that are secured, and how many there are.
pub fn points(attachment: &Attachment) -> Vec<Entry> {
    let entry = |point: &Point| Entry {
        sign: Some(LinkState::Attention),
        parts: vec![(format!("{}: {}", point.links.len(), point.what), TEXT, INK)],
        ..Entry::default()
    };
    attachment.points.iter().map(entry).collect()
}

/// The traffic lights.
pub fn lights(attachment: &Attachment) -> Vec<Entry> {
    let lang = attachment.lang;
    let entry = |norm: &NormRow| {
        let sign = sign(norm.status);
        let mut parts = vec![
            (light(norm.status).word.to(lang).to_owned(), STRONG, look(sign).colour),
            (norm.text.clone(), TEXT, INK),
        ];
        // Where all is well there is nothing to promise.
        if norm.status != Status::Green || norm.owner.is_some() || norm.due.is_some() {
            parts.push((promise(norm.owner.as_ref(), norm.due.as_ref(), lang), TEXT, SOFT));
        }
        Entry { sign: Some(sign), parts, ..Entry::default() }
    };
    attachment.norms.iter().map(entry).collect()
}

/// The arrows of a picture: between what, with which data where that is told, and why each looks as it does.
pub fn arrows(drawing: &Drawing) -> Vec<Entry> {
    let entry = |(_, arrow): (usize, &Arrow)| {
        let look = look(arrow.state);
        let word = capitalised(look.word.to(drawing.lang));
        let why = if arrow.why.is_empty() { word } else { capitalised(&arrow.why) };
        let controller = capitalised(NO_CONTROLLER_MEANING.to(drawing.lang));
        let mut parts = vec![
            (ends(drawing, arrow), STRONG, INK),
            (arrow.carries.clone(), TEXT, SOFT),
            (why, TEXT, look.colour),
        ];
        if arrow.no_controller {
            parts.push((controller, TEXT, ALARM));
        }
        let count =
            if arrow.count > 1 { format!("{}×", number(arrow.count, drawing.lang)) } else { String::new() };
        Entry { sign: Some(arrow.state), number: arrow.number.clone(), arrow: count, parts }
    };
    drawing.told().map(entry).collect()
}

/// The state of a link that looks like a colour of the traffic lights.
const fn sign(status: Status) -> LinkState {
    match status {
        Status::Green => LinkState::Secured,
        Status::Amber => LinkState::Attention,
        Status::Red => LinkState::NotSecured,
        Status::NotAssessed => LinkState::Unknown,
    }
}

/// What stands instead of links that fall short: that none does, or that they aren't for everyone to see.
pub fn nothing(attachment: &Attachment) -> Vec<Entry> {
    if let Some(withheld) = &attachment.withheld {
        return vec![Entry { parts: vec![(withheld.clone(), TEXT, INK)], ..Entry::default() }];
    }
    let parts = vec![(words::NO_EXCEPTIONS.to(attachment.lang).to_owned(), TEXT, INK)];
    vec![Entry { sign: Some(LinkState::Secured), parts, ..Entry::default() }]
}

/// What changed since the previous report, in counts.
pub fn changed(trend: &Trend, lang: Lang) -> Vec<Entry> {
    let parts = vec![
        (summary(trend, lang), STRONG, INK),
        (trend.secured.clone(), TEXT, INK),
        (trend.since.clone(), TEXT, SOFT),
    ];
    vec![Entry { parts, ..Entry::default() }]
}
