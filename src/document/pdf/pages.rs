//! The pages of a parsed PDF in their order.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::failure::Failure;
use super::limits::MOST_PAGES;
use super::objects::{array, dictionary, name, resolve};

/// A page with what it inherits from the page tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageSource<'d> {
    /// From 1.
    pub(super) number: usize,
    /// Its dictionary.
    pub(super) dictionary: &'d Dictionary,
    /// Its edges, in points.
    pub(super) media_box: [f32; 4],
    /// Degrees clockwise: 0, 90, 180 or 270.
    pub(super) rotation: i64,
    /// What its drawing instructions name.
    pub(super) resources: Option<&'d Dictionary>,
}

/// A4, for pages that do not say.
const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];

/// The longest edge the format allows.
const LONGEST_EDGE: f32 = 14_400.0;

#[derive(Debug, Clone, Copy)]
struct Inherited<'d> {
    media_box: [f32; 4],
    rotation: i64,
    resources: Option<&'d Dictionary>,
}

/// All pages, in order.
///
/// # Errors
/// A page tree that is broken or has a cycle, or more pages than are read, there or claimed.
pub(super) fn pages(document: &Document) -> Result<Vec<PageSource<'_>>, Failure> {
    let root = document
        .catalog()
        .map_err(|_| Failure::Damaged("Catalog"))?;
    let tree = dictionary(document, root, b"Pages").ok_or(Failure::Damaged("Pages"))?;
    let claimed = tree
        .get(b"Count")
        .and_then(|count| resolve(document, count).as_i64());
    if claimed.is_ok_and(|claimed| usize::try_from(claimed).is_ok_and(|count| count > MOST_PAGES)) {
        return Err(Failure::TooManyPages);
    }
    let nothing = Inherited {
        media_box: A4,
        rotation: 0,
        resources: None,
    };
    let mut pages = Vec::new();
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut open = vec![(tree, nothing)];
    while let Some((node, inherited)) = open.pop() {
        let inherited = inherit(document, node, inherited);
        let kids = array(document, node, b"Kids");
        let Some(kids) = kids.filter(|_| name(document, node, b"Type") != Some(b"Page")) else {
            pages.push(PageSource {
                number: pages.len() + 1,
                dictionary: node,
                media_box: inherited.media_box,
                rotation: inherited.rotation,
                resources: inherited.resources,
            });
            if pages.len() > MOST_PAGES {
                return Err(Failure::TooManyPages);
            }
            continue;
        };
        for kid in kids.iter().rev() {
            if let Object::Reference(id) = kid
                && !seen.insert(*id)
            {
                return Err(Failure::Damaged("Kids"));
            }
            // A page that is missing would make every later page number wrong.
            let kid = resolve(document, kid)
                .as_dict()
                .map_err(|_| Failure::Damaged("Kids"))?;
            open.push((kid, inherited));
        }
    }
    if pages.is_empty() {
        return Err(Failure::Damaged("Pages"));
    }
    Ok(pages)
}

fn inherit<'d>(
    document: &'d Document,
    node: &'d Dictionary,
    above: Inherited<'d>,
) -> Inherited<'d> {
    let rotation = node
        .get(b"Rotate")
        .and_then(|rotation| resolve(document, rotation).as_i64());
    Inherited {
        media_box: media_box(document, node).unwrap_or(above.media_box),
        rotation: rotation.map_or(above.rotation, |rotation| {
            rotation.div_euclid(90).rem_euclid(4) * 90
        }),
        resources: dictionary(document, node, b"Resources").or(above.resources),
    }
}

fn media_box(document: &Document, node: &Dictionary) -> Option<[f32; 4]> {
    let edges = array(document, node, b"MediaBox")?;
    let number = |edge| {
        let number = resolve(document, edge).as_float().ok()?;
        (number.abs() <= LONGEST_EDGE).then_some(number)
    };
    let edges: Vec<f32> = edges.iter().filter_map(number).collect();
    <[f32; 4]>::try_from(edges).ok()
}
