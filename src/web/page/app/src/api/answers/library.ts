// 文件: what lies on the desk.

import type { FormRow, Told } from "./shared";

export interface FileRow {
  number: number;
  name: string;
  uploaded: boolean;
  sheets: FormRow[];
  targets: FormRow[];
  notes: { message: string; place: string }[];
  notices: Told[];
  problems: Told[];
}

export interface Library {
  files: FileRow[];
  problems: Told[];
  rules: string;
}
