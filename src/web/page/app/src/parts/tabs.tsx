// Tabs along which arrow keys go.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { alongArrows } from "./arrows";

export interface Tab {
  key: string;
  name: string;
  show(): ComponentChildren;
}

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const [chosen, choose] = useState(tabs[0]?.key);
  const tab = tabs.find(({ key }) => key === chosen) ?? tabs[0];
  if (!tab) return null;
  return (
    <>
      <div role="tablist" class="tabs" aria-label={label} onKeyDown={alongArrows("[role=tab]")}>
        {tabs.map(({ key, name }) => (
          <button
            key={key} type="button" role="tab" id={`tab-${key}`} aria-controls="tab-panel"
            aria-selected={key === tab.key} tabIndex={key === tab.key ? 0 : -1} onClick={() => choose(key)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab.key}`}>{tab.show()}</div>
    </>
  );
}
