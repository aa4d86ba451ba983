//! Answers to questions, and registers: only of a landscape that could be read whole.

use koppelkaart::{
    follow::{
        breach::{Moment, breach},
        impact::impact,
        trace::{Asked, trace},
        weak_spots::weak_spots,
    },
    graph::FlowGraph,
    model::Endpoint,
    register::{Register, of_processor, register},
    report::{
        breach as told, impact as impact_human, impact_all, impact_json, register_csv, register_md,
        register_xlsx, trace as trace_human, trace_json,
    },
};

use super::{Judged, STYLE};
use crate::readers::Form;

impl Judged<'_> {
    /// `trace`, `breach` and `impact` of the first few that can be asked about, and of all.
    pub fn answered(&self) {
        let (analysis, sources, width) = (self.analysis, self.sources, STYLE.width);
        let (landscape, lang) = (&analysis.landscape, analysis.lang);
        let graph = FlowGraph::new(landscape);
        let last = landscape.applications.iter().next_back().map(|(id, _)| Endpoint::Application(id));
        for (data, _) in landscape.data.iter().take(3) {
            let trace = trace(&graph, Asked { data, from: None, to: last });
            self.written("trace", Form::Plain, |out| {
                trace_human::write(analysis, &trace, sources, STYLE, out)
            });
            self.written("trace as JSON", Form::Json, |out| {
                trace_json::write(analysis, &trace, sources, out)
            });
        }
        let moment = Moment::parse("2026-11-02T22:10");
        for (application, _) in landscape.applications.iter().take(3) {
            let breach = breach(analysis, application);
            let told = told::Told { analysis, breach: &breach, moment: moment.as_ref(), on_page: false };
            self.written("breach", Form::Plain, |out| told::human(&told, width, out));
            self.written("breach as JSON", Form::Json, |out| told::json(&told, out));
            self.written("breach as Markdown", Form::Markdown, |out| told::markdown(&told, out));
            let off = impact(landscape, application);
            self.written("impact", Form::Plain, |out| {
                impact_human::write(&off, landscape, sources, lang, width, out)
            });
            self.written("impact as JSON", Form::Json, |out| {
                impact_json::write(&off, analysis, sources, out)
            });
        }
        let spots = weak_spots(landscape);
        self.written("weak spots", Form::Plain, |out| {
            impact_all::write(&spots, landscape, sources, lang, width, out)
        });
        self.written("weak spots as JSON", Form::Json, |out| {
            impact_json::write_all(&spots, analysis, sources, out)
        });
    }

    /// The registers of controllers and of the first few processors.
    pub fn registered(&self) {
        let (landscape, day, lang) = (&self.analysis.landscape, self.analysis.date, self.analysis.lang);
        let parties = landscape.parties.iter().take(4);
        let processors = parties.filter_map(|(party, _)| of_processor(landscape, party, day, lang));
        register(landscape, day, lang).into_iter().chain(processors).for_each(|it| self.one_register(&it));
    }

    fn one_register(&self, register: &Register) {
        let csv = register_csv::file(register).expect("memory can be written to");
        self.meet("register as CSV", Form::Csv, &csv);
        // A text longer than a cell of Excel holds is refused.
        if let Ok(xlsx) = register_xlsx::file(register) {
            self.meet("register as Excel", Form::Xlsx, &xlsx);
        }
        self.meet("register as Markdown", Form::Markdown, register_md::file(register).as_bytes());
    }
}
