import { el, fold, freshId } from "../dom.js";
import { showFaults, tick } from "../form.js";
import { celsius } from "../report.js";
import { say, sayCount, sentence } from "../words.js";

/** Kinds of findings that can be new or old; a risk or a past event is what it is. */
const FELT = ["symptom", "sign"];

/**
 * One screen of the interview: several findings to tick, or one question.
 *
 * @param {object} screen
 * @param {object} screen.interview the answer of POST /v1/interview
 * @param {Map<string, import("../report.js").Answer>} screen.given what was answered here before
 * @param {(answers: import("../report.js").Answer[], form: HTMLFormElement) => void} screen.onContinue
 * @param {() => void} screen.onBack
 */
export function questions({ interview, given, onContinue, onBack }) {
  const { screen, next, progress, stop } = interview;
  const single = next.length === 1 && !screen.heading;
  const heading = single ? next[0].ask : screen.heading;
  const question = single ? one(next[0], given.get(next[0].finding)) : several(next, heading, given);
  const forward = el("button", { type: "submit", class: "primary", "data-action": "continue" });
  const form = el("form", { "data-screen": screen.id, novalidate: true, autocomplete: "off" },
    question.fields,
    el("div", { class: "actions" },
      forward,
      el("button", { type: "button", "data-action": "back", onclick: onBack }, say("page.back"))));
  const nameButton = () => { forward.textContent = question.forward(form); };
  form.addEventListener("change", nameButton);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const faults = question.faults(form);
    if (faults.length > 0) {
      showFaults(form, faults);
    } else {
      onContinue(question.answers(form), form);
    }
  });
  nameButton();
  return [el("h1", {}, heading), el("p", { class: "hint" }, stop.text), howFar(progress), form];
}

/** How much is still to come, at most. */
function howFar({ answered, atMostToGo, screensToGo }) {
  const id = freshId();
  return el("p", { class: "progress" },
    el("span", { id }, sayCount("screen.toGo", screensToGo)),
    el("progress", { max: answered + atMostToGo, value: answered, "aria-labelledby": id }));
}

function several(next, heading, given) {
  const present = (form) => ticked(form, "present");
  return {
    fields: el("fieldset", {},
      el("legend", { class: "quiet" }, heading),
      next.map((question) => item(question, given.get(question.finding)))),
    forward: (form) => say(present(form).length + ticked(form, "unsure").length === 0 ? "screen.none" : "screen.othersNot"),
    faults: () => [],
    answers: (form) => next.map((question) => answerOf(form, question.finding)),
  };
}

/** A finding to tick, with "not sure", why it is asked, and whether it is new. */
export function item(question, answer, label = sentence(question.label)) {
  const { finding } = question;
  const box = el("div", { class: "item" },
    tick("checkbox", finding, "present", label, answer?.presence === "present"),
    el("div", { class: "more" },
      tick("checkbox", finding, "unsure", say("screen.unsure"), answer?.presence === "unsure",
        { "aria-label": `${say("screen.unsure")}: ${label}` }),
      question.why && fold(say("screen.why"), { class: "why" }, el("p", {}, question.ask), el("p", {}, question.why))),
    FELT.includes(question.kind) && newOrOld(finding, answer));
  box.addEventListener("change", ({ target }) => {
    if (target.type === "checkbox" && target.checked) {
      box.querySelectorAll("input[type=checkbox]").forEach((other) => { other.checked = other === target; });
    }
  });
  return offerNewOrOld(box, `input[value=present]`);
}

function one(question, answer) {
  return { presence: yesOrNo, value: amount, choice: oneOf }[question.type](question, answer);
}

