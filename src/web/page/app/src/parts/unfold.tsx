// A derivation that unfolds: text as `jixiao explain` prints it.

import { t } from "../lang";
import { sheet as words } from "../words/sheet";

export function Unfold({ title, text }: { title: string; text: string }) {
  return <details class="unfold"><summary>{title}</summary><Why text={text} /></details>;
}

export function Why({ text }: { text: string }) {
  return <pre class="why" tabIndex={0} role="region" aria-label={t(words.why)}><bdi>{body(text)}</bdi></pre>;
}

/** The first lines name sheet and rule, which stand on the page already. */
function body(text: string): string {
  const at = text.indexOf("\n\n");
  return (at < 0 ? text : text.slice(at)).trim();
}
