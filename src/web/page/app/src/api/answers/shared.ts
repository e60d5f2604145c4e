// What several answers have in common.

export type Figure = string | null;

export interface Told {
  message: string;
  help: string | null;
  file: string;
  line: number | null;
  column: number | null;
}

export interface FormRow {
  id: string;
  title: string;
  unit: string;
  project: string | null;
  year: number | null;
}
