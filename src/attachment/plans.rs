//! Which pictures an attachment has, where nobody chose.

use super::{MOST, split::split};
use crate::{
    analysis::Analysis,
    model::Audience,
    view::{self, NoSuchView, Plan, Subject},
};

/// A landscape of more applications and parties than this is shown by domain first.
pub const AT_ONCE: usize = 30;

/// The pictures of an attachment, the most important first: the views that were asked for; else those that are
/// declared for this audience; else everything at once where that can be read, and where not, the domains, and then
/// each of them, in parts where it is too large.
///
/// # Errors
/// When a view doesn't exist that was asked for.
pub fn plans(analysis: &Analysis, asked: &[String], audience: Audience) -> Result<Vec<Plan>, NoSuchView> {
    let landscape = &analysis.landscape;
    let mut plans = view::chosen(landscape, asked)?;
    if !asked.is_empty() {
        return Ok(plans);
    }
    let count = landscape.applications.len() + landscape.parties.len();
    plans.retain(|plan| match &plan.subject {
        Subject::Declared(id) => {
            let declared = landscape.views.get(*id).audience.as_ref();
            declared.map_or(Audience::Internal, |it| it.value) == audience
        }
        Subject::Overview | Subject::Domain(_) | Subject::Part(_) => count > AT_ONCE,
        Subject::Everything => count <= AT_ONCE.min(MOST),
    });
    Ok(match audience {
        Audience::Internal => plans.into_iter().flat_map(|plan| split(landscape, plan)).collect(),
        Audience::Public => plans,
    })
}
