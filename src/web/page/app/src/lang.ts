// 语言: every wording is a pair; a missing language does not compile.

export type Lang = "zh" | "en";
export type Pair = readonly [zh: string, en: string];
/** What a table of wording may hold: pairs, and pairs with something put in. */
export type Wording = Record<string, Pair | ((...given: never[]) => Pair)>;

const KEPT = "jixiao-lang";
let current: Lang = remembered();

function remembered(): Lang {
  try {
    return localStorage.getItem(KEPT) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

export function lang(): Lang {
  return current;
}

export function speak(lang: Lang) {
  current = lang;
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** The wording in the language of the moment. */
export function t(pair: Pair): string {
  return current === "zh" ? pair[0] : pair[1];
}
