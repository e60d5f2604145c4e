// One control: a slider with its number beside it, a choice, a flag, or a text.

import { useEffect, useId, useState } from "preact/hooks";
import type { Control, Edge } from "../../api/types";
import { t } from "../../lang";
import { size } from "../../parts/figure";
import { whatif as words } from "../../words/whatif";
import type { Act } from "./history";

export function ControlField({ control, value, act, edges }: {
  control: Control;
  value: string | null;
  act(act: Act): void;
  edges: Edge[];
}) {
  const id = useId();
  const { key, kind, choices } = control;
  const shown = value ?? control.value;
  const set = (text: string, held = false) => act({ do: "set", key, value: text === control.value ? null : text, held });
  const slides = (kind === "number" || kind === "percent") && control.min != null && control.max != null;
  return (
    <div class={value === null ? "control" : "control moved"}>
      <label for={id}><bdi>{control.label}</bdi></label>
      {kind === "choice" || (choices?.length ?? 0) > 0 ? (
        <select id={id} value={shown} onChange={(event) => set(event.currentTarget.value)}>
          {choices?.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        </select>
      ) : kind === "flag" ? (
        <input id={id} type="checkbox" checked={shown === "true"} onChange={(event) => set(event.currentTarget.checked ? "true" : "false")} />
      ) : (
        <TextField id={id} value={shown} onSet={set} />
      )}
      <button
        type="button" class="quiet reset" disabled={value === null} aria-label={t(words.reset(control.label))}
        title={t(words.changed_from(control.value))} onClick={() => act({ do: "set", key, value: null })}
      >
        ⟲
      </button>
      {slides && <Slider control={control} value={shown} edges={edges} onSlide={(text) => set(text, true)} onRest={() => act({ do: "release" })} />}
    </div>
  );
}

function Slider({ control, value, edges, onSlide, onRest }: {
  control: Control;
  value: string;
  edges: Edge[];
  onSlide(value: string): void;
  onRest(): void;
}) {
  const percent = control.kind === "percent" && /[%％]/.test(control.value);
  const [low, high] = [size(control.min), size(control.max)];
  const share = (edge: Edge) => ((size(edge.at) - low) / (high - low)) * 100;
  const marks = edges.map((edge) => ({ edge, at: share(edge) })).filter(({ at }) => at >= 0 && at <= 100);
  return (
    <div class="slider">
      <input
        type="range" min={low} max={high} step={control.step ? size(control.step) : "any"} value={size(value)}
        aria-label={t(words.slider(control.label))} aria-valuetext={value}
        onInput={(event) => onSlide(percent ? `${event.currentTarget.value}%` : event.currentTarget.value)}
        onChange={onRest} onBlur={onRest}
      />
      {marks.length > 0 && (
        <div class="marks">
          {marks.map(({ edge, at }) => (
            <span key={edge.at} class={at > 60 ? "edge before" : "edge"} style={{ left: `${at}%` }}>
              <span class="edge-text">{t(edge.grade ? words.edge(brief(edge.at), edge.grade) : words.edge_none(brief(edge.at)))}</span>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

/** A fraction that goes on for long is shown as where it lies; the exact one stands in the break-even report. */
function brief(at: string): string {
  return at.includes("/") ? `≈${size(at).toFixed(2)}` : at;
}

/** Takes effect when one leaves it or presses Enter; Esc gives up. */
export function TextField({ id, value, onSet, placeholder, label }: {
  id?: string;
  value: string;
  onSet(text: string): void;
  placeholder?: string;
  label?: string;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <input
      id={id} class="value" value={text} placeholder={placeholder} aria-label={label} autocomplete="off" spellcheck={false}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onSet(text.trim());
        if (event.key === "Escape") setText(value);
      }}
      onBlur={() => text.trim() !== value && onSet(text.trim())}
    />
  );
}
