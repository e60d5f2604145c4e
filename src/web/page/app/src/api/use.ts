// An answer as views show it: loading, there, or refused.

import { useEffect, useRef, useState } from "preact/hooks";
import { useSession } from "../session";
import { type Asking, Refused, get } from "./http";

export interface Answer<T> {
  data: T | null;
  refused: Refused | null;
  loading: boolean;
}

/** Asks again when the question, the language, the rule or the desk changes; `null` asks nothing. */
export function useAnswer<T>(path: string | null, query: Asking["query"] = {}): Answer<T> {
  const question = path && JSON.stringify([path, query]);
  return useAsked<T>(question, (asking) => get<T>(path ?? "", { ...asking, query }));
}

/** The same for any way of asking; `question` says what is asked. */
export function useAsked<T>(question: string | null, how: (asking: Asking) => Promise<T>): Answer<T> {
  const { lang, rules, revision } = useSession();
  const [state, set] = useState<Answer<T> & { of: string | null }>({ data: null, refused: null, loading: true, of: null });
  const asked = useRef(how);
  asked.current = how;
  useEffect(() => {
    if (question === null) return;
    const stop = new AbortController();
    set((old) => ({ data: old.of === question ? old.data : null, refused: null, loading: true, of: question }));
    asked.current({ rules, signal: stop.signal }).then(
      (data) => stop.signal.aborted || set({ data, refused: null, loading: false, of: question }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const refused = error instanceof Refused ? error : new Refused(-1, []);
        set({ data: null, refused, loading: false, of: question });
      },
    );
    return () => stop.abort();
  }, [question, lang, rules, revision]);
  return state.of === question ? state : { data: null, refused: null, loading: true };
}
