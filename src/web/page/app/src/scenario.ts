// The changes of the what-if, kept while one looks at other views, and over a reload.

export interface Scenario {
  sheet: string;
  /** As `--set` takes them. */
  set: string[];
}

const KEPT = "jixiao-scenario";
let scenario: Scenario = remembered();

function remembered(): Scenario {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    if (isScenario(kept)) return kept;
  } catch {
    // A browser that keeps nothing begins anew.
  }
  return { sheet: "", set: [] };
}

function isScenario(kept: unknown): kept is Scenario {
  return typeof kept === "object" && kept !== null && "sheet" in kept && "set" in kept && Array.isArray(kept.set);
}

export function lastScenario(): Scenario {
  return scenario;
}

export function remember(next: Scenario) {
  scenario = next;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(next));
  } catch {
    // Then it lasts until the page is left.
  }
}
