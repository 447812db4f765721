/** Fields with a label, and errors that lead to the field they are about. */
import { el, freshId } from "./dom.js";
import { say } from "./words.js";

/** A control under its label, with a hint where there is one. */
export function field(label, control, hint) {
  const id = freshId();
  control.id = id;
  if (hint) {
    control.setAttribute("aria-describedby", `${id}-hint`);
  }
  return el("div", { class: "field" },
    el("label", { for: id }, label),
    hint && el("p", { class: "hint", id: `${id}-hint` }, hint),
    control);
}

/** A checkbox or radio button with its label, which is part of the target. */
export function tick(type, name, value, label, checked = false, attributes = {}) {
  return el("label", { class: "tick" },
    el("input", { type, name, value, checked, ...attributes }),
    el("span", {}, label));
}

export const numberInput = (name, value, attributes = {}) =>
  el("input", { type: "text", inputmode: "numeric", name, value, autocomplete: "off", ...attributes });

/** A choice of words; each option is a value and its text. */
export function select(name, value, options, attributes = {}) {
  return el("select", { name, autocomplete: "off", ...attributes },
    options.map(([word, text]) => el("option", { value: word, selected: word === value }, text)));
}

/**
 * Shows what has to be mended: at the top, linked, and at each field. Moves the focus to the top.
 *
 * @param {HTMLFormElement} form
 * @param {{name: string, message: string}[]} faults
 */
export function showFaults(form, faults) {
  clearFaults(form);
  const summary = el("div", { class: "faults", role: "alert", tabindex: "-1" },
    el("h2", {}, say("form.mend")),
    el("ul", {}, faults.map((fault) => el("li", {}, linkTo(form, fault)))));
  form.prepend(summary);
  summary.focus();
}

/** What is filled in, so that the same form can be shown anew; nothing where there is no form. */
export const fieldsOf = (form) => new Map([...form?.elements ?? []].map((field) => [keyOf(field), stateOf(field)]));

/** Fills a form in as another one was. */
export function refill(form, fields) {
  for (const field of form?.elements ?? []) {
    const state = fields.get(keyOf(field));
    if (field.name && state !== undefined && state !== stateOf(field)) {
      field[isTick(field) ? "checked" : "value"] = state;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

const isTick = ({ type }) => type === "checkbox" || type === "radio";
const keyOf = (field) => isTick(field) ? `${field.name}=${field.value}` : field.name;
const stateOf = (field) => isTick(field) ? field.checked : field.value;

function linkTo(form, { name, message }) {
  const control = form.querySelector(`[name="${CSS.escape(name)}"]`);
  if (!control) {
    return message;
  }
  control.closest("details")?.setAttribute("open", "");
  control.id ||= freshId();
  const note = el("p", { class: "fault", id: `${control.id}-fault` }, message);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby",
    [control.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
  (control.closest(".field, fieldset > *") ?? control.parentElement).append(note);
  return el("a", { href: `#${control.id}`, onclick: (event) => { event.preventDefault(); control.focus(); } }, message);
}

function clearFaults(form) {
  form.querySelectorAll(".faults, .fault").forEach((note) => note.remove());
  form.querySelectorAll("[aria-invalid]").forEach((control) => {
    control.removeAttribute("aria-invalid");
    const others = (control.getAttribute("aria-describedby") ?? "").replace(`${control.id}-fault`, "").trim();
    control.toggleAttribute("aria-describedby", others !== "");
    if (others) {
      control.setAttribute("aria-describedby", others);
    }
  });
}
