//! The document as the template gets it: sheets of paper with blocks on them, in the order in which they are read.

use serde::Serialize;

use super::{first_page, limits, links, norms, pictures, shortfalls, table::Table, trend};
use crate::{
    attachment::{Attachment, Figure, words},
    model::Audience,
    text::{Lang, Text, shown, shown_up_to},
    view::theme,
};

/// The longest title that the document has among its properties, in characters.
const LONGEST_TITLE: usize = 400;

/// The whole document.
#[derive(Serialize)]
pub struct Document {
    lang: &'static str,
    /// What it is called where it isn't read: in the window of a program, in a list of files.
    name: String,
    title: String,
    subtitle: String,
    /// What it is called at the foot of each page.
    footer: String,
    /// The words of "page 2 of 9".
    page: &'static str,
    of: &'static str,
    colours: Colours,
    sheets: Vec<Sheet>,
}

impl Document {
    /// Tells at the end what � stands for.
    pub fn tell_unshown(&mut self, lang: Lang) {
        let text = UNSHOWN.to(lang).to_owned();
        upright(&mut self.sheets, vec![Block::Text { text, soft: true }]);
    }
}

const UNSHOWN: Text = Text {
    en: "The sign \u{FFFD} stands for a character that the typeface of this document doesn't have.",
    nl: "Het teken \u{FFFD} staat voor een teken dat het lettertype van dit document niet heeft.",
};

#[derive(Serialize)]
struct Colours {
    ink: &'static str,
    soft: &'static str,
    hairline: &'static str,
    room: &'static str,
    alarm: &'static str,
}

/// Blocks that begin on a new sheet of one size, and go on on more of them.
#[derive(Serialize)]
pub struct Sheet {
    /// The size, as Typst calls it.
    pub paper: &'static str,
    /// Whether it lies.
    pub lying: bool,
    /// What is on it.
    pub blocks: Vec<Block>,
}

impl Sheet {
    /// An upright sheet of A4.
    pub const fn upright(blocks: Vec<Block>) -> Self {
        Self { paper: "a4", lying: false, blocks }
    }

    /// Whether it is that.
    pub fn is_upright(&self) -> bool {
        self.paper == "a4" && !self.lying
    }
}

/// Something to be set.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// Title and subtitle.
    Title,
    /// A heading of level 1 to 3.
    Heading { level: u8, text: String },
    /// The verdict, in a frame of the colour of its state.
    Verdict { symbol: String, colour: &'static str, text: String, responsible: String },
    /// How the links are divided.
    Shares { all: String, shares: Vec<Share> },
    /// What is wrong with some links, and which those are.
    Which { symbol: String, colour: &'static str, text: String, links: Vec<String> },
    /// The headings with their pages.
    Contents { heading: &'static str },
    /// A paragraph.
    Text { text: String, soft: bool },
    /// An enumeration.
    List { items: Vec<String> },
    /// A table.
    Table(Table),
    /// A picture.
    Picture { file: String, width: f64, alt: String, caption: String },
}

impl Block {
    /// A heading of a part.
    pub fn part(text: &str) -> Self {
        Self::Heading { level: 1, text: text.to_owned() }
    }

    /// A paragraph in ordinary ink.
    pub const fn text(text: String) -> Self {
        Self::Text { text, soft: false }
    }
}

/// A share of the links.
#[derive(Serialize)]
pub struct Share {
    /// How much of the bar it is, in parts that need not add up to anything.
    pub width: f64,
    /// The state, as the files of its symbol and pattern are called.
    pub state: &'static str,
    /// Its colour.
    pub colour: &'static str,
    /// How many links.
    pub count: String,
    /// The state in words.
    pub meaning: &'static str,
}

/// The document that says what the attachment does.
pub fn document(attachment: &Attachment, figures: &[Figure]) -> Document {
    let lang = attachment.lang;
    Document {
        lang: lang.tag(),
        name: shown_up_to(&attachment.title, LONGEST_TITLE).into_owned(),
        title: attachment.title.clone(),
        footer: shown(&attachment.title).into_owned(),
        subtitle: attachment.subtitle.clone(),
        page: Text { en: "page", nl: "bladzijde" }.to(lang),
        of: Text { en: "of", nl: "van" }.to(lang),
        colours: Colours {
            ink: theme::INK,
            soft: theme::SOFT,
            hairline: theme::HAIRLINE,
            room: theme::ROOM,
            alarm: theme::ALARM,
        },
        sheets: sheets(attachment, figures),
    }
}

fn sheets(attachment: &Attachment, figures: &[Figure]) -> Vec<Sheet> {
    let (first, rest) = figures.split_at(figures.len().min(1));
    let mut sheets = vec![Sheet::upright(first_page::blocks(attachment))];
    sheets.extend(pictures::sheets(attachment, &words::PICTURES, 0, first));
    if first.is_empty() {
        upright(&mut sheets, pictures::none(attachment));
    }
    let fall_short = [
        shortfalls::exceptions(attachment),
        shortfalls::points(attachment),
        trend::trend(attachment),
        norms::norms(attachment),
    ];
    upright(&mut sheets, fall_short.into_iter().flatten().collect());
    sheets.extend(pictures::sheets(attachment, &words::MORE_PICTURES, 1, rest));
    sheets.extend(links::links(attachment));
    let end = [links::pairs(attachment), limits::not_assessed(attachment), limits::judged_by(attachment)];
    upright(&mut sheets, end.into_iter().flatten().collect());
    upright(&mut sheets, closing(attachment));
    sheets.retain(|sheet| !sheet.blocks.is_empty());
    sheets
}

/// Puts blocks on upright A4, below what is there already if that is upright A4 too.
fn upright(sheets: &mut Vec<Sheet>, blocks: Vec<Block>) {
    match sheets.last_mut() {
        Some(sheet) if sheet.is_upright() => sheet.blocks.extend(blocks),
        _ => sheets.push(Sheet::upright(blocks)),
    }
}

/// For whom it is.
fn closing(attachment: &Attachment) -> Vec<Block> {
    let internal = attachment.audience == Audience::Internal;
    let text = words::INTERNAL.to(attachment.lang).to_owned();
    internal.then_some(Block::Text { text, soft: true }).into_iter().collect()
}
