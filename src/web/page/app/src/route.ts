// Where one is stands in the address behind the #, so that back, forward and reload work.

import { useEffect, useState } from "preact/hooks";

export const VIEWS = ["library", "sheet", "whatif", "rules", "portfolio", "papers"] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  view: View;
  /** What is looked at: a sheet, a rule; "" for none. */
  id: string;
  query: URLSearchParams;
}

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const slash = path.indexOf("/");
  const name = slash < 0 ? path : path.slice(0, slash);
  const view = VIEWS.find((view) => view === name) ?? "library";
  return { view, id: slash < 0 ? "" : decoded(path.slice(slash + 1)), query: new URLSearchParams(query) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function here(): Route {
  return parse(location.hash);
}

/** A link; the rule chosen for the whole page goes along. */
export function link(view: View, id = "", query: Record<string, string | string[]> = {}): string {
  const all = new URLSearchParams();
  const rules = here().query.get("rules");
  if (rules) all.set("rules", rules);
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one) all.append(key, one);
  }
  const text = all.toString();
  return `#/${view}${id && `/${encodeURIComponent(id)}`}${text && `?${text}`}`;
}

export function go(hash: string) {
  location.hash = hash;
}

/** Changes the address without a step in the history. */
export function amend(hash: string) {
  history.replaceState(null, "", hash);
}

export function useRoute(): Route {
  const [route, set] = useState(here);
  useEffect(() => {
    const follow = () => set(here());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
