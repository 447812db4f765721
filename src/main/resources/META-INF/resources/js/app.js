/**
 * The steps of the page and the way between them. Everything a person says stays in this module's memory: the history of the browser
 * holds the number of a step and nothing else, and nothing outlives the page.
 */
import { findings, interview, recoveryPhases } from "./api.js";
import { freshId } from "./dom.js";
import { showFaults } from "./form.js";
import { reportOf, subjectOf } from "./report.js";
import { answer } from "./screens/answer.js";
import { EMERGENCY_RANK, levelBanner } from "./screens/level.js";
import { PLACE_SCREENS, places } from "./screens/places.js";
import { problem } from "./screens/problem.js";
import { questions } from "./screens/questions.js";
import { start } from "./screens/start.js";
import { surgery } from "./screens/surgery.js";
import { labelOf, saidOf, summaryOf } from "./summary.js";
import { language, say, sentence, speak } from "./words.js";

/**
 * @typedef {object} Step one entry of the browser's history
 * @property {'start'|'surgery'|'screen'|'answer'} kind
 * @property {Object<string, string>} [facts] of surgery: the form as it was filled in
 * @property {object} [interview] of screen and answer: what the API said
 * @property {string} [language] of screen and answer: the language it said it in
 * @property {import("./report.js").Answer[]} [given] of screen: the answers
 * @property {Date} [time] of answer: when the API said it
 */

/** @type {Step[]} */
let trail = [{ kind: "start" }];
let at = 0;
let busy = false;

/** Answers given after a step that was changed. Where their questions come again, they need not be given again. */
const remembered = new Map();

const main = document.getElementById("main");
const status = document.getElementById("status");

// What is known

const facts = () => trail.find(({ kind }) => kind === "surgery")?.facts ?? {};
const answersBefore = (index) => trail.slice(0, index).flatMap(({ given }) => given ?? []);
const reportBefore = (index) => reportOf(facts(), answersBefore(index));

/** The catalogue by id; empty where the service does not give it, since the questions can do without. */
async function catalog() {
  try {
    return new Map((await findings()).map((finding) => [finding.id, finding]));
  } catch {
    return new Map();
  }
}

/** The most recent emergency up to a step, which no failure may hide. */
function knownEmergency() {
  const urgency = trail.slice(0, at + 1).findLast((step) => step.interview)?.interview.triage.urgency;
  return urgency?.rank >= EMERGENCY_RANK ? urgency : null;
}

// From step to step

/** Takes a step after the present one. Whatever came after that one is done with. */
function push(step) {
  trail = [...trail.slice(0, at + 1), step];
  at += 1;
  history.pushState({ step: at }, "");
}

/** Keeps what was said in this step and asks for the next, past those whose answers are known already. */
async function proceed(said, form) {
  const step = trail[at];
  for (const { given = [] } of trail.slice(at + 1)) {
    given.forEach((one) => remembered.set(one.id, one));
  }
  Object.assign(step, said);
  step.given?.forEach(({ id }) => remembered.delete(id));
  await attempt(async () => {
    do {
      const next = await stepAfter(at);
      push(next);
    } while (recall(trail[at]));
    await show();
  }, form);
}

async function stepAfter(index) {
  const answered = await interview(reportBefore(index + 1));
  return { kind: answered.stop.done ? "answer" : "screen", interview: answered, language: language(), time: new Date() };
}

/** Answers a screen with what was said before, if all of it was; says whether it did. */
function recall(step) {
  const known = step.kind === "screen" && step.interview.next.every(({ finding }) => remembered.has(finding));
  if (known) {
    step.given = step.interview.next.map(({ finding }) => remembered.get(finding));
  }
  return known;
}

const back = () => history.back();

/** Back to the first step, with everything forgotten. */
function restart() {
  remembered.clear();
  const distance = at;
  trail = [{ kind: "start" }];
  at = 0;
  if (distance > 0) {
    history.go(-distance);
  } else {
    show();
  }
}

addEventListener("popstate", ({ state }) => {
  at = Math.min(state?.step ?? 0, trail.length - 1);
  attempt(show);
});

// The network

