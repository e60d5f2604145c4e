//! Where an inferred full mark comes from, in words.

use crate::score::{Evidence, Inference, show};
use crate::words::{Lang, trace as words};

/// What the mark of one row rests on.
pub(super) fn inferred(evidence: &Evidence, inference: &Inference, lang: Lang) -> String {
    match evidence {
        Evidence::Met => words::inferred_met(lang),
        Evidence::ProportionalLikeNeighbours {
            low,
            high,
            neighbours,
        } => words::inferred_between(
            lang,
            show(*low),
            show(*high),
            words::neighbours(
                lang,
                &neighbours.label,
                neighbours.count,
                show(neighbours.mark),
            ),
        ),
        Evidence::ProportionalShortest { low, high } => {
            words::inferred_between(lang, show(*low), show(*high), words::shortest(lang))
        }
        Evidence::LikeOtherMeasures => words::inferred_like_measures(lang),
        Evidence::LikeNeighbours {
            neighbours,
            measures,
        } => words::inferred_like_neighbours(
            lang,
            words::neighbours(
                lang,
                &neighbours.label,
                neighbours.count,
                show(neighbours.mark),
            ),
            shared(*measures, lang),
        ),
        Evidence::Remainder { measures } => words::inferred_remainder(
            lang,
            inference.declared,
            show(inference.shown),
            shared(*measures, lang),
        ),
    }
}

fn shared(measures: usize, lang: Lang) -> String {
    match measures {
        1 => String::new(),
        several => words::shared_evenly(lang, several),
    }
}

/// "推定分值合计：产出 40 + 效益 20 + 满意度 20 = 80".
pub(super) fn closing(inference: &Inference, lang: Lang) -> String {
    let levels: Vec<String> = inference
        .by_level
        .iter()
        .map(|(level, sum)| format!("{level} {}", show(*sum)))
        .collect();
    let (levels, declared) = (levels.join(" + "), inference.declared);
    if inference.closes() {
        words::closes(lang, levels, declared)
    } else {
        words::does_not_close(lang, levels, declared, inference.open)
    }
}
