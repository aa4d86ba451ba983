//! The fixed words of the page, beside those that it shares with the council's.

use crate::{model::DataClass, text::Text};

/// To the drawing, past what stands above it.
pub const SKIP: Text = Text { en: "Skip to the drawing", nl: "Naar de tekening" };
/// What the row of views is called.
pub const VIEWS: Text = Text { en: "Views", nl: "Weergaven" };
/// What the filters are called.
pub const FILTERS: Text = Text { en: "Search and filter", nl: "Zoeken en filteren" };
/// Before the box to search.
pub const SEARCH: Text = Text { en: "Search", nl: "Zoeken" };
/// In that box: what can be found.
pub const SEARCH_HINT: Text = Text { en: "id, name, finding …", nl: "id, naam, bevinding …" };
/// Before the filters.
pub const CATEGORY: Text = Text { en: "Data", nl: "Gegevens" };
/// The same.
pub const CLASS: Text = Text { en: "Class", nl: "Soort" };
/// The same.
pub const DOMAIN: Text = Text { en: "Domain", nl: "Domein" };
/// The same.
pub const STATUS: Text = Text { en: "Security", nl: "Beveiliging" };
/// Where a filter filters nothing.
pub const ALL: Text = Text { en: "all", nl: "alle" };
/// The state of a link about which something was found.
pub const FOUND: Text = Text { en: "with findings", nl: "met bevindingen" };
/// On the button of a form, for who has no script.
pub const SHOW: Text = Text { en: "Show", nl: "Toon" };
/// To filter no more.
pub const CLEAR: Text = Text { en: "Clear", nl: "Wissen" };
/// Above the drawing.
pub const DRAWING: Text = Text { en: "Drawing", nl: "Tekening" };
/// In its place, while it is made.
pub const MAKING: Text = Text {
    en: "The drawing is being made, and will come here by itself. All else on this page is there already.",
    nl: "De tekening wordt gemaakt, en komt hier vanzelf. De rest van deze pagina is er al.",
};
/// In its place, where nothing could be drawn yet.
pub const NO_DRAWING: Text = Text {
    en: "There is no drawing yet: not everything in the files can be read.",
    nl: "Er is nog geen tekening: niet alles in de bestanden is te lezen.",
};
/// On the buttons beside the drawing.
pub const LARGER: Text = Text { en: "Zoom in", nl: "Inzoomen" };
/// The same.
pub const SMALLER: Text = Text { en: "Zoom out", nl: "Uitzoomen" };
/// The same.
pub const WHOLE: Text = Text { en: "Show all", nl: "Alles tonen" };
/// How to move in the drawing.
pub const KEYS: Text = Text {
    en: "Click in the drawing, and the wheel zooms; drag to move. By keyboard: Tab to a card or number, Enter chooses; + − 0 zoom, the arrow keys move. / searches, Esc closes.",
    nl: "Klik in de tekening, dan zoomt het wieltje; sleep om te schuiven. Met het toetsenbord: Tab naar een kaart of nummer, Enter kiest; + − 0 zoomen, de pijltjes schuiven. / zoekt, Esc sluit.",
};
/// What the panel is called.
pub const PANEL: Text = Text { en: "Details", nl: "Details" };
/// In the panel, where nothing was chosen.
pub const NOTHING_CHOSEN: Text = Text {
    en: "Choose an application, a party, or an arrow or its number, in the drawing or the tables.",
    nl: "Kies een applicatie, een partij, of een pijl of het nummer ervan, in de tekening of de tabellen.",
};
/// In the panel, where what was chosen is there no more.
pub const GONE: Text = Text {
    en: "What was chosen isn't in the landscape, or not in this view.",
    nl: "Wat gekozen was, staat niet in het landschap, of niet in deze weergave.",
};
/// To close what is in the panel.
pub const CLOSE: Text = Text { en: "Close", nl: "Sluiten" };
/// Above what is declared.
pub const FACTS: Text = Text { en: "What the landscape says", nl: "Wat het landschap zegt" };
/// Before what isn't.
pub const NOT_KNOWN: Text = Text { en: "Not recorded", nl: "Niet vastgelegd" };
/// Before what was written, but couldn't be read.
pub const LOST: Text = Text { en: "Couldn't be read", nl: "Niet te lezen" };
/// Above the findings.
pub const FINDINGS: Text = Text { en: "Findings", nl: "Bevindingen" };
/// Where there are none.
pub const NO_FINDINGS: Text = Text { en: "Nothing was found.", nl: "Er is niets gevonden." };
/// Above where it is written.
pub const SOURCE: Text = Text { en: "Where it is written", nl: "Waar het staat" };
/// On the button that copies a place.
pub const COPY: Text = Text { en: "Copy", nl: "Kopieer" };
/// After that.
pub const COPIED: Text = Text { en: "Copied", nl: "Gekopieerd" };
/// Above the links that lead here.
pub const INCOMING: Text = Text { en: "Comes in", nl: "Komt binnen" };
/// Above those that lead from here.
pub const OUTGOING: Text = Text { en: "Goes out", nl: "Gaat uit" };
/// Before how to mend something.
pub const MEND: Text = Text { en: "Mend", nl: "Herstel" };
/// Before the articles.
pub const BASIS: Text = Text { en: "Rests on", nl: "Rust op" };
/// Above the form that follows a category.
pub const TRACE: Text = Text { en: "Follow data", nl: "Volg gegevens" };
/// On its button.
pub const FOLLOW: Text = Text { en: "Follow", nl: "Volg" };
/// In it: from where.
pub const FROM: Text = Text { en: "From (id)", nl: "Van (id)" };
/// In it: to where.
pub const TO: Text = Text { en: "To (id)", nl: "Naar (id)" };
/// In it, where no category is chosen.
pub const CHOOSE: Text = Text { en: "choose", nl: "kies" };
/// To ask what a breach means.
pub const BREACH: Text =
    Text { en: "What if this application is breached?", nl: "Wat bij een datalek in deze applicatie?" };
