//! The catalogue: one check, one file.

use super::Check;

mod c01_total;
mod c02_full_marks;
mod c03_execution;
mod c04_row_points;
mod c05_points_range;
mod c06_percentage;
mod c07_fund_lines;
mod c08_units;
mod c09_grade;
mod c10_count;
mod c11_missing;
mod c12_unmet;
mod c13_far_above;
mod c14_execution_reason;
mod c15_approved_rows;
mod c20_explanation;
mod c21_full_mark_with_reason;
mod c22_goal;
mod c23_year;
mod c24_money_and_output;
mod c30_unit_and_project;
mod c31_approved;
mod c32_history;
mod c34_project_list;
mod c41_lowered;
mod c42_exact_hits;
mod c43_direction;
mod c44_basis;
mod c45_vague;
mod c46_levels;
mod c47_twice;
mod c48_concentrated;
mod c49_signs;
mod c50_long_term;
mod c60_identical;
mod c61_copied;
mod c62_deviation;
mod c63_unusual;

/// Every check, in the order of its code.
pub const ALL: &[Check] = &[
    c01_total::CHECK,
    c02_full_marks::CHECK,
    c03_execution::CHECK,
    c04_row_points::CHECK,
    c05_points_range::CHECK,
    c06_percentage::CHECK,
    c07_fund_lines::CHECK,
    c08_units::CHECK,
    c09_grade::CHECK,
    c10_count::CHECK,
    c11_missing::CHECK,
    c12_unmet::CHECK,
    c13_far_above::CHECK,
    c14_execution_reason::CHECK,
    c15_approved_rows::CHECK,
    c20_explanation::CHECK,
    c21_full_mark_with_reason::CHECK,
    c22_goal::CHECK,
    c23_year::CHECK,
    c24_money_and_output::CHECK,
    c30_unit_and_project::CHECK,
    c31_approved::CHECK,
    c32_history::CHECK,
    c34_project_list::CHECK,
    c41_lowered::CHECK,
    c42_exact_hits::CHECK,
    c43_direction::CHECK,
    c44_basis::CHECK,
    c45_vague::CHECK,
    c46_levels::CHECK,
    c47_twice::CHECK,
    c48_concentrated::CHECK,
    c49_signs::CHECK,
    c50_long_term::CHECK,
    c60_identical::CHECK,
    c61_copied::CHECK,
    c62_deviation::CHECK,
    c63_unusual::CHECK,
];
