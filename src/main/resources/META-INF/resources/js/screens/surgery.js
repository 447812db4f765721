import { el, fold } from "../dom.js";
import { field, numberInput, select, showFaults } from "../form.js";
import { daysSince, reportOf } from "../report.js";
import { say } from "../words.js";

const MOST_DAYS = 36_500;

/** The facts of the surgery and of the person. Only the time since the surgery has to be known. */
export function surgery({ facts, onContinue, onBack }) {
  const form = el("form", { "data-screen": "surgery", novalidate: true, autocomplete: "off" },
    when(facts),
    el("fieldset", {},
      el("legend", {}, say("surgery.began")),
      el("p", { class: "hint" }, say("surgery.beganHint")),
      span("symptomsStartedDaysAgo", "symptomsUnit", facts, say("surgery.beganCount"))),
    el("div", { class: "row" },
      field(say("surgery.age"), numberInput("ageYears", facts.ageYears)),
      field(say("surgery.sex"), choice("sex", ["", "female", "male", "other"], facts))),
    field(say("surgery.reportedBy"), choice("reportedBy", ["patient", "carer", "clinician"], facts)),
    fold(say("surgery.more"), { class: "more", open: knowsMore(facts) },
      el("p", { class: "hint" }, say("surgery.moreHint")),
      field(say("surgery.procedure"), choice("procedure", ["fusion", "other-spine-surgery", "unknown"], facts)),
      field(say("surgery.approach"), choice("approach", ["", "posterior", "anterior", "lateral", "oblique", "combined"], facts)),
      field(say("surgery.levelsFused"), numberInput("levelsFused", facts.levelsFused)),
      ["fusedToSacrum", "interbodyCage", "ownHipBone", "bmp", "revision", "duralTear"]
        .map((name) => field(say(`surgery.${name}`), choice(name, ["", "yes", "no"], facts, "known"))),
      body(facts)),
    el("div", { class: "actions" },
      el("button", { type: "submit", class: "primary", "data-action": "continue" }, say("page.continue")),
      el("button", { type: "button", "data-action": "back", onclick: onBack }, say("page.back"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const filledIn = factsIn(form);
    const faults = faultsOf(reportOf(filledIn, []));
    if (faults.length > 0) {
      showFaults(form, faults);
    } else {
      onContinue(filledIn, form);
    }
  });
  return [el("h1", {}, say("surgery.title")), form];
}

/** The fields as they are filled in. The date is left out: it only helps to count and never leaves the form. */
export const factsIn = (form) =>
  Object.fromEntries([...new FormData(form)].filter(([, text]) => text.trim() !== ""));

function when(facts) {
  const count = span("daysAgo", "daysUnit", facts, say("surgery.daysAgo"));
  const [number, unit] = count.querySelectorAll("[name]");
  const date = el("input", { type: "date", max: new Date().toISOString().slice(0, 10), autocomplete: "off" });
  date.addEventListener("change", () => {
    if (date.value) {
      number.value = daysSince(date.value);
      unit.value = "days";
    }
  });
  count.addEventListener("input", () => { date.value = ""; });
  return el("fieldset", {},
    el("legend", {}, say("surgery.when")),
    count,
    field(say("surgery.date"), date, say("surgery.dateHint")));
}

function span(name, unitName, facts, label) {
  return el("div", { class: "row" },
    field(label, numberInput(name, facts[name])),
    field(say("surgery.unit"), choice(unitName, ["days", "weeks", "months", "years"], facts, "unit")));
}

function body(facts) {
  const units = choice("bodyUnits", ["metric", "imperial"], facts);
  const fields = {
    metric: ["heightCm", "kilograms"],
    imperial: ["feet", "inches", "pounds"],
  };
  const groups = Object.entries(fields).map(([system, names]) => el("div", { class: "row", "data-system": system },
    names.map((name) => field(say(`surgery.${name}`), numberInput(name, facts[name])))));
  const showOne = () => groups.forEach((group) => { group.hidden = group.dataset.system !== units.value; });
  units.addEventListener("change", showOne);
  showOne();
  return el("fieldset", {}, el("legend", {}, say("surgery.body")), field(say("surgery.bodyUnits"), units), groups);
}

/** A select whose empty word stands for not knowing. */
function choice(name, words, facts, wording = name) {
  return select(name, facts[name] ?? words[0], words.map((word) => [word, say(`${wording}.${word || "not-sure"}`)]));
}

const knowsMore = (facts) =>
  ["approach", "levelsFused", "fusedToSacrum", "interbodyCage", "ownHipBone", "bmp", "revision", "duralTear", "kilograms", "pounds"]
    .some((name) => facts[name]) || (facts.procedure ?? "fusion") !== "fusion";

function faultsOf({ patient, surgery: operation, symptomsStartedDaysAgo }) {
  const whole = (number, least, most) => Number.isInteger(number) && number >= least && number <= most;
  const optional = (number, least, most) => number === undefined || whole(number, least, most);
  return [
    !whole(operation.daysAgo, 0, MOST_DAYS) && { name: "daysAgo", message: say("fault.daysAgo") },
    !optional(symptomsStartedDaysAgo, 0, MOST_DAYS) && { name: "symptomsStartedDaysAgo", message: say("fault.began") },
    !optional(patient.ageYears, 0, 120) && { name: "ageYears", message: say("fault.age") },
    !optional(operation.levelsFused, 1, 17) && { name: "levelsFused", message: say("fault.levels") },
    patient.bmi !== undefined && !(patient.bmi >= 12 && patient.bmi <= 80) && { name: "bodyUnits", message: say("fault.body") },
  ].filter(Boolean);
}
