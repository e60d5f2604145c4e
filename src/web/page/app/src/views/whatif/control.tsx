// One control: a slider with its number beside it, a choice, a flag, or a text.

import { useId, useState } from "preact/hooks";
import type { Control, Edge } from "../../api/types";
import { type Pair, t } from "../../lang";
import { size } from "../../parts/figure";
import { whatif as words } from "../../words/whatif";
import type { Act } from "./history";

/** The nearest other grades as this number moves alone. */
export interface Edges {
  below: Edge | null;
  above: Edge | null;
}

export function ControlField({ control, value, act, edges }: {
  control: Control;
  /** What it is set to, as `--set` takes it; `null` where it stands as it is. */
  value: string | null;
  act(act: Act): void;
  edges: Edges;
}) {
  const id = useId();
  const { key, kind, choices, before, behind, label } = control;
  const initial = written(control, control.value);
  const shown = value ?? initial;
  const set = (text: string, held = false) => act({ do: "set", key, value: text === initial || text === "" ? null : text, held });
  const slides = control.min !== null && control.max !== null && Number.isFinite(size(bare(control, shown)));
  return (
    <div class={value === null ? "control" : "control moved"}>
      <label for={id}><bdi>{label}</bdi></label>
      {choices.length > 0 ? (
        <select id={id} value={shown} onChange={(event) => set(event.currentTarget.value)}>
          {choices.map((choice) => <option key={choice} value={choice}>{named(choice)}</option>)}
        </select>
      ) : kind === "flag" ? (
        <input id={id} type="checkbox" checked={shown === "true"} onChange={(event) => set(event.currentTarget.checked ? "true" : "false")} />
      ) : (
        <TextField id={id} value={shown} onSet={(text) => set(/^[\d.]+$/.test(text) ? before + text + behind : text)} />
      )}
      <button
        type="button" class="quiet reset" disabled={value === null} aria-label={t(words.reset(label))}
        title={t(words.changed_from(initial))} onClick={() => act({ do: "set", key, value: null })}
      >
        ⟲
      </button>
      {slides && (
        <Slider control={control} value={bare(control, shown)} shown={shown} edges={edges} onSlide={(figure) => set(written(control, figure), true)} onRest={() => act({ do: "release" })} />
      )}
    </div>
  );
}

/** A figure with what stands around it. */
function written({ before, behind }: Control, figure: string): string {
  return before + figure + behind;
}

/** The figure alone. */
function bare({ before, behind }: Control, text: string): string {
  const start = text.startsWith(before) ? before.length : 0;
  const end = behind && text.endsWith(behind) ? text.length - behind.length : text.length;
  return text.slice(start, end);
}

/** Rounding modes in the words of the field; other choices are words already. */
function named(choice: string): string {
  const mode = MODES[choice];
  return mode ? t(mode) : choice;
}

const MODES: Record<string, Pair> = {
  half_up: words.half_up,
  half_even: words.half_even,
  truncate: words.truncate,
};

function Slider({ control, value, shown, edges, onSlide, onRest }: {
  control: Control;
  value: string;
  shown: string;
  edges: Edges;
  onSlide(figure: string): void;
  onRest(): void;
}) {
  const [low, high] = [size(control.min), size(control.max)];
  const place = (at: string | null) => (at === null ? Number.NaN : ((size(bare(control, at)) - low) / (high - low)) * 100);
  const marks = ([["below", edges.below], ["above", edges.above]] as const).flatMap(([way, edge]) => {
    const at = place(edge?.at ?? null);
    return edge?.at && at >= 0 && at <= 100 ? [{ way, edge, text: edge.at, at }] : [];
  });
  return (
    <div class="slider">
      <input
        type="range" min={low} max={high} step={control.step ? size(control.step) : "any"} value={size(value)}
        aria-label={t(words.slider(control.label))} aria-valuetext={shown}
        onInput={(event) => onSlide(event.currentTarget.value)} onChange={onRest} onBlur={onRest}
      />
      <div class="marks">
        {marks.map(({ way, edge, text, at }) => (
          <span key={way} class={`edge${isBefore(way, at) ? " before" : ""}${marks.length > 1 && isBefore(way, at) !== (way === "below") ? " deep" : ""}`} style={{ left: `${at}%` }}>
            <span class="edge-text">{t(words.edge(sign(way, edge.side, text), brief(text), edge.grade ?? t(words.no_grade)))}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

/** The text of a mark goes away from the other mark, unless it would leave the slider. */
function isBefore(way: "below" | "above", at: number): boolean {
  return way === "below" ? at >= 25 : at > 75;
}

/** The number itself belongs to the region above it or to the one below; no decimal is a fraction itself. */
function sign(way: "below" | "above", side: Edge["side"], at: string): string {
  if (way === "above") return side === "from" ? "≥" : ">";
  return side === "from" || at.includes("/") ? "<" : "≤";
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
  const [draft, setDraft] = useState<string | null>(null);
  const done = () => {
    if (draft !== null && draft.trim() !== value) onSet(draft.trim());
    setDraft(null);
  };
  return (
    <input
      id={id} class="value" value={draft ?? value} placeholder={placeholder} aria-label={label} autocomplete="off" spellcheck={false}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
        if (event.key === "Escape") setDraft(null);
      }}
      onBlur={done}
    />
  );
}
