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

/** The text of a key, with `{name}` replaced by the value of that name. */
export function say(key, values = {}) {
  const text = texts[current][key];
  if (text === undefined) {
    throw new Error(`no words for ${key}`);
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The text for one, or for another number. */
export function sayCount(key, count) {
  return say(`${key}.${new Intl.PluralRules(current).select(count) === "one" ? "one" : "other"}`, { count });
}

/** A unit in words; one that the page does not know is shown as it comes. */
export const sayUnit = (code) => texts[current][`unit.${code}`] ?? code;

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