/** Does what may fail; a failure is shown with what to do meanwhile, and can be tried again. */
async function attempt(action, form) {
  if (busy) {
    return;
  }
  busy = true;
  status.textContent = say("page.wait");
  main.setAttribute("aria-busy", "true");
  try {
    await action();
    status.textContent = "";
  } catch (failure) {
    if (!failure.kind) {
      throw failure;
    }
    status.textContent = "";
    showFailure(failure, () => attempt(action, form), form);
  } finally {
    busy = false;
    main.removeAttribute("aria-busy");
  }
}

function showFailure(failure, onRetry, form) {
  const report = reportBefore(at + 1);
  const faults = failure.faults.map((fault) => ({ name: subjectOf(fault, report), message: fault.message }));
  if (form?.isConnected && faults.length > 0 && faults.every(({ name }) => form.querySelector(`[name="${CSS.escape(name)}"]`))) {
    showFaults(form, faults);
  } else {
    render("problem", problem({ failure, urgency: knownEmergency(), onRetry, onBack: () => attempt(show) }));
  }
}

// What is shown

const views = {
  start: () => start({ onContinue: () => { push({ kind: "surgery", facts: facts() }); show(); } }),
  surgery: (step) => surgery({
    facts: step.facts,
    onContinue: (filledIn, form) => proceed({ facts: filledIn }, form),
    onBack: back,
  }),
  screen: screenView,
  answer: answerView,
};

async function screenView(step) {
  await inPresentLanguage(step);
  const { urgency } = step.interview.triage;
  const known = [...remembered.values(), ...(step.given ?? [])];
  const screen = {
    interview: step.interview,
    given: new Map(known.map((one) => [one.id, one])),
    onContinue: (given, form) => proceed({ given }, form),
    onBack: back,
  };
  const banner = urgency.rank >= EMERGENCY_RANK && levelBanner(urgency, () => {
    push({ ...step, kind: "answer", given: undefined, interim: true });
    attempt(show);
  });
  const asked = PLACE_SCREENS.includes(step.interview.screen.id)
    ? places({ ...screen, catalog: await catalog(), answered: new Set(answersBefore(at).map(({ id }) => id)) })
    : questions(screen);
  return [banner, ...asked];
}

async function answerView(step) {
  await inPresentLanguage(step);
  const [named, phases] = await Promise.all([catalog(), recoveryPhases().catch(() => [])]);
  const report = reportBefore(at);
  return answer({
    interview: step.interview,
    interim: step.interim,
    summary: summaryOf(report, step.interview.triage, named, step.time),
    given: trail.slice(0, at).flatMap(({ given = [] }, index) => given.map((one) => ({
      label: sentence(labelOf(one, named)),
      said: saidOf(one, named),
      onChange: () => history.go(index - at),
    }))),
    recovery: null,
    onRestart: restart,
    onBack: back,
  });
}

/** Asks again where the answer at hand is in another language: the same report gives the same screen. */
async function inPresentLanguage(step) {
  if (step.language !== language()) {
    step.interview = await interview(reportBefore(at));
    step.language = language();
  }
}

async function show() {
  const step = trail[at];
  render(step.kind, await views[step.kind](step));
}

function render(name, content) {
  main.dataset.step = name;
  main.replaceChildren(...content.flat().filter(Boolean));
  const heading = main.querySelector("h1");
  heading.id = freshId();
  heading.tabIndex = -1;
  main.setAttribute("aria-labelledby", heading.id);
  document.title = name === "start" ? "AfterFusion" : `${heading.textContent} · AfterFusion`;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

// The frame

/** Puts the frame of the page into the present language; the emergency advice stands in it in both. */
function frame() {
  document.documentElement.lang = language();
  document.querySelectorAll("[data-words]").forEach((element) => {
    element.textContent = say(element.dataset.words);
    element.hidden = false;
  });
  document.querySelectorAll("#emergency [lang]").forEach((advice) => { advice.hidden = advice.lang !== language(); });
  document.querySelectorAll("[data-language]").forEach((button) =>
    button.setAttribute("aria-pressed", String(button.dataset.language === language())));
}

document.querySelectorAll("[data-language]").forEach((button) => button.addEventListener("click", () => {
  speak(button.dataset.language);
  frame();
  attempt(show);
}));
addEventListener("beforeprint", () => main.querySelectorAll("details").forEach((details) => { details.open = true; }));
document.getElementById("languages").hidden = false;
frame();

// Nothing is left after a reload, so the page begins anew where the history of the browser does.
if (history.state?.step > 0) {
  history.go(-history.state.step);
} else {
  history.replaceState({ step: 0 }, "");
}
show();
