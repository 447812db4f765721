/** Where the person is in the recovery: what is usual at this time, and what is not. */
import { el, fold, list } from "./dom.js";
import { language, say } from "./words.js";

const DAYS_A_WEEK = 7;
const DAYS_A_MONTH = 365 / 12;
const DAYS_A_YEAR = 365.25;

/**
 * @param {object[]} phases of GET /v1/recovery, in order, from the day of the surgery on
 * @param {number} daysAgo
 */
export function recovery(phases, daysAgo) {
  const now = phases.findLast(({ days }) => days.from <= daysAgo);
  return now && el("section", { class: "weeks" },
    el("h2", {}, say("weeks.title")),
    el("p", {}, say("weeks.hint")),
    el("ol", { class: "weeks-band" }, phases.map((phase) => onBand(phase, phase === now))),
    el("h3", {}, `${now.title}: ${say("weeks.since", { time: since(daysAgo) })}`),
    said(now, "h4"),
    fold(say("weeks.others"), {}, phases.filter((phase) => phase !== now).map((phase) => [el("h3", {}, phase.title), said(phase, "h4")])));
}

function onBand({ title }, isNow) {
  return el("li", { "aria-current": isNow && "true" },
    el("span", {}, title),
    isNow && el("strong", {}, say("weeks.here")));
}

const said = ({ usual, tellTeam }, heading) => [
  el(heading, {}, say("weeks.usual")), list(usual),
  el(heading, {}, say("weeks.tellTeam")), list(tellTeam),
];

/** The time since the surgery in the largest unit whose full count does not contradict the name of the phase ("2 weeks" in "Weeks 3 to 6"). */
function since(days) {
  const [count, unit] = days < 3 * DAYS_A_WEEK ? [days, "day"]
    : days < 4 * DAYS_A_MONTH ? [days / DAYS_A_WEEK, "week"]
    : days < 2 * DAYS_A_YEAR ? [days / DAYS_A_MONTH, "month"]
    : [days / DAYS_A_YEAR, "year"];
  return new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "long" }).format(Math.floor(count));
}
