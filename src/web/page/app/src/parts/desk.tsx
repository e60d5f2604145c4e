// The files on the desk, asked for once and shown in several places.

import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Library } from "../api/types";
import { type Answer, useAnswer } from "../api/use";

const DeskContext = createContext<Answer<Library>>({ data: null, refused: null, loading: true });

export function Desk({ children }: { children: ComponentChildren }) {
  return <DeskContext.Provider value={useAnswer<Library>("library")}>{children}</DeskContext.Provider>;
}

export function useLibrary(): Answer<Library> {
  return useContext(DeskContext);
}
