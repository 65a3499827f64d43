//! What only the whole pack shows: gradings without grades, ranks that tie, stages nobody reaches, controls whose
//! measure is not theirs.

use super::cx::Cx;
use super::raw::Raw;
use crate::model::Pack;

pub(super) fn check(_cx: &Cx<'_>, _raws: &[Raw], _pack: &Pack) {}
