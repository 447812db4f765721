import { el } from "../dom.js";
import { say } from "../words.js";

/** What this is, what it is not, and the way in. */
export function start({ onContinue }) {
  return [
    el("h1", {}, say("start.title")),
    el("p", {}, say("start.what")),
    el("p", {}, say("start.not")),
    el("p", {}, say("start.private")),
    el("button", { type: "button", class: "primary", "data-action": "start", onclick: onContinue }, say("start.begin")),
  ];
}
