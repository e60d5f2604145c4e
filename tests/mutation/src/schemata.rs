//! Writes all mutants of a file into it, each behind a switch that is read when the program runs.
//!
//! `a < b` with the mutants 7 (`==`) and 8 (`<=`) becomes
//! `(if !mu::any(&[7, 8]) { a < b } else if mu::on(7) { a == b } else { a <= b })`.
//! Between two comments with its number stands the text of one mutant, so that an error of the
//! compiler leads back to it.

use std::ops::Range;


use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::mutant::Mutant;

/// A place of the source where mutants stand.
struct Site {
    range: Range<usize>,
    kind: Kind,
}

enum Kind {
    /// An expression, and what stands in its place.
    Expression(Vec<(usize, String)>),
    /// The first place within a function's body, and what it returns at once.
    Body(Vec<(usize, String)>),
    /// The end of the pattern of an arm without guard; the mutant never takes this arm.
    Arm(usize),
    /// The guard of an arm: mutants that never take it, and what stands in its place.
    Guard(Option<usize>, Vec<(usize, String)>),
}

/// The file with its mutants, and the numbers of those that found no place.
pub fn instrument(source: &str, mutants: &[(usize, &Mutant)]) -> (String, Vec<usize>) {
    let file = syn::parse_file(source).expect("the source compiles");
    let lines = Lines::new(source);
    let wanted = mutants
        .iter()
        .map(|(id, mutant)| Wanted {
            id: *id,
            genre: &mutant.genre,
            replacement: &mutant.replacement,
            start: lines.offset(mutant.span.start.line, mutant.span.start.column - 1),
            end: lines.offset(mutant.span.end.line, mutant.span.end.column - 1),
            placed: false,
        })
        .collect();
    let mut finder = Finder {
        source,
        wanted,
        sites: Vec::new(),
    };
    finder.visit_file(&file);
    let lost = finder.wanted.iter().filter(|wanted| !wanted.placed);
    let lost = lost.map(|wanted| wanted.id).collect();
    let mut sites = finder.sites;
    sites.sort_by_key(|site| (site.range.start, std::cmp::Reverse(site.range.end)));
    (render(source, 0..source.len(), &sites), lost)
}

/// The text of a range with the sites that lie in it.
fn render(source: &str, range: Range<usize>, sites: &[Site]) -> String {
    let mut text = String::new();
    let (mut at, mut index) = (range.start, 0);
    while let Some(site) = sites.get(index) {
        text.push_str(&source[at..site.range.start]);
        let inside = sites[index + 1..]
            .iter()
            .take_while(|inner| inner.range.start < site.range.end)
            .count();
        let within = &sites[index + 1..index + 1 + inside];
        let unchanged = || render(source, site.range.clone(), within);
        match &site.kind {
            Kind::Expression(mutants) => text.push_str(&choice(&unchanged(), mutants)),
            Kind::Body(mutants) => {
                for (id, value) in mutants {
                    text.push_str(&format!(
                        " {} if crate::mu::on({id}) {{ return {value}; }} {} ",
                        mark(&[*id]),
                        mark(&[])
                    ));
                }
            }
            Kind::Arm(id) => text.push_str(&format!(
                " {} if !crate::mu::on({id}) {}",
                mark(&[*id]),
                mark(&[])
            )),
            Kind::Guard(gone, mutants) => {
                if let Some(id) = gone {
                    text.push_str(&format!(" !crate::mu::on({id}) && "));
                }
                text.push_str(&choice(&unchanged(), mutants));
            }
        }
        at = site.range.end;
        index += 1 + inside;
    }
    text.push_str(&source[at..range.end]);
    text
}

fn choice(unchanged: &str, mutants: &[(usize, String)]) -> String {
    let ids: Vec<usize> = mutants.iter().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return format!("({unchanged})");
    }
    let mut text = format!(
        "{}(if !crate::mu::any(&{ids:?}) {{ {unchanged} }}",
        mark(&ids)
    );
    for (index, (id, replacement)) in mutants.iter().enumerate() {
        let test = match index + 1 == mutants.len() {
            true => String::new(),
            false => format!(" if crate::mu::on({id})"),
        };
        text.push_str(&format!(
            " else{test} {{ {} {replacement} {} }}",
            mark(&[*id]),
            mark(&[])
        ));
    }
    text + ")" + &mark(&[])
}

/// Opens (with numbers) or closes (without) the text of mutants.
fn mark(ids: &[usize]) -> String {
    let ids: Vec<String> = ids.iter().map(usize::to_string).collect();
    format!("/*mu:{}*/", ids.join(","))
}

/// The mutants whose text stands at this byte: of the innermost marks, nothing outside all.
pub fn at(text: &str, byte: usize) -> Vec<usize> {
    let mut open: Vec<&str> = Vec::new();
    for (start, _) in text.match_indices("/*mu:") {
        if start >= byte {
            break;
        }
        let ids = text[start + 5..].split("*/").next().unwrap_or_default();
        match ids {
            "" => drop(open.pop()),
            ids => open.push(ids),
        }
    }
    let ids = open.last().copied().unwrap_or_default().split(',');
    ids.filter_map(|id| id.parse().ok()).collect()
}

