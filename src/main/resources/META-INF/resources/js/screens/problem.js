import { el } from "../dom.js";
import { say } from "../words.js";
import { levelBox } from "./level.js";

/**
 * What is shown when the service gives no answer. It needs nothing from the network. An emergency that is known already stays.
 *
 * @param {object} problem
 * @param {import("../api.js").ApiFailure} problem.failure
 * @param {?object} problem.urgency the most recent one, if it is an emergency
 */
export function problem({ failure, urgency, onRetry, onBack }) {
  return [
    el("h1", {}, say("problem.title")),
    urgency && levelBox(urgency, "h2"),
    el("div", { role: "alert", class: "faults" },
      el("p", {}, say(`problem.${failure.kind}`)),
      el("p", {}, el("strong", {}, say("emergency.call")), " ", say("emergency.signs")),
      el("p", {}, say("problem.team"))),
    failure.faults.length > 0 && el("ul", {}, failure.faults.map(({ message }) => el("li", {}, message))),
    el("p", {}, say("problem.kept")),
    el("div", { class: "actions" },
      el("button", { type: "button", class: "primary", "data-action": "retry", onclick: onRetry }, say("problem.retry")),
      el("button", { type: "button", "data-action": "back", onclick: onBack }, say("problem.back"))),
  ];
}
