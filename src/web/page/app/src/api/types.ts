// What the server answers. Figures are strings as reports print them: they are shown, never computed with.

export type * from "./answers/library";
export type * from "./answers/portfolio";
export type * from "./answers/rules";
export type * from "./answers/shared";
export type * from "./answers/sheet";
export type * from "./answers/uncertain";
export type * from "./answers/whatif";