struct Wanted<'a> {
    id: usize,
    genre: &'a str,
    replacement: &'a str,
    start: usize,
    end: usize,
    placed: bool,
}

struct Finder<'a> {
    source: &'a str,
    wanted: Vec<Wanted<'a>>,
    sites: Vec<Site>,
}

impl Finder<'_> {
    /// Numbers and replacements of the mutants of this genre for which the test holds.
    fn take(&mut self, genre: &str, fits: impl Fn(&Wanted) -> bool) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for wanted in &mut self.wanted {
            if !wanted.placed && wanted.genre == genre && fits(wanted) {
                wanted.placed = true;
                found.push((wanted.id, wanted.replacement.to_owned()));
            }
        }
        found
    }

    /// The mutants of an operator, as texts of the whole expression.
    fn operator(&mut self, genre: &str, whole: Range<usize>, operator: Range<usize>) {
        let found = self.take(genre, |wanted| wanted.start == operator.start);
        if found.is_empty() {
            return;
        }
        let (before, after) = (
            &self.source[whole.start..operator.start],
            &self.source[operator.end..whole.end],
        );
        let mutants = found
            .into_iter()
            .map(|(id, replacement)| (id, format!("{before}{replacement}{after}")))
            .collect();
        self.sites.push(Site {
            range: whole,
            kind: Kind::Expression(mutants),
        });
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        // Two bodies of different types cannot both be what `impl Iterator` stands for.
        if let syn::ReturnType::Type(_, kind) = &signature.output
            && matches!(**kind, syn::Type::ImplTrait(_))
        {
            return;
        }
        let whole = block.span().byte_range();
        let first = block.stmts.first().map(|first| first.span().byte_range().start);
        let found = self.take("FnValue", |wanted| {
            wanted.start == whole.start || Some(wanted.start) == first
        });
        let open = whole.start + 1;
        if !found.is_empty() {
            self.sites.push(Site {
                range: open..open,
                kind: Kind::Body(found),
            });
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        // What the compiler computes cannot read a switch.
        if item.sig.constness.is_none() {
            self.function(&item.sig, &item.block);
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.constness.is_none() {
            self.function(&item.sig, &item.block);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        let operator = node.op.span().byte_range();
        // `if let … && …`: no other operator than `&&` may stand there, and no parentheses.
        if !has_let(&node.left) && !has_let(&node.right) {
            self.operator("BinaryOperator", node.span().byte_range(), operator);
        }
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        let operator = node.op.span().byte_range();
        self.operator("UnaryOperator", node.span().byte_range(), operator);
        visit::visit_expr_unary(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast syn::ExprStruct) {
        let whole = node.span().byte_range();
        let mut mutants = Vec::new();
        for field in node.fields.iter().filter(|_| node.rest.is_some()) {
            let field = field.span().byte_range();
            for (id, _) in self.take("StructField", |wanted| wanted.start == field.start) {
                let before = &self.source[whole.start..field.start];
                let after = self.source[field.end..whole.end].trim_start_matches(',');
                mutants.push((id, format!("{before}{after}")));
            }
        }
        if !mutants.is_empty() {
            self.sites.push(Site {
                range: whole,
                kind: Kind::Expression(mutants),
            });
        }
        visit::visit_expr_struct(self, node);
    }

    fn visit_expr_match(&mut self, node: &'ast syn::ExprMatch) {
        // Without an arm that takes the rest, a match lacks a case when an arm is gone.
        let rest = |arm: &syn::Arm| {
            arm.guard.is_none() && matches!(arm.pat, syn::Pat::Wild(_) | syn::Pat::Ident(_))
        };
        let complete = node.arms.iter().any(rest);
        for arm in &node.arms {
            self.arm(arm, complete);
        }
        visit::visit_expr_match(self, node);
    }
}

impl Finder<'_> {
    fn arm(&mut self, arm: &syn::Arm, complete: bool) {
        let whole = arm.span().byte_range();
        let start = arm.pat.span().byte_range().start;
        let may_go = complete || arm.guard.is_some();
        let gone = self.take("MatchArm", |wanted| {
            may_go && (wanted.start == whole.start || wanted.start == start)
        });
        let gone = gone.first().map(|(id, _)| *id);
        match &arm.guard {
            Some((_, guard)) => {
                let range = guard.span().byte_range();
                let found = self.take("MatchArmGuard", |wanted| {
                    wanted.start <= range.start && wanted.end >= range.end
                });
                if gone.is_some() || !found.is_empty() {
                    self.sites.push(Site {
                        range,
                        kind: Kind::Guard(gone, found),
                    });
                }
            }
            None => {
                if let Some(id) = gone {
                    let end = arm.pat.span().byte_range().end;
                    self.sites.push(Site {
                        range: end..end,
                        kind: Kind::Arm(id),
                    });
                }
            }
        }
    }
}

fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(node) => has_let(&node.left) || has_let(&node.right),
        _ => false,
    }
}

/// Where each line starts.
struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(source: &'a str) -> Self {
        let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        Lines { source, starts }
    }

    /// The byte of a line counted from 1 and a column of characters counted from 0.
    fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts[line - 1];
        let mut characters = self.source[start..].char_indices();
        start + characters.nth(column).map_or(0, |(at, _)| at)
    }
}

