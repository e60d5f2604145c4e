// How the server is asked. Problems come back in words; a server that is gone is said to be gone.

import { lang } from "../lang";
import type { Told } from "./types";

/** Why there is no answer. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problems: Told[]) {
    super(problems[0]?.message ?? `${status}`);
  }
}

export interface Asking {
  rules?: string;
  query?: Record<string, string | string[]>;
  signal?: AbortSignal;
}

export function address(path: string, { rules = "", query = {} }: Asking = {}): string {
  const all = new URLSearchParams({ lang: lang() });
  if (rules) all.set("rules", rules);
  for (const [key, value] of Object.entries(query)) for (const one of [value].flat()) all.append(key, one);
  return `/api/${path}?${all}`;
}

export async function get<T>(path: string, asking?: Asking): Promise<T> {
  return (await sent(address(path, asking), { signal: asking?.signal })).json();
}

/** A question with a body of JSON; language and rule go in it. */
export async function ask<T>(path: string, body: object, asking: Asking = {}): Promise<T> {
  return (await put("POST", path, body, asking)).json();
}

/** The same for an answer that is text. */
export async function askText(path: string, body: object, asking: Asking = {}): Promise<string> {
  return (await put("POST", path, body, asking)).text();
}

export async function takeBack<T>(path: string, body: object = {}, asking: Asking = {}): Promise<T> {
  return (await put("DELETE", path, body, asking)).json();
}

/** Bytes as they are. */
export async function upload<T>(path: string, bytes: Blob, asking?: Asking): Promise<T> {
  return (await sent(address(path, asking), { method: "POST", body: bytes })).json();
}

export function put(method: string, path: string, body: object, { rules = "", signal }: Asking = {}) {
  const content = JSON.stringify({ lang: lang(), rules, ...body });
  const headers = { "content-type": "application/json" };
  return sent(`/api/${path}`, { method, headers, body: content, signal });
}

export async function sent(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { ...init.headers, "x-jixiao": "1" } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Refused(0, []);
  }
  if (response.ok) return response;
  const said: { problems?: Told[] } | null = await response.json().catch(() => null);
  throw new Refused(response.status, said?.problems ?? []);
}
