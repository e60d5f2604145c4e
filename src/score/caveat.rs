//! What a total has to be read with: marks that were converted, and marks that do not quite add up.

use rust_decimal::Decimal;

use super::evaluation::{Evaluation, Scaling};
use super::marks::Closing;
use super::show::show;
use crate::number::Fraction;
use crate::words::{Lang, score as words};

/// Something a reader of the total has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caveat {
    /// The printed marks are off by their own rounding.
    MarksRounded {
        /// What they add up to.
        sum: Decimal,
        /// What they should.
        declared: Decimal,
    },
    /// The printed marks add up to the full total and were read as weights of it.
    MarksAreWeights {
        /// What they add up to.
        sum: Decimal,
        /// What the rule gives all indicators.
        weight: Decimal,
    },
    /// The parts the header declares make another total than the rule's.
    OtherWhole {
        /// 预算执行.
        execution: Decimal,
        /// 指标.
        indicators: Decimal,
        /// The rule's full total.
        whole: Decimal,
    },
    /// The execution part weighs otherwise in the rule than on the sheet.
    Execution {
        /// The sheet's header.
        sheet: Decimal,
        /// The rule.
        pack: Decimal,
    },
    /// The indicators, all or one level of them, weigh otherwise in the rule than on the sheet.
    Indicators(Scaling),
}

impl Evaluation {
    /// What the total has to be read with.
    pub fn caveats(&self) -> Vec<Caveat> {
        let (sheet, pack) = (&self.sheet, &self.pack);
        let mut caveats = Vec::new();
        if let Some(marks) = &self.printed_marks {
            let (sum, declared) = (marks.sum, marks.declared);
            match marks.closing() {
                Closing::Rounding => caveats.push(Caveat::MarksRounded { sum, declared }),
                Closing::Weights => caveats.push(Caveat::MarksAreWeights {
                    sum,
                    weight: pack.indicators.weight,
                }),
                Closing::Even | Closing::Open => {}
            }
        }
        let execution = sheet.budget.full_mark.mark();
        let whole = pack.whole();
        if let (Some(execution), Some(indicators)) = (execution, sheet.indicators_full_mark.mark())
            && execution + indicators != whole
        {
            caveats.push(Caveat::OtherWhole {
                execution,
                indicators,
                whole,
            });
        }
        if let Some(sheet) = execution.filter(|mark| *mark != pack.execution_weight()) {
            let pack = pack.execution_weight();
            caveats.push(Caveat::Execution { sheet, pack });
        }
        for row in &self.rows {
            let caveat = Caveat::Indicators(row.scaling.clone());
            if row.scaling.factor() != Fraction::ONE && !caveats.contains(&caveat) {
                caveats.push(caveat);
            }
        }
        caveats
    }
}

impl Caveat {
    /// The caveat in one sentence without a full stop.
    pub fn describe(&self, lang: Lang) -> String {
        match self {
            Caveat::MarksRounded { sum, declared } => {
                words::caveat_rounded(lang, sum, declared, sum - declared)
            }
            Caveat::MarksAreWeights { sum, weight } => words::caveat_weights(lang, sum, weight),
            Caveat::OtherWhole {
                execution,
                indicators,
                whole,
            } => {
                let sum = execution + indicators;
                words::caveat_other_whole(lang, execution, indicators, sum, whole)
            }
            Caveat::Execution { sheet, pack } => {
                let factor = Fraction::from(*pack).over(Fraction::from(*sheet));
                let factor = factor.map_or_else(|_| String::new(), show);
                words::caveat_execution(lang, sheet.normalize(), pack.normalize(), factor)
            }
            Caveat::Indicators(scaling) => {
                let factor = show(scaling.factor());
                match scaling {
                    Scaling::None => words::scaled_not(lang),
                    Scaling::Level { level, weight, sum } => {
                        words::caveat_level(lang, level, show(*sum), weight.normalize(), factor)
                    }
                    Scaling::Part { weight, declared } => {
                        words::caveat_part(lang, declared.normalize(), weight.normalize(), factor)
                    }
                }
            }
        }
    }
}