function yesOrNo(question, answer) {
  const { finding, ask, why } = question;
  const fields = el("fieldset", {},
    el("legend", { class: "quiet" }, ask),
    el("p", {}, why),
    ["present", "absent", "unsure"].map((presence) =>
      tick("radio", finding, presence, say(`screen.${presence}`), answer?.presence === presence)),
    FELT.includes(question.kind) && newOrOld(finding, answer));
  return {
    fields: offerNewOrOld(fields, "input[value=present]"),
    forward: () => say("page.continue"),
    faults: (form) => form.querySelector(":checked") ? [] : [{ name: finding, message: say("fault.choose") }],
    answers: (form) => [answerOf(form, finding)],
  };
}

function oneOf({ finding, ask, why, choices }, answer) {
  const given = answer?.choice ?? answer?.presence;
  return {
    fields: el("fieldset", {},
      el("legend", { class: "quiet" }, ask),
      el("p", {}, why),
      [...choices.map(({ id, text }) => [id, sentence(text)]), ["unsure", say("screen.unsure")]]
        .map(([id, text]) => tick("radio", finding, id, text, given === id))),
    forward: () => say("page.continue"),
    faults: (form) => form.querySelector(":checked") ? [] : [{ name: finding, message: say("fault.choose") }],
    answers: (form) => {
      const choice = form.querySelector(":checked").value;
      return [choice === "unsure" ? { id: finding, presence: "unsure" } : { id: finding, choice }];
    },
  };
}

function amount(question, answer) {
  const { finding, ask, why, minimum, maximum, unit } = question;
  const heat = unit === "degrees Celsius";
  const hint = freshId();
  const input = el("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", name: finding, id: freshId(), value: answer?.value, "aria-describedby": hint,
  });
  const unknown = tick("checkbox", finding, "unsure", say("screen.unknown"), answer?.presence === "unsure");
  input.addEventListener("input", () => { unknown.firstChild.checked = false; });
  unknown.addEventListener("change", () => { input.value = ""; });
  const read = () => {
    const number = input.value.trim() === "" ? NaN : Number(input.value.trim().replace(",", "."));
    return heat ? celsius(number) : number;
  };
  return {
    fields: el("fieldset", {},
      el("legend", { class: "quiet" }, ask),
      el("p", {}, why),
      el("div", { class: "field" },
        el("label", { for: input.id }, say(`unit.${unit}`)),
        el("p", { class: "hint", id: hint }, heat ? say("screen.heat") : say("screen.range", { minimum, maximum })),
        input),
      unknown),
    forward: () => say("page.continue"),
    faults: () => unknown.firstChild.checked || (read() >= minimum && read() <= maximum)
      ? []
      : [{ name: finding, message: say(heat ? "fault.heat" : "fault.range", { minimum, maximum }) }],
    answers: () => [unknown.firstChild.checked ? { id: finding, presence: "unsure" } : { id: finding, value: read() }],
  };
}

/** Whether it was there before the surgery: it is shown only once the finding is. */
function newOrOld(finding, answer) {
  const given = !answer?.sinceBeforeSurgery ? "new" : answer.course ?? "same";
  return el("fieldset", { class: "since" },
    el("legend", {}, say("since.ask")),
    ["new", "same", "worse"].map((since) => tick("radio", `since:${finding}`, since, say(`since.${since}`), given === since)));
}

function offerNewOrOld(box, present) {
  const since = box.querySelector(".since");
  if (since) {
    const show = () => { since.hidden = !box.querySelector(present).checked; };
    box.addEventListener("change", show);
    show();
  }
  return box;
}

/** What is ticked for a finding; a box left empty says "no", since its screen was looked through. */
export function answerOf(form, finding) {
  const presence = form.querySelector(`[name="${finding}"]:checked`)?.value ?? "absent";
  const since = form.querySelector(`[name="since:${finding}"]:checked`)?.value ?? "new";
  return presence !== "present" || since === "new"
    ? { id: finding, presence }
    : { id: finding, presence, sinceBeforeSurgery: true, ...(since === "worse" && { course: "worse" }) };
}

export const ticked = (form, value) => [...form.querySelectorAll(`input[type=checkbox][value=${value}]:checked`)];
