/**
 * The steps of the page and the way between them. Everything a person says stays in this module's memory: the history of the browser
 * holds the number of a step and nothing else, and nothing outlives the page.
 */
import { ApiFailure, findings, interview, recoveryPhases } from "./api.js";
import { freshId } from "./dom.js";
import { fieldsOf, refill, showFaults } from "./form.js";
import { recovery } from "./recovery.js";
import { reportOf, subjectOf } from "./report.js";
import { answer } from "./screens/answer.js";
import { EMERGENCY_RANK, levelBanner } from "./screens/level.js";
import { PLACE_SCREEN, places } from "./screens/places.js";
import { problem } from "./screens/problem.js";
import { questions } from "./screens/questions.js";
import { start } from "./screens/start.js";
import { surgery } from "./screens/surgery.js";
import { summaryOf, wordsOf } from "./summary.js";
import { language, say, speak } from "./words.js";

/** A wait shorter than this needs no words. */
const WAIT_MS = 400;

/**
 * @typedef {object} Step one entry of the browser's history
 * @property {'start'|'surgery'|'screen'|'answer'} kind
 * @property {Object<string, string>} [facts] of surgery: the form as it was filled in
 * @property {object} [report] of screen and answer: what the API was sent
 * @property {object} [interview] of screen and answer: what it said
 * @property {string} [language] of screen and answer: the language it said it in
 * @property {Date} [time] of screen and answer: when it said it
 * @property {import("./report.js").Answer[]} [given] of screen: the answers
 * @property {boolean} [interim] of answer: whether questions are still open
 */

/** @type {Step[]} */
let trail = [{ kind: "start" }];
let at = 0;

/** Answers given after a step that was changed. Where their questions come again, they need not be given again. */
const remembered = new Map();

/** Counts what is under way, so that whoever was quicker than the network is not overtaken by an old answer. */
let turn = 0;

const main = document.getElementById("main");
const status = document.getElementById("status");

// What is known

const facts = () => trail.find(({ kind }) => kind === "surgery")?.facts ?? {};
const reportUpTo = (index) => reportOf(facts(), trail.slice(0, index + 1).flatMap(({ given }) => given ?? []));

/** The catalogue by id; empty where the service does not give it, since the questions can do without. */
const catalog = async () => new Map((await findings().catch(() => [])).map((finding) => [finding.id, finding]));

/** The most recent advice, if it is an emergency: no failure may hide it. */
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
function proceed(said, form) {
  trail.slice(at + 1).flatMap(({ given }) => given ?? []).forEach((one) => remembered.set(one.id, one));
  Object.assign(trail[at], said);
  said.given?.forEach(({ id }) => remembered.delete(id));
  return attempt(async (isCurrent) => {
    do {
      const next = await stepAfter(reportUpTo(at));
      if (!isCurrent()) {
        return;
      }
      push(next);
    } while (recall(trail[at]));
    await show(isCurrent);
  }, form);
}

async function stepAfter(report) {
  const step = { report, language: language(), interview: await interview(report), time: new Date() };
  return { ...step, kind: step.interview.stop.done ? "answer" : "screen" };
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
  const steps = at;
  trail = [{ kind: "start" }];
  remembered.clear();
  history.go(-steps);
}

addEventListener("popstate", ({ state }) => {
  const step = state?.step ?? 0;
  const beyond = step - (trail.length - 1);
  if (beyond > 0) {
    history.go(-beyond);
  } else {
    at = step;
    attempt(show);
  }
});

// The network

/**
 * Does what may fail; a failure is shown with what to do meanwhile, and can be tried again.
 *
 * @param {(isCurrent: () => boolean) => Promise<void>} action asks after each wait whether its result is still wanted
 * @param {HTMLFormElement} [form] where faults of single answers are shown
 */
async function attempt(action, form) {
  const mine = ++turn;
  const isCurrent = () => mine === turn;
  const patience = setTimeout(() => { status.textContent = say("page.wait"); }, WAIT_MS);
  main.setAttribute("aria-busy", "true");
  try {
    await action(isCurrent);
  } catch (failure) {
    const isForeseen = failure instanceof ApiFailure;
    if (!isForeseen) {
      reportError(failure);
    }
    if (isCurrent()) {
      showFailure(isForeseen ? failure : new ApiFailure("unavailable"), () => attempt(action, form), form);
    }
  } finally {
    clearTimeout(patience);
    if (isCurrent()) {
      status.textContent = "";
      main.removeAttribute("aria-busy");
    }
  }
}

function showFailure(failure, onRetry, form) {
  const report = reportUpTo(at);
  const faults = failure.faults.map((fault) => ({ name: subjectOf(fault, report), message: fault.message }));
  if (form?.isConnected && faults.length > 0 && faults.every(({ name }) => form.elements[name])) {
    showFaults(form, faults);
  } else {
    render("problem", problem({ failure, urgency: knownEmergency(), onRetry, onBack: () => attempt(show) }));
  }
}

