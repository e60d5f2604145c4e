// How sure a result is: weights drawn at random, figures that are open.

import type { Figure } from "./shared";

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
