// What all views share: the language, the rule sheets are judged by, and how often the desk has changed.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Lang } from "./lang";

export interface Session {
  lang: Lang;
  /** "" is the desk's own. */
  rules: string;
  /** Counts changes of the desk; what was asked before has to be asked again. */
  revision: number;
  /** Says that the desk has changed. */
  changed(): void;
}

export const SessionContext = createContext<Session>({ lang: "zh", rules: "", revision: 0, changed() {} });

export function useSession(): Session {
  return useContext(SessionContext);
}
