import { el, fold, list } from "../dom.js";
import { say, sayDuration } from "../words.js";
import { EMERGENCY_RANK, levelBox } from "./level.js";
import { handOver } from "./handover.js";

/**
 * The answer: how soon to act before anything else, then what it may be and why.
 *
 * @param {object} answer
 * @param {object} answer.interview the answer of POST /v1/interview
 * @param {boolean} answer.interim whether questions are still open and the person only looked ahead
 * @param {string} answer.summary what the care team should know, as plain text
 * @param {{asked: string, said: string[], onChange: () => void}[]} answer.given the answers so far
 * @param {?Node} answer.recovery the picture of the recovery
 */
export function answer({ interview: { triage, stop }, interim, summary, given, recovery, onRestart, onBack }) {
  const { urgency } = triage;
  return [
    levelBox(urgency),
    el("p", {}, interim ? say("answer.interim") : stop.text),
    interim && el("button", { type: "button", class: "primary", "data-action": "back", onclick: onBack }, say("answer.goOn")),
    part("answer.meanwhile", list(triage.selfCare), el("p", {}, say("answer.recheck", { time: sayDuration(triage.recheckAfter) }))),
    part("answer.why", list(urgency.setBy.map(({ because }) => because))),
    part(urgency.rank < EMERGENCY_RANK ? "answer.watch" : "answer.watchEmergency", watchFor(triage)),
    part("answer.causes", causes(triage)),
    triage.mustExclude.length > 0 && fold(say("clinician.mustExclude"), {},
      el("p", {}, say("clinician.mustExcludeHint")),
      list(triage.mustExclude.map(({ name, clinicalName }) => `${name} (${clinicalName})`))),
    recovery,
    part("answer.read", reading(triage.education)),
    part("answer.team", handOver(summary)),
    given.length > 0 && fold(say("answer.given"), { class: "given" }, answersGiven(given)),
    el("p", { class: "notice" }, triage.notice),
    el("div", { class: "actions" },
      el("button", { type: "button", "data-action": "restart", onclick: onRestart }, say("answer.restart"))),
  ];
}

function part(title, ...content) {
  return content.flat(Infinity).some(Boolean) && el("section", {}, el("h2", {}, say(title)), ...content);
}

/** Signs by the level that they would bring, the highest first. */
function watchFor({ watchFor: signs, wouldRaise }) {
  const levels = [...new Set(signs.map(({ then }) => then))];
  return [
    levels.map((level) => [
      el("h3", {}, say(`watch.${level}`)),
      list(signs.filter(({ then }) => then === level).map(({ text }) => text)),
    ]),
    wouldRaise.length > 0 && fold(say("answer.wouldRaise"), {}, list(wouldRaise.map(({ text }) => text))),
  ];
}

function causes({ causes: ranked, unexplainedShare }) {
  return [
    el("p", {}, say(ranked.length === 0 ? "answer.noCauses" : "answer.causesHint")),
    ranked.map((cause) => el("details", { class: "cause", "data-cause": cause.id },
      el("summary", {},
        el("span", { class: "cause-name" }, cause.name),
        el("span", { class: "band" }, say(`band.${cause.band}`)),
        el("meter", { min: 0, max: 1, value: cause.share, "aria-hidden": true })),
      el("p", {}, cause.summary),
      cause.explainer && el("p", {}, cause.explainer),
      reasons("cause.for", cause.for),
      reasons("cause.against", cause.against),
      reasons("cause.missing", cause.missing),
      el("h3", {}, say("cause.course")), el("p", {}, cause.expectedCourse),
      el("h3", {}, say("cause.next")), el("p", {}, cause.usualNextStep),
      el("p", { class: "hint" }, say("cause.clinicians", { name: cause.clinicalName })))),
    ranked.length > 0 && el("p", { class: "hint" }, say(unexplainedShare >= 0.3 ? "answer.unexplainedLarge" : "answer.bars")),
  ];
}

const reasons = (title, found) => found.length > 0 && [el("h3", {}, say(title)), list(found.map(({ text }) => text))];

function reading(pages) {
  return pages.length > 0 && [
    el("p", { class: "hint" }, say("answer.newTab")),
    el("ul", { class: "reading" }, pages.map(({ title, url, publisher, language }) => el("li", {},
      el("a", { href: url, target: "_blank", rel: "noopener noreferrer", hreflang: language, lang: language }, title), ` (${publisher})`))),
  ];
}

function answersGiven(given) {
  return el("dl", {}, given.map(({ asked, said, onChange }) => [
    el("dt", {}, asked),
    said.map((line) => el("dd", {}, line)),
    el("dd", {}, el("button",
      { type: "button", class: "link", "aria-label": say("answer.changeOne", { label: asked }), onclick: onChange },
      say("answer.change"))),
  ]));
}
