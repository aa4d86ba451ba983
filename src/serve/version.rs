//! One version of the landscape: its files, and how they are judged.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::{
    analysis::{Analysis, Options, analyze},
    attachment::{self, Attachment, MOST},
    graph::FlowGraph,
    model::Audience,
    source::Sources,
    view::{self, Engine, Plan, Readable, geometry::Rect, layout::Layout, plans},
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
    /// How it was judged.
    options: Options,
    /// The judgement as of another day, the last that was asked for: everything else that is asked meanwhile asks it again.
    other_day: Mutex<Option<Arc<Analysis>>>,
    plans: Vec<Plan>,
    /// The name of the view that is shown where none is asked: what the council sees first.
    first: String,
}

impl Version {
    /// Judges these files.
    pub fn new(sources: Sources, options: &Options, at: String) -> Self {
        let analysis = analyze(&sources, options);
        let graph = FlowGraph::new(&analysis.landscape);
        let attachment = attachment::compose(&analysis, &graph, &[]);
        let plans = plans(&analysis.landscape);
        let council = attachment::plans(&analysis, &[], Audience::Internal).unwrap_or_default();
        let first = council.first().map(|plan| plan.name.clone()).unwrap_or_default();
        let options = options.clone();
        Self { sources, analysis, graph, attachment, at, options, other_day: Mutex::default(), plans, first }
    }

    /// Whether everything could be read: half a landscape isn't drawn.
    pub fn is_whole(&self) -> bool {
        !self.analysis.is_incomplete()
    }

    /// The day on which it was judged, which counts where the landscape has no date.
    pub const fn today(&self) -> Date {
        self.options.today
    }

    /// The same landscape, judged as of another day; the ids in it are the same.
    pub fn judged_on(&self, day: Date) -> Arc<Analysis> {
        let mut other = self.other_day.lock().unwrap_or_else(PoisonError::into_inner);
        let known = other.as_ref().filter(|analysis| analysis.date == day).map(Arc::clone);
        known.unwrap_or_else(|| {
            let options = Options { date: Some(day), ..self.options.clone() };
            let analysis = Arc::new(analyze(&self.sources, &options));
            *other = Some(Arc::clone(&analysis));
            analysis
        })
    }

    /// The views that there are.
    pub fn plans(&self) -> &[Plan] {
        &self.plans
    }

    /// The view of this name, else the first.
    pub fn plan(&self, name: &str) -> Option<&Plan> {
        let find = |name: &str| self.plans.iter().find(|plan| plan.name == name);
        find(name).or_else(|| find(&self.first)).or_else(|| self.plans.first())
    }

    /// A view of it, laid out; or why it can't be, in a sentence.
    pub fn draw(&self, plan: &Plan, engine: Engine) -> Result<(Readable, Layout, Vec<Rect>), String> {
        let readable = view::readable(&self.analysis, &self.graph, plan, MOST);
        let layout = view::layout::layout(&readable.drawing, engine);
        let layout = layout.map_err(|error| error.message(self.analysis.lang))?;
        let chips = view::diagram::chip_places(&readable.drawing, &layout);
        Ok((readable, layout, chips))
    }
}
