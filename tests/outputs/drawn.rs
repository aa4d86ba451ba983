//! Pictures, and the council's attachment: only of a landscape that could be read whole.

use koppelkaart::{
    analysis::Analysis,
    attachment::{self, trend::trend},
    follow::{
        breach::breach,
        trace::{Asked, trace},
    },
    graph::FlowGraph,
    model::Audience,
    report::{
        breach::{self as told, Told},
        page::{Figure, page},
        sheet::sheet,
        trace_picture,
    },
    view::{self, Drawing, Engine},
};

use super::Judged;
use crate::readers::Form;

impl Judged<'_> {
    /// Every view as DOT and SVG, with all its nodes and arrows.
    pub fn drawn(&self) {
        let graph = FlowGraph::new(&self.analysis.landscape);
        for plan in view::plans(&self.analysis.landscape) {
            self.picture(&plan.name, &view::compose(self.analysis, &graph, &plan));
        }
    }

    /// The pictures of a trace and of a breach.
    pub fn answers_drawn(&self) {
        let (analysis, landscape) = (self.analysis, &self.analysis.landscape);
        let graph = FlowGraph::new(landscape);
        if let Some((data, _)) = landscape.data.iter().next() {
            let trace = trace(&graph, Asked { data, from: None, to: None });
            self.picture("trace", &trace_picture::drawing(analysis, &graph, &trace));
        }
        if let Some((application, _)) = landscape.applications.iter().next() {
            let breach = breach(analysis, application);
            let told = Told { analysis, breach: &breach, moment: None, on_page: false };
            let svg = self.picture("breach", &told::picture(&told, &graph));
            let png = view::png(&svg).expect("pixels");
            self.meet("breach as PNG", Form::Png, &png);
        }
    }

    /// The page and the sheet for an audience.
    pub fn attached(&self, audience: Audience) {
        self.attached_since(audience, None);
    }

    /// The same, with what changed since an earlier landscape.
    pub fn attached_since(&self, audience: Audience, before: Option<&Analysis>) {
        let analysis = self.analysis;
        let graph = FlowGraph::new(&analysis.landscape);
        let plans = attachment::plans(analysis, &[], audience).expect("nothing was asked");
        let mut made = attachment::compose(analysis, &graph, &plans);
        made.trend = before.map(|before| trend(before, analysis));
        if audience == Audience::Public {
            made = attachment::public(analysis, &graph, &plans, &made);
        }
        let drawn = made.pictures.iter().map(|it| Figure::of(it, Engine::Embedded));
        let figures: Vec<Figure> = drawn.collect::<Result<_, _>>().expect("pictures");
        self.meet("page", Form::Page(0), page(&made, &figures).as_bytes());
        let sheet = sheet(&made, Engine::Embedded).expect("a sheet");
        self.meet("sheet", Form::AnySvg, sheet.svg.as_bytes());
    }

    fn picture(&self, what: &str, drawing: &Drawing) -> String {
        let (nodes, arrows) = (drawing.nodes.len(), drawing.arrows.len());
        let failed = |error: view::DrawError| format!("{what}: {}", error.message(self.analysis.lang));
        let dot = view::dot(drawing).map_err(failed).expect("a graph");
        self.meet(&format!("{what} as DOT"), Form::Dot(nodes, arrows), dot.as_bytes());
        let svg = view::svg(drawing, Engine::Embedded).map_err(failed).expect("a picture").svg;
        self.meet(&format!("{what} as SVG"), Form::Svg(nodes, arrows), svg.as_bytes());
        svg
    }
}
