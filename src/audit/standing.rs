//! 处理: what a person has decided about a finding.

/// The figures a finding rests on, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// As reported.
    pub reported: Option<String>,
    /// As expected.
    pub expected: Option<String>,
    /// The target of the row.
    pub target: Option<String>,
    /// The actual of the row.
    pub actual: Option<String>,
}

/// Somebody answers for a finding as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Why.
    pub reason: String,
    /// Which office.
    pub by: Option<String>,
    /// The figures at that time.
    pub figures: Figures,
    /// The finding in Chinese at that time, where it is told only by that from what is found now.
    pub wording: Option<String>,
}

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// Nobody has said anything.
    #[default]
    Open,
    /// 已接受.
    Accepted(Decision),
    /// It was accepted with other figures, which no longer counts.
    Changed(Decision),
}

impl Standing {
    /// Whether it is accepted as it stands now.
    pub fn is_accepted(&self) -> bool {
        matches!(self, Standing::Accepted(_))
    }
}
