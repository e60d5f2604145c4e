// Asks as fast as answers come: one question under way, and only the latest waits.

import { useEffect, useRef, useState } from "preact/hooks";
import { Refused } from "../../api/http";

export interface Live<T> {
  data: T | null;
  refused: Refused | null;
  /** A newer answer is under way. */
  behind: boolean;
}

export function useLive<Q, T>(question: Q, name: string, ask: (question: Q) => Promise<T>): Live<T> {
  const [state, set] = useState<Live<T>>({ data: null, refused: null, behind: true });
  const line = useRef<{ busy: boolean; next: Q | null; gone: boolean; ask: typeof ask }>({ busy: false, next: null, gone: false, ask });
  line.current.ask = ask;
  useEffect(() => {
    const at = line.current;
    at.next = question;
    set((old) => (old.behind ? old : { ...old, behind: true }));
    if (!at.busy) void work();
    async function work() {
      at.busy = true;
      while (at.next !== null && !at.gone) {
        const asked = at.next;
        at.next = null;
        try {
          const data = await at.ask(asked);
          if (!at.gone) set({ data, refused: null, behind: at.next !== null });
        } catch (error) {
          const refused = error instanceof Refused ? error : new Refused(-1, []);
          if (!at.gone) set((old) => ({ ...old, refused, behind: at.next !== null }));
        }
      }
      at.busy = false;
    }
  }, [name]);
  useEffect(() => {
    line.current.gone = false;
    return () => { line.current.gone = true; };
  }, []);
  return state;
}
