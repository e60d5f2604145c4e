// 总览: all sheets together.

import type { Figure, Told } from "./shared";

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
