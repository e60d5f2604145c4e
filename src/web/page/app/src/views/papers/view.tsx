// 底稿: what can be taken home.

import { useState } from "preact/hooks";
import { Refused } from "../../api/http";
import { download } from "../../api/save";
import type { Asking } from "../../api/http";
import type { FormRow } from "../../api/types";
import { t } from "../../lang";
import { NoSheets, useForms } from "../../parts/sheet_choice";
import { Loading, RefusedBox } from "../../parts/state";
import { lastScenario } from "../../scenario";
import { useSession } from "../../session";
import { papers as words } from "../../words/papers";
import { PaperForm } from "./paper";

export function PapersView({ id }: { id: string }) {
  const { forms, refused } = useForms();
  if (refused) return <RefusedBox refused={refused} />;
  if (!forms) return <Loading />;
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.lead)}</p>
      {forms.length === 0 ? <NoSheets /> : <Papers forms={forms} id={id} />}
    </>
  );
}

function Papers({ forms, id }: { forms: FormRow[]; id: string }) {
  const { rules } = useSession();
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sheet, setSheet] = useState(id || (forms[0]?.id ?? ""));
  const take = (path: string, query: Asking["query"]) => {
    setRefused(null);
    setSaid(t(words.working));
    download(path, { rules, query }).then(
      () => setSaid(t(words.done)),
      (error: unknown) => { setSaid(""); setRefused(error instanceof Refused ? error : new Refused(-1, [])); },
    );
  };
  return (
    <>
      <PaperForm forms={forms} id={id} set={lastScenario().set} onTake={(query) => take("paper", query)} />
      <div class="pair even">
        <section class="card" aria-labelledby="accepted-title">
          <h2 id="accepted-title">{t(words.accepted)}</h2>
          <p class="help">{t(words.accepted_lead)}</p>
          <p class="actions"><button type="button" class="quiet" onClick={() => take("accepted", {})}>{t(words.download)}</button></p>
        </section>
        <section class="card" aria-labelledby="yaml-title">
          <h2 id="yaml-title">{t(words.yaml)}</h2>
          <p class="help">{t(words.yaml_lead)}</p>
          <p class="actions">
            <select aria-label={t(words.sheets)} value={sheet} onChange={(event) => setSheet(event.currentTarget.value)}>
              {forms.map((form) => <option key={form.id} value={form.id}>{(form.title || form.id).slice(0, 60)}</option>)}
            </select>
            <button type="button" class="quiet" onClick={() => take("sheet/yaml", { id: sheet })}>{t(words.download)}</button>
          </p>
        </section>
      </div>
      <p role="status" class="help">{said}</p>
      {refused && <RefusedBox refused={refused} />}
    </>
  );
}
