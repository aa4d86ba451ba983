//! The council's attachment as PDF: for paper, for an archive and for a screen reader (PDF/UA-1, tagged).
//!
//! What it says and in which order is made here as data (`document.rs`); how that looks is a Typst template,
//! `attachment.typ`, which reads the data as JSON. So no text of a landscape is ever read as markup. Typst sees
//! nothing but that template, that data and the pictures: no disk, no network, no clock.

mod document;
mod error;
mod first_page;
mod limits;
mod links;
mod marks;
mod norms;
mod pictures;
mod shortfalls;
mod table;
mod trend;
mod typeface;
mod world;

use sha2::{Digest, Sha256};
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::attachment::{Attachment, Figure};

pub use error::PdfError;
use world::Files;

/// The PDF of an attachment, with its pictures drawn: a figure for each, in their order. The same attachment gives
/// the same bytes.
///
/// # Errors
/// When the typesetter refuses something, which no text of a landscape should be able to bring about.
pub fn pdf(attachment: &Attachment, figures: &[Figure]) -> Result<Vec<u8>, PdfError> {
    let (data, pictures) = typeface::fitting(attachment, figures)?;
    let identity = identity(&data, &pictures);
    let world = Files::new(data, pictures)?;
    let made = match typst::compile(&world).output {
        Ok(document) => {
            typst_pdf::pdf(&document, &options(identity)?).map_err(|errors| PdfError::of(&errors))
        }
        Err(errors) => Err(PdfError::of(&errors)),
    };
    // The typesetter remembers what it made, for documents that are edited; this one never is.
    typst::comemo::evict(0);
    made
}

fn options(identity: String) -> Result<PdfOptions, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PdfError::Typesetter(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some(format!("Koppelkaart {}", env!("CARGO_PKG_VERSION")))),
        standards,
        ..PdfOptions::default()
    })
}

/// What tells this document from others: what is in it, and not when it was made.
fn identity(data: &str, pictures: &[String]) -> String {
    let mut hash = Sha256::new();
    hash.update(data);
    for picture in pictures {
        hash.update([0]);
        hash.update(picture);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{Levels, Options, analyze},
        attachment::{compose, plans, public},
        graph::FlowGraph,
        model::Audience,
        source::Sources,
        view::Engine,
    };

    /// All that the typesetter gets besides its template: nothing else can be in the PDF.
    #[test]
    fn the_version_for_everyone_holds_nothing_that_is_masked() {
        let mut sources = Sources::default();
        sources.add(
            "town.toml",
            "[landscape]\nname = 'Dorp met Alfapakket'\n[party.maker]\nname = 'Softwarehuis Maker'\nkind = 'supplier'\n\
             [network.zaal]\nname = 'Serverzaal'\n\
             [application.a]\nname = 'Alfapakket'\ndescription = 'Alfasuite 7: burgerzaken'\nsupplier = 'maker'\n\
             [norm.1]\ntext = 'Alfapakket is veilig.'\nexplanation = 'Het staat in de Serverzaal van Softwarehuis Maker.'\n\
             [[link]]\nid = 'K1'\nfrom = 'maker'\nto = 'a'\npersonal_data = true\nsecure = true\nprotocol = 'telnet'\n",
        );
        let today = jiff::civil::date(2026, 11, 1);
        let analysis =
            analyze(&sources, &Options { date: None, today, lang: None, levels: Levels::default() });
        let graph = FlowGraph::new(&analysis.landscape);
        let plans = plans(&analysis, &[], Audience::Public).expect("nothing was asked");
        let attachment = public(&analysis, &graph, &plans, &compose(&analysis, &graph, &plans));
        let drawn = attachment.pictures.iter().map(|drawing| Figure::of(drawing, Engine::Embedded));
        let figures: Vec<Figure> = drawn.collect::<Result<_, _>>().expect("they can be drawn");
        assert_eq!(figures.len(), 1);
        let (data, pictures) = typeface::fitting(&attachment, &figures).expect("it fits");
        let all = [data, pictures.concat()].concat().to_lowercase();
        assert!(all.contains("[afgeschermd]"));
        for masked in ["alfapakket", "alfasuite", "softwarehuis", "serverzaal", "telnet", "\"k1\""] {
            assert!(!all.contains(masked), "{masked}: {all}");
        }
    }
}
