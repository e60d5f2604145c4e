// 规则: packs, one to read, a changed one.

export interface Pack {
  name: string;
  pack: string;
  edition: string;
  title: string;
  issuer: string;
  in_force: (number | string | null)[];
  verified: boolean | string | null;
  cases: number;
}

export interface PackPage {
  html: string;
  files: { path: string; text: string }[];
}

export interface Lint {
  severity: string;
  message: string;
  help: string | null;
  file: string;
  line: number | null;
  column: number | null;
}

export interface Failure {
  name: string;
  file: string;
  line: number;
  mismatches: { what: string; expected: string; got: string }[];
  derivation: string[];
}

export interface Checked {
  findings: Lint[];
  cases: { count: number; failures: Failure[] };
  ok: boolean;
}
