/** What is known so far, and the report that the API is sent. */

/**
 * @typedef {object} Answer what is said of one finding, as the API takes it
 * @property {string} id
 * @property {'present'|'absent'|'unsure'} [presence]
 * @property {number} [value]
 * @property {string} [choice]
 * @property {boolean} [sinceBeforeSurgery]
 * @property {'worse'} [course]
 */

const DAYS_IN = { days: 1, weeks: 7, months: 30.44, years: 365.25 };
const WHAT_WAS_DONE = ["fusedToSacrum", "interbodyCage", "ownHipBone", "bmp", "revision", "duralTear"];

/**
 * The report of the facts of the surgery and of some answers. What is not known is left out: that is never the same as "no".
 *
 * @param {Object<string, string>} facts the fields of the form as they were filled in
 * @param {Answer[]} answers
 */
export function reportOf(facts, answers) {
  return {
    patient: { ageYears: number(facts.ageYears), sex: word(facts.sex), bmi: bmiOf(facts) },
    surgery: {
      daysAgo: days(facts.daysAgo, facts.daysUnit),
      procedure: word(facts.procedure),
      approach: word(facts.approach),
      levelsFused: number(facts.levelsFused),
      ...Object.fromEntries(WHAT_WAS_DONE.map((name) => [name, yesOrNo(facts[name])])),
    },
    symptomsStartedDaysAgo: days(facts.symptomsStartedDaysAgo, facts.symptomsUnit),
    reportedBy: word(facts.reportedBy),
    findings: answers,
  };
}

/** Which question a fault of the report is about: the name of a field of the surgery facts, or a finding. */
export function subjectOf({ pointer }, report) {
  const [, first, second] = pointer.split("/");
  return first === "findings" ? report.findings[Number(second)]?.id : second ?? first;
}

/** Whole days between a date (YYYY-MM-DD) and today; negative when it is still to come. */
export function daysSince(date) {
  const [year, month, day] = date.split("-").map(Number);
  const now = new Date();
  return (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(year, month - 1, day)) / 86_400_000;
}

/** The temperature in °C. What people measure in °F is far above it, so the number tells which one it is. */
export const celsius = (temperature) =>
  temperature > 80 ? Math.round((temperature - 32) / 1.8 * 10) / 10 : temperature;

const word = (text) => text || undefined;

function number(text) {
  const trimmed = text?.trim().replace(",", ".");
  return trimmed ? Number(trimmed) : undefined;
}

function days(text, unit = "days") {
  const count = number(text);
  return count === undefined ? undefined : Math.round(count * DAYS_IN[unit]);
}

const yesOrNo = (text) => text ? text === "yes" : undefined;

function bmiOf(facts) {
  const imperial = facts.bodyUnits === "imperial";
  const meters = imperial
    ? ((number(facts.feet) ?? 0) * 12 + (number(facts.inches) ?? 0)) * 0.0254
    : (number(facts.heightCm) ?? 0) / 100;
  const kilograms = imperial ? (number(facts.pounds) ?? 0) * 0.4536 : number(facts.kilograms) ?? 0;
  return meters > 0 && kilograms > 0 ? Math.round(kilograms / meters ** 2 * 10) / 10 : undefined;
}
