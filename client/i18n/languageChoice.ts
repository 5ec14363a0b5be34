import type { Language } from "./language.ts";

const STORED = "parley.language";

function asLanguage(value: string | null): Language | undefined {
  return value === "zh" || value === "en" ? value : undefined;
}

/** `?lang=` decides and is remembered; then what was chosen before; then Chinese. */
export function chosenLanguage(): Language {
  const asked = asLanguage(new URLSearchParams(window.location.search).get("lang"));
  if (asked) remember(asked);
  return asked ?? stored() ?? "zh";
}

function stored(): Language | undefined {
  try {
    return asLanguage(window.localStorage.getItem(STORED));
  } catch {
    // Storage may be forbidden in a private window; the choice then lasts as long as the page.
    return undefined;
  }
}

export function remember(language: Language): void {
  try {
    window.localStorage.setItem(STORED, language);
  } catch {
    // See stored().
  }
}
