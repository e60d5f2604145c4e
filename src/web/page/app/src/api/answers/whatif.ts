// 测算: scenarios, what can be moved, where the grade changes.

import type { Scored } from "./sheet";
import type { Figure } from "./shared";

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

export interface Overlay {
  title: string;
  reason: string;
  set: { set: string; because: string | null }[];
}
