import { el } from "../dom.js";
import { levelIcon } from "../icons.js";
import { say, sayDuration } from "../words.js";

export const EMERGENCY_RANK = 4;

/** How soon to act: in words, by colour and by the shape of a sign. */
export function levelBox(urgency, heading = "h1") {
  const within = sayDuration(urgency.actWithin);
  return el("section", { class: `level ${urgency.level}`, "data-level": urgency.level },
    el("p", { class: "rank" }, levelIcon(urgency.level), say(`level.${urgency.level}`)),
    el(heading, {}, urgency.title),
    el("p", { class: "do" }, urgency.action),
    el("dl", {},
      el("dt", {}, say("answer.whom")), el("dd", {}, urgency.contactName),
      el("dt", {}, say("answer.when")),
      el("dd", {}, within === "" ? say("answer.now") : say("answer.withinTime", { time: within }))));
}

/** The same in short, over questions that go on. */
export const levelBanner = (urgency, onShow) =>
  el("aside", { class: `level banner ${urgency.level}`, "data-level": urgency.level, "aria-label": say("banner.name") },
    el("p", { class: "rank", role: "alert" }, levelIcon(urgency.level), urgency.title),
    el("p", {}, urgency.action),
    el("button", { type: "button", "data-action": "show-answer", onclick: onShow }, say("banner.show")));
