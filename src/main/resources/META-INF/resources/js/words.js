/** The page's own words. Both languages are loaded before anything is shown: when the network fails later, they are here. */

const LANGUAGES = ["en", "es"];

const texts = Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => {
  const response = await fetch(`/words/${language}.json`);
  return [language, await response.json()];
})));

let current = LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? LANGUAGES[0];

/** The language in use: what the page is in and the API is asked for. */
export const language = () => current;

export function speak(chosen) {
  current = chosen;
}

/**
 * The text of a key, with `{name}` replaced by the value of that name. Keys may end in a code of the API, such as `level.soon`: one
 * that is newer than this page is shown as it comes, since an answer with a strange word is better than none.
 */
export function say(key, values = {}) {
  const text = texts[current][key] ?? key.slice(key.indexOf(".") + 1);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The text for one, or for another number. */
export function sayCount(key, count) {
  return say(`${key}.${new Intl.PluralRules(current).select(count) === "one" ? "one" : "other"}`, { count });
}

/** An ISO 8601 duration of days or hours in words; nothing for none at all. */
export function sayDuration(duration) {
  const [, days, hours] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?.*)?$/.exec(duration) ?? [];
  return [[days, "day"], [hours, "hour"]]
    .filter(([count]) => Number(count) > 0)
    .map(([count, unit]) => new Intl.NumberFormat(current, { style: "unit", unit, unitDisplay: "long" }).format(count))
    .join(" ");
}

/** A short name starts in lower case; where it stands alone it starts like a sentence. */
export const sentence = (label) => label.charAt(0).toLocaleUpperCase(current) + label.slice(1);
