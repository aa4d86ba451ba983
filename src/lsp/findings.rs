//! What was found in each file, and what of that an editor doesn't know yet.

use std::collections::BTreeMap;

use gen_lsp_types as lsp;

use super::{
    convert::{self, Border},
    workspace::Workspace,
};
use crate::analysis::Options;

/// What was found in each file, by its address: of which of its texts, and what.
#[derive(Debug, Default)]
pub struct Found(BTreeMap<String, (Option<i32>, Vec<lsp::Diagnostic>)>);

impl Found {
    /// What is found now, in every file of every landscape, open or not.
    pub fn now(workspace: &mut Workspace, options: &Options, border: Border) -> Self {
        let mut found = Self::default();
        for judged in workspace.all(options) {
            for (source, _) in judged.sources.iter() {
                let uri = convert::address_of(judged, source).0;
                found.0.insert(uri, (judged.version(source), Vec::new()));
            }
            let acceptances = judged.analysis.acceptances();
            for finding in &judged.analysis.findings {
                let uri = convert::address_of(judged, finding.primary.location.source).0;
                let (_, list) = found.0.entry(uri).or_default();
                list.push(border.diagnostic(judged, &acceptances, finding));
            }
        }
        found
    }
}

/// What the editor shows of each file.
#[derive(Debug, Default)]
pub struct Shown(BTreeMap<String, Vec<lsp::Diagnostic>>);

impl Shown {
    /// What to tell, so that the editor shows what was found. What is no longer there is cleared.
    pub fn become_these(&mut self, found: Found) -> Vec<lsp::PublishDiagnosticsParams> {
        let told = |uri: &str, version, diagnostics| lsp::PublishDiagnosticsParams {
            uri: uri.into(),
            version,
            diagnostics,
        };
        let gone = self.0.keys().filter(|uri| !found.0.contains_key(*uri));
        let mut all: Vec<_> = gone.map(|uri| told(uri, None, Vec::new())).collect();
        // A file without findings that was never told of needs no telling either, but once doesn't hurt.
        let news =
            found.0.iter().filter(|(uri, (_, list))| self.0.get(*uri).is_none_or(|shown| shown != list));
        all.extend(news.map(|(uri, (version, list))| told(uri, *version, list.clone())));
        self.0 = found.0.into_iter().map(|(uri, (_, list))| (uri, list)).collect();
        all
    }
}
