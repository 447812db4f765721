import { bodyMap } from "../bodymap.js";
import { el } from "../dom.js";
import { say } from "../words.js";
import { answerOf, item, ticked } from "./questions.js";

/** The screen of the interview that the body map stands in for. */
export const PLACE_SCREEN = "where";

const PLACES = [
  "low-back-pain", "buttock-pain", "groin-pain", "outer-hip", "hip-pain", "front-thigh", "outer-thigh-patch", "back-of-thigh", "thigh-pain",
  "knee-pain", "knee-joint", "below-knee-strip", "shin-pain", "outer-lower-leg", "calf", "foot-itself", "both-feet-sock", "leg-pain",
];

/**
 * Where it hurts: every place at once, on a figure and in a list. Who has looked at all of it has also said where it does not hurt.
 *
 * @param {object} screen
 * @param {Map<string, object>} screen.catalog the findings of GET /v1/findings by id
 * @param {Map<string, import("../report.js").Answer>} screen.answered what earlier screens settled, by finding
 */
export function places({ interview, given, catalog, answered, onContinue, onBack }) {
  const { screen, next } = interview;
  const heading = screen.heading ?? next[0].ask;
  const asked = next.map((question) => [question.finding, question]);
  const known = PLACES.filter((id) => catalog.has(id)).map((id) => [id, { ...catalog.get(id), finding: id }]);
  const questions = [...new Map([...known.filter(([id]) => !answered.has(id)), ...asked]).values()];
  const settled = known.filter(([id]) => answered.get(id)?.presence === "present").map(([, finding]) => finding);
  const forward = el("button", { type: "submit", class: "primary", "data-action": "continue" });
  const form = el("form", { "data-screen": "body-map", novalidate: true, autocomplete: "off" },
    bodyMap(questions, settled, el("fieldset", {},
      el("legend", { class: "quiet" }, heading),
      questions.map((question) => item(question, given.get(question.finding))))),
    el("div", { class: "actions" },
      forward,
      el("button", { type: "button", "data-action": "back", onclick: onBack }, say("page.back"))));
  const nameButton = () => {
    forward.textContent = say(ticked(form, "present").length === 0 ? "map.none" : "map.nowhereElse");
  };
  form.addEventListener("change", nameButton);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onContinue(questions.map(({ finding }) => answerOf(form, finding)), form);
  });
  nameButton();
  return [el("h1", {}, heading), el("p", {}, say("map.how")), form];
}
