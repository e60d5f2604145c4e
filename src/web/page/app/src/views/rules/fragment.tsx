// A page the server made, taken apart and put together again from a few harmless elements: no attribute
// but spans and a few known classes survives, and whatever else stands in it becomes text.

import { type ComponentChildren, h } from "preact";
import { useMemo } from "preact/hooks";

const KNOWN = new Set(
  "h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tr th td code pre em strong b i small blockquote hr br details summary section span div sub sup".split(" "),
);
/** Depths of an outline, and figures. */
const PLACES = new Set(["d0", "d1", "d2", "d3", "n"]);
/** Left out with all they hold. */
const NEVER = new Set(["script", "style", "template", "iframe", "object", "head", "title", "svg", "math"]);
/** Deeper ones are flattened into their parent. */
const DEEPEST = 40;

export function Fragment({ html }: { html: string }) {
  const made = useMemo(() => children(new DOMParser().parseFromString(html, "text/html").body, 0), [html]);
  return <>{made}</>;
}

function children(node: Node, depth: number): ComponentChildren[] {
  return [...node.childNodes].map((child) => rebuilt(child, depth));
}

function rebuilt(node: Node, depth: number): ComponentChildren {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof HTMLElement)) return null;
  const name = node.localName;
  if (NEVER.has(name)) return null;
  const inner = depth < DEEPEST ? children(node, depth + 1) : [node.textContent];
  if (!KNOWN.has(name)) return <>{inner}</>;
  const spans: Record<string, unknown> = {};
  if (node instanceof HTMLTableCellElement) {
    if (node.colSpan > 1) spans.colSpan = node.colSpan;
    if (node.rowSpan > 1) spans.rowSpan = node.rowSpan;
    if (name === "th") spans.scope = node.closest("thead") ? "col" : "row";
  }
  const place = PLACES.has(node.className) ? node.className : undefined;
  if (place) spans.class = place;
  // The heading of the page is the view's own.
  return h(name === "h1" ? "h2" : name, spans, name === "br" || name === "hr" ? undefined : inner);
}