// What is shown

const views = {
  start: () => start({ onContinue: () => { push({ kind: "surgery", facts: facts() }); attempt(show); } }),
  surgery: (step) => surgery({
    facts: step.facts,
    onContinue: (filledIn, form) => {
      catalog(); // so that the browser has it before a screen needs it
      return proceed({ facts: filledIn }, form);
    },
    onBack: back,
  }),
  screen: screenView,
  answer: answerView,
};

async function screenView(step) {
  await translate(step);
  const { urgency } = step.interview.triage;
  const known = [...remembered.values(), ...(step.given ?? [])];
  const screen = {
    interview: step.interview,
    given: new Map(known.map((one) => [one.id, one])),
    onContinue: (given, form) => proceed({ given }, form),
    onBack: back,
  };
  const lookAhead = () => {
    push({ ...step, kind: "answer", given: undefined, interim: true });
    attempt(show);
  };
  const asked = step.interview.screen.id === PLACE_SCREEN
    ? places({ ...screen, catalog: await catalog(), answered: new Map(step.report.findings.map((one) => [one.id, one])) })
    : questions(screen);
  return [urgency.rank >= EMERGENCY_RANK && levelBanner(urgency, lookAhead), ...asked];
}

async function answerView(step) {
  const answered = trail.slice(0, at).filter(({ given }) => given);
  await Promise.all([step, ...answered].map(translate));
  const [cataloged, phases] = await Promise.all([catalog(), recoveryPhases().catch(() => [])]);
  const asked = answered.flatMap(({ interview: { next } }) => next.map((question) => [question.finding, question]));
  const named = new Map([...asked, ...cataloged]);
  return answer({
    interview: step.interview,
    interim: step.interim,
    summary: summaryOf(step.report, step.interview.triage, named, step.time),
    given: answered.map(({ interview: { screen, next }, given }, index) => ({
      asked: screen.heading ?? next[0].ask,
      said: wordsOf(given, named),
      onChange: () => history.go(trail.indexOf(answered[index]) - at),
    })),
    recovery: step.interview.triage.urgency.rank < EMERGENCY_RANK && recovery(phases, step.report.surgery.daysAgo),
    onRestart: restart,
    onBack: back,
  });
}

/** Asks again where the answer at hand is in another language: the same report gives the same screen. */
async function translate(step) {
  if (step.language !== language()) {
    const inLanguage = await stepAfter(step.report);
    step.interview = inLanguage.interview;
    step.language = inLanguage.language;
  }
}

async function show(isCurrent) {
  const step = trail[at];
  const content = await views[step.kind](step);
  if (isCurrent()) {
    render(step.kind, content);
  }
}

function render(name, content) {
  const isFirst = main.dataset.step === "loading";
  main.dataset.step = name;
  main.replaceChildren(...content.flat(Infinity).filter(Boolean));
  const heading = main.querySelector("h1");
  heading.id = freshId();
  heading.tabIndex = -1;
  main.setAttribute("aria-labelledby", heading.id);
  document.querySelectorAll("#emergency details").forEach((signs) => { signs.open = name === "start"; });
  document.title = name === "start" ? "AfterFusion" : `${heading.textContent} · AfterFusion`;
  if (!isFirst) {
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
}

// The frame

/** Puts the frame of the page into the present language; the emergency advice stands in it in both. */
function frame() {
  document.documentElement.lang = language();
  document.querySelectorAll("[data-words]").forEach((element) => {
    element.textContent = say(element.dataset.words);
    element.hidden = false;
  });
  document.querySelectorAll("#emergency details").forEach((advice) => { advice.hidden = advice.lang !== language(); });
  document.querySelectorAll("[data-language]").forEach((button) =>
    button.setAttribute("aria-pressed", String(button.dataset.language === language())));
}

/** Shows the same step in another language, with what is filled in so far. */
async function changeLanguage(chosen) {
  speak(chosen);
  frame();
  const filledIn = fieldsOf(main.querySelector("form"));
  await attempt(show);
  refill(main.querySelector("form"), filledIn);
}

document.querySelectorAll("[data-language]").forEach((button) =>
  button.addEventListener("click", () => changeLanguage(button.dataset.language)));
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("beforeprint", () => main.querySelectorAll("details").forEach((details) => { details.open = true; }));
document.getElementById("languages").hidden = false;
frame();

// Nothing is left after a reload, so the page begins anew where the history of the browser does.
if (history.state?.step > 0) {
  history.go(-history.state.step);
} else {
  history.replaceState({ step: 0 }, "");
}
attempt(show);