/// Above the fields for when a breach became known.
pub const SINCE_WHEN: Text = Text {
    en: "When did the controller become aware of it?",
    nl: "Wanneer kreeg de verwerkingsverantwoordelijke er kennis van?",
};
/// Before the one for the day.
pub const DAY: Text = Text { en: "Day", nl: "Dag" };
/// Before the one for the time.
pub const TIME: Text = Text { en: "Dutch time, if known", nl: "Tijdstip, indien bekend" };
/// On the button beside them.
pub const WORK_OUT: Text = Text { en: "Work out the deadline", nl: "Bereken de termijn" };
/// The answer as a picture of its own.
pub const AS_PICTURE: Text = Text { en: "As a picture of its own", nl: "Als aparte tekening" };
/// Where the connection is lost.
pub const LOST_TOUCH: Text = Text {
    en: "Koppelkaart no longer answers; this page isn't kept up to date.",
    nl: "Koppelkaart antwoordt niet meer; deze pagina wordt niet bijgewerkt.",
};
/// On a finding that fails the check.
pub const DENY: Text = Text { en: "error", nl: "fout" };
/// On one that doesn't.
pub const WARN: Text = Text { en: "warning", nl: "waarschuwing" };
/// On one that someone answers for.
pub const ACCEPTED: Text = Text { en: "accepted", nl: "geaccepteerd" };

/// What people call a class.
pub const fn class(class: DataClass) -> Text {
    match class {
        DataClass::NonPersonal => Text { en: "not personal", nl: "geen persoonsgegeven" },
        DataClass::Personal => Text { en: "personal", nl: "persoonsgegeven" },
        DataClass::SpecialCategory => Text { en: "special category", nl: "bijzonder persoonsgegeven" },
        DataClass::Criminal => Text { en: "criminal", nl: "strafrechtelijk" },
        DataClass::NationalId => Text { en: "national number", nl: "nationaal nummer (BSN)" },
    }
}
