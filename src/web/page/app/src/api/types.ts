// What the server answers. Figures are strings as reports print them: they are shown, never computed with.

export type Figure = string | null;

export interface Told {
  message: string;
  help: string | null;
  file: string;
  line: number | null;
  column: number | null;
}

export interface FormRow {
  id: string;
  title: string;
  unit: string;
  project: string | null;
  year: number | null;
}

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

export interface FileRow {
  number: number;
  name: string;
  uploaded: boolean;
  sheets: FormRow[];
  targets: FormRow[];
  notes: { message: string; place: string }[];
  notices: Told[];
  problems: Told[];
}

export interface Library {
  files: FileRow[];
  problems: Told[];
  rules: string;
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

export interface Change {
  key: string;
  row: string | null;
  indicator: string | null;
  from: string;
  to: string;
  because: string | null;
  judgement: boolean;
}

export interface Scenario {
  name: string;
  rules: string;
  changes: Change[];
  total: Figure;
  grade: string | null;
  delta: Figure;
  rows: { id: string; points: Figure; delta: Figure; judged?: boolean }[];
  steps: { step: "execution" | "groups" | "total_step"; before: Figure; after: Figure; delta: Figure }[];
  notes: string[];
  missing: string[];
}

export interface WhatIf {
  sheets: { baseline: Scored; scenarios: Scenario[] }[];
}

export interface Control {
  key: string;
  label: string;
  group: "weight" | "level" | "param" | "rounding" | "budget" | "row";
  kind: "number" | "percent" | "choice" | "flag" | "text";
  /** As it stands; of a number only the figure. */
  value: string;
  /** What is written before and behind a figure: 每月, 家, %. */
  before: string;
  behind: string;
  min: string | null;
  max: string | null;
  step: string | null;
  choices: string[];
  row: string | null;
}

/** Where the grade changes when one number moves alone. */
export interface Edge {
  /** The region above begins with the number itself (`from`) or just above it; `between` was not located. */
  side: "from" | "above" | "between";
  at: string | null;
  low?: Figure;
  high?: Figure;
  grade: string | null;
}

/** How far the next grade is. */
export interface Gap {
  grade: string | null;
  points: string;
  /** Whether exactly these points suffice. */
  suffices: boolean;
}

export interface Point {
  key: string;
  now: string;
  tried: string[];
  below: Edge | null;
  above: Edge | null;
}

export interface BreakEvens {
  sheets: {
    break_even: {
      total: Figure;
      grade: string | null;
      up: Gap | null;
      down: Gap | null;
      rows: { id: string; indicator: string; actual: Point | null; points: Point | null }[];
      weights: Point[];
    } | null;
  }[];
}

/** Weights drawn at random. */
export interface Vary {
  rules: string;
  draws: number;
  grades: { grade: string | null; draws: number }[];
  robust: boolean | null;
  totals: Record<"least" | "low" | "median" | "high" | "most", Figure> | null;
  weights: { key: string; name: string | null; weight: string; least: Figure; most: Figure; swing: Figure }[];
}

/** Figures that are not certain. */
export interface Ranges {
  rules: string;
  open: {
    /** null for what is no row: the execution part. */
    row: string | null;
    indicator: string | null;
    actual: string | null;
    points: { least: string; most: string };
    moves: Figure;
    changes_grade: boolean;
    why: string;
  }[];
  /** What has no bounds; with any of them the total has none. */
  unbounded: { row: string | null; indicator: string | null; why: string }[];
  total: { least: string; most: string; exact: boolean } | null;
  grades: { grade: string | null; seen: boolean }[];
  missing: string | null;
}

export interface Overlay {
  title: string;
  reason: string;
  set: { set: string; because: string | null }[];
}

export interface Pack {
  name: string;
  pack: string;
  edition: string;
  title: string;
  issuer: string;
  in_force: (number | string | null)[];
  verified: boolean | string | null;
  cases: number;
}

export interface PackPage {
  html: string;
  files: { path: string; text: string }[];
}

export interface Lint {
  severity: string;
  message: string;
  help: string | null;
  file: string;
  line: number | null;
  column: number | null;
}

export interface Failure {
  name: string;
  file: string;
  line: number;
  mismatches: { what: string; expected: string; got: string }[];
  derivation: string[];
}

export interface Checked {
  findings: Lint[];
  cases: { count: number; failures: Failure[] };
  ok: boolean;
}

interface Spread {
  sheets?: number;
  sum?: string;
  mean?: string;
  lowest: Figure;
  median: Figure;
  highest: Figure;
}

export interface Portfolio {
  portfolio: {
    sheets: number;
    units: number;
    reported: Spread | null;
    computed: Spread | null;
    grades: {
      rules: string;
      bands: { name: string; from: string; reported: number; computed: number }[];
      without: { reported: number; computed: number };
    }[];
    deviations: {
      compared: number;
      equal: number;
      classes: { above: string; to: string | null; over: number; under: number }[];
    };
    checks: { code: string; title: string; error: number; warning: number; note: number; uncertain: number; sheets: number }[];
  } | null;
}

export interface Moved {
  sheet: string;
  unit: string;
  before: string;
  after: string;
  delta: string;
  grade_before: string | null;
  grade_after: string | null;
}

export interface PortfolioWhatIf {
  notices: string[];
  problems: Told[];
  portfolio: {
    scenarios: {
      name: string;
      rules: string[];
      notes: string[];
      change: { gain: number; lose: number; same: number; before: Spread | null; after: Spread | null; delta: Spread | null } | null;
      raised: number;
      lowered: number;
      grades: { grade: string | null; before: number; after: number }[];
      migration: { before: string | null; after: string | null; sheets: number }[];
      flips: Moved[];
    }[];
  };
}
