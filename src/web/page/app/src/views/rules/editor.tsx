// A plain editor: text, line numbers, marked lines. Tab leaves it, as everywhere on the page.

import { useEffect, useRef } from "preact/hooks";

export function Editor({ label, text, at, marked, onText, onCheck }: {
  label: string;
  text: string;
  at: { line: number } | null;
  marked: number[];
  onText(text: string): void;
  onCheck(): void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const lines = text.split("\n");
  useEffect(() => {
    const field = area.current;
    if (!field || !at) return;
    const start = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[at.line - 1]?.length ?? 0));
    field.scrollTop = Math.max(0, (at.line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight));
  }, [at]);
  return (
    <div class="editor">
      <pre ref={gutter} class="gutter" aria-hidden="true">
        {lines.map((_, index) => <span key={index} class={marked.includes(index + 1) ? "marked" : undefined}>{marked.includes(index + 1) ? "▸" : ""}{index + 1}{"\n"}</span>)}
      </pre>
      <textarea
        ref={area} class="script" aria-label={label} value={text} spellcheck={false} wrap="off" rows={22} autocapitalize="off"
        onInput={(event) => onText(event.currentTarget.value)}
        onScroll={(event) => { if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop; }}
        onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onCheck(); }}
      />
    </div>
  );
}
