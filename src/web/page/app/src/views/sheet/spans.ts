// Cells of the form that are merged over several lines, as it is printed.

import type { Row } from "../../api/types";

/** How many lines the merged cell beginning here covers; 0 inside one. */
export interface Spans {
  level1: number;
  level2: number;
  indicator: number;
}

/** `lines` says how many lines each row takes. */
export function spans(rows: Row[], lines: number[]): Spans[] {
  const merged = (same: (a: Row, b: Row) => boolean) => {
    const counts = new Array<number>(rows.length).fill(0);
    let start = 0;
    rows.forEach((row, at) => {
      const before = rows[at - 1];
      if (!before || !same(before, row)) start = at;
      counts[start] = (counts[start] ?? 0) + (lines[at] ?? 1);
    });
    return counts;
  };
  const level1 = merged((a, b) => a.level1 === b.level1);
  const level2 = merged((a, b) => a.level1 === b.level1 && a.level2 === b.level2);
  // The further measures of an indicator stand below its first.
  const indicator = merged((a, b) => b.measure > 1 && a.indicator === b.indicator);
  return rows.map((_, at) => ({ level1: level1[at] ?? 0, level2: level2[at] ?? 0, indicator: indicator[at] ?? 0 }));
}
