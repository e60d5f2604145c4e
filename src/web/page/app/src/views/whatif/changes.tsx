// What is changed so far, each with its way back.

import type { Change, Control } from "../../api/types";
import { t } from "../../lang";
import { whatif as words } from "../../words/whatif";
import type { Act, Changes } from "./history";

export function ChangeList({ changes, controls, made, act }: {
  changes: Changes;
  controls: Control[];
  made: Change[];
  act(act: Act): void;
}) {
  return (
    <section class="card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t(words.changes)}</h2>
      {changes.size === 0 && <p class="help">{t(words.changes_none)}</p>}
      <ul class="changes">
        {[...changes].map(([key, value]) => {
          const change = made.find((one) => one.key === key);
          const name = controls.find((control) => control.key === key)?.label ?? change?.indicator ?? key;
          return (
            <li key={key}>
              <span class="change-name"><bdi>{name}</bdi> <code>{key}</code></span>
              <span class="num">{change && <s class="soft">{change.from || "—"}</s>} <b><bdi>{value}</bdi></b></span>
              <button type="button" class="quiet reset" aria-label={t(words.reset(name))} onClick={() => act({ do: "set", key, value: null })}>⟲</button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
