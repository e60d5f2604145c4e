// What is changed, with undo and redo. A slider that is dragged is one step.

import { useReducer } from "preact/hooks";

/** Keys of changes and what they are set to, in the order they were made. */
export type Changes = ReadonlyMap<string, string>;

export interface History {
  past: Changes[];
  now: Changes;
  future: Changes[];
  /** The key whose slider is held. */
  held: string | null;
}

export type Act =
  | { do: "set"; key: string; value: string | null; held?: boolean }
  | { do: "release" }
  | { do: "all"; changes: Changes }
  | { do: "undo" }
  | { do: "redo" };

const MOST = 500;

export function step(history: History, act: Act): History {
  const { past, now, future, held } = history;
  switch (act.do) {
    case "set": {
      if ((now.get(act.key) ?? null) === act.value) return history;
      const next = new Map(now);
      if (act.value === null) next.delete(act.key);
      else next.set(act.key, act.value);
      const goesOn = act.held && held === act.key;
      return { past: goesOn ? past : [...past, now].slice(-MOST), now: next, future: [], held: act.held ? act.key : null };
    }
    case "release":
      return held === null ? history : { ...history, held: null };
    case "all":
      return { past: [...past, now].slice(-MOST), now: act.changes, future: [], held: null };
    case "undo": {
      const last = past.at(-1);
      return last ? { past: past.slice(0, -1), now: last, future: [now, ...future], held: null } : history;
    }
    case "redo": {
      const [next, ...rest] = future;
      return next ? { past: [...past, now], now: next, future: rest, held: null } : history;
    }
  }
}

export function useHistory(first: () => Changes): [History, (act: Act) => void] {
  return useReducer(step, null, () => ({ past: [], now: first(), future: [], held: null }));
}

/** As `--set` takes them. */
export function asSets(changes: Changes): string[] {
  return [...changes].map(([key, value]) => `${key}=${value}`);
}

export function fromSets(sets: string[]): Changes {
  return new Map(sets.map(split));
}

/** The key ends at the first = outside brackets, where names may have one. */
function split(set: string): [string, string] {
  let depth = 0;
  for (let at = 0; at < set.length; at++) {
    if (set[at] === "[") depth++;
    else if (set[at] === "]") depth--;
    else if (set[at] === "=" && depth === 0) return [set.slice(0, at).trim(), set.slice(at + 1).trim()];
  }
  return [set, ""];
}
