//! The pictures: on a screen as large as fits or at full size, on paper on a sheet on which they can be read.

use maud::{Markup, PreEscaped, html};

use super::Figure;
use crate::{
    attachment::{Attachment, words},
    report::picture::{Paper, numbers, paper, size, summed_up},
    text::{capitalised, on_one_line},
};

/// The first picture, and which views are shown by domain for their size.
pub fn first(attachment: &Attachment, figure: Option<&Figure>) -> Markup {
    let lang = attachment.lang;
    html! {
        @if let Some(figure) = figure { (picture(attachment, 0, figure)) }
        @else { p { (words::NO_PICTURE.to(lang)) } }
        @if let Some(summed_up) = summed_up(attachment) { p.soft { (summed_up) } }
    }
}

/// The pictures after the first; none where there is only one.
pub fn rest(attachment: &Attachment, figures: &[Figure]) -> Option<Markup> {
    let pictures = figures.iter().zip(1..).map(|(figure, at)| picture(attachment, at, figure));
    (!figures.is_empty()).then(|| html! { @for picture in pictures { (picture) } })
}

/// The sheet of paper that a picture gets, as the style sheet calls it.
pub fn sheet(figure: &Figure) -> &'static str {
    paper(&PAPERS, size(&figure.svg)).0.name
}

fn picture(attachment: &Attachment, at: usize, figure: &Figure) -> Markup {
    let lang = attachment.lang;
    let title = on_one_line(&figure.title);
    let (width, height) = size(&figure.svg);
    let (paper, scale) = paper(&PAPERS, (width, height));
    let measures = format!("--full:{width:.0}pt;--printed:{:.0}pt", width * scale);
    let numbers = attachment.pictures.get(at).map(|drawing| numbers(attachment, at, drawing).to(lang));
    html! {
        div class={ "picture " (paper.name) } {
            h3 { (title) }
            figure.fits[width <= FITS] style=(measures) {
                input.zoom type="checkbox" id={ "zoom-" (at) };
                label for={ "zoom-" (at) } { (words::FULL_SIZE.to(lang)) }
                // A region that scrolls must be reached by keyboard too.
                div.canvas tabindex="0" role="group" aria-label=(title) { (PreEscaped(numbered(&figure.svg, at))) }
                figcaption {
                    @if let Some(note) = figure.note { (capitalised(note.to(lang))) ". " }
                    @if let Some(numbers) = numbers { (numbers) " " }
                    @if at == 0 && !attachment.pairs.is_empty() {
                        a href="#pairs" { (words::PAIRS.to(lang)) } "."
                    }
                    @if !attachment.links.is_empty() {
                        (words::IN_WORDS.to(lang)) " " a href="#links" { (words::LINKS.to(lang)) } "."
                    }
                }
            }
        }
    }
}

/// The picture with ids that no other on the page has: two views may be called the same. They stand in raw quotes,
/// which text of the landscape can't hold.
fn numbered(svg: &str, at: usize) -> String {
    let id = |kind: &str| {
        let (_, rest) = svg.split_once(&format!(" id=\"{kind}-"))?;
        rest.split_once('"').map(|(hash, _)| format!("{kind}-{hash}"))
    };
    let (Some(title), Some(desc)) = (id("title"), id("desc")) else { return svg.to_owned() };
    svg.replacen(
        &format!("aria-labelledby=\"{title} {desc}\""),
        &format!("aria-labelledby=\"title-{at} desc-{at}\""),
        1,
    )
    .replacen(&format!("id=\"{title}\""), &format!("id=\"title-{at}\""), 1)
    .replacen(&format!("id=\"{desc}\""), &format!("id=\"desc-{at}\""), 1)
}

/// The sheets, the most ordinary first. The room is what `style.css` leaves: the sheet without its margins, and
/// without a hundred and fifteen points for headings and caption.
const PAPERS: [Paper<&str>; 4] = [
    Paper { name: "on-a4", width: 510.0, height: 640.0 },
    Paper { name: "on-a4-lying", width: 757.0, height: 395.0 },
    Paper { name: "on-a3-lying", width: 1145.0, height: 681.0 },
    Paper { name: "on-a3", width: 796.0, height: 1030.0 },
];

/// A picture no wider than this is at full size on a wide screen anyway, in points.
const FITS: f64 = 800.0;
