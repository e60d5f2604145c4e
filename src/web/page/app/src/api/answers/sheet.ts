// 自评表: one in full, all of them in a line each.

import type { Figure, FormRow, Told } from "./shared";

export type Field = "target" | "actual" | "full_mark" | "points";

/** A doubtful cell a person may confirm or correct. */
export interface Doubtful {
  row: number;
  field: Field;
  text: string;
  doubts: string[];
}

/** A cell a person has confirmed. */
export interface Confirmed {
  row: number;
  field: Field;
  value: string;
  was: string;
}

export interface SheetLine extends FormRow {
  rules: string;
  reported: Figure;
  total: Figure;
  grade: string | null;
  reported_grade: string | null;
  fails: number;
  uncertain: number;
  accepted: number;
}

export interface Sheets {
  sheets: SheetLine[];
  findings: Finding[];
  problems: Told[];
}

export interface Finding {
  code: string;
  severity: "error" | "warning" | "note";
  outcome: "fails" | "uncertain" | "not-applicable";
  message: string;
  reported: string | null;
  expected: string | null;
  where: { sheet: string; row: string | null; file: string; line: number | null; cell: string | null };
  rule: string;
  help: string;
  accepted?: { status: "accepted" | "figures-changed"; reason: string; by: string | null };
}

export interface Totals {
  execution: Figure;
  indicators: Figure;
  total: Figure;
  grade: string | null;
}

export interface Row {
  id: string;
  level1: string;
  level2: string;
  indicator: string;
  measure: number;
  target: string;
  actual: string;
  full_mark: Figure;
  full_mark_source: "sheet" | "inferred" | "pack" | null;
  completion: Figure;
  points: Figure;
  reported: Figure;
  status: "scored" | "unscored";
  reason: string | null;
}

export interface Scored extends FormRow {
  scope: string;
  rules: { pack: string; edition: string; in_force: boolean };
  reported: Totals;
  computed: Totals;
  execution: { budget: Figure; executed: Figure; rate: Figure };
  rows: Row[];
  notes: unknown[];
  receipt: { engine: string; input_sha256: string; pack_sha256: string };
}

export interface Step {
  label: string;
  amount: string;
  row: string | null;
}

export interface Sheet extends Scored {
  reconciliation: Step[];
  findings: Finding[];
  across: Finding[];
  doubtful: Doubtful[];
  confirmed: Confirmed[];
  why: { total: string; execution: string; rows: string[] };
}
