//! One version of the landscape: judged, and drawn as far as someone looks.

use std::sync::OnceLock;

use jiff::civil::Date;

use crate::{
    analysis::{Analysis, Options, analyze},
    attachment::{self, Attachment, MOST},
    graph::FlowGraph,
    model::Audience,
    source::Sources,
    view::{self, Engine, Plan, Readable, layout::Layout, plans},
};

/// A landscape as it was at one moment.
pub struct Version {
    /// The files.
    pub sources: Sources,
    /// What was found.
    pub analysis: Analysis,
    /// Where data runs.
    pub graph: FlowGraph,
    /// The verdict, the counts and the table of links, as the council gets them; without pictures.
    pub attachment: Attachment,
    /// When it was read.
    pub at: String,
    /// The day on which it was judged, which counts where the landscape has no date.
    pub today: Date,
    views: Vec<Seen>,
    /// The name of the view that is shown where none is asked: what the council sees first.
    first: String,
}

/// A view, drawn once someone looks.
struct Seen {
    plan: Plan,
    drawn: OnceLock<Result<Drawn, String>>,
}

/// A view as it is laid out.
pub struct Drawn {
    /// What is in it.
    pub readable: Readable,
    /// Where everything stands.
    pub layout: Layout,
}

impl Version {
    /// Judges these files.
    pub fn new(sources: Sources, options: &Options, at: String) -> Self {
        let analysis = analyze(&sources, options);
        let graph = FlowGraph::new(&analysis.landscape);
        let attachment = attachment::compose(&analysis, &graph, &[]);
        let views = plans(&analysis.landscape).into_iter();
        let views = views.map(|plan| Seen { plan, drawn: OnceLock::new() }).collect();
        let council = attachment::plans(&analysis, &[], Audience::Internal).unwrap_or_default();
        let first = council.first().map(|plan| plan.name.clone()).unwrap_or_default();
        Self { first, sources, analysis, graph, attachment, at, today: options.today, views }
    }

    /// Whether everything could be read: half a landscape isn't drawn.
    pub fn is_whole(&self) -> bool {
        !self.analysis.is_incomplete()
    }

    /// The views that there are.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.views.iter().map(|seen| &seen.plan)
    }

    /// The view of this name, else the first.
    pub fn plan(&self, name: &str) -> Option<&Plan> {
        self.seen(name).map(|seen| &seen.plan)
    }

    /// The view of this name, else the first, laid out; or why it can't be. None: there is nothing to draw.
    pub fn drawn(&self, name: &str) -> Option<Result<&Drawn, &str>> {
        let seen = self.seen(name)?;
        let drawn = seen.drawn.get_or_init(|| self.draw(&seen.plan));
        Some(drawn.as_ref().map_err(String::as_str))
    }

    fn seen(&self, name: &str) -> Option<&Seen> {
        let find = |name: &str| self.views.iter().find(|seen| seen.plan.name == name);
        find(name).or_else(|| find(&self.first)).or_else(|| self.views.first())
    }

    fn draw(&self, plan: &Plan) -> Result<Drawn, String> {
        let readable = view::readable(&self.analysis, &self.graph, plan, MOST);
        let layout = view::layout::layout(&readable.drawing, Engine::Embedded);
        let layout = layout.map_err(|error| error.message(self.analysis.lang))?;
        Ok(Drawn { readable, layout })
    }
}
