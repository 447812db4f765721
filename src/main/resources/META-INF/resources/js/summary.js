/** The summary for the care team, in the order in which clinicians hand over: situation, background, assessment, recommendation. */
import { language, say, sayCount, sentence } from "./words.js";

const OPERATION = ["fusedToSacrum", "interbodyCage", "ownHipBone", "bmp", "revision", "duralTear"];

/**
 * @param {object} report as it was sent
 * @param {object} triage the answer
 * @param {Map<string, object>} catalog the findings of GET /v1/findings by id
 * @param {Date} time when the answer came
 */
export function summaryOf(report, triage, catalog, time) {
  const { urgency, basis } = triage;
  const said = (presence) => report.findings
    .filter((answer) => answer.presence === presence)
    .map((answer) => `- ${labelOf(answer, catalog)}${course(answer)}`);
  return [
    say("summary.title"),
    time.toLocaleString(language(), { dateStyle: "long", timeStyle: "long" }),
    ...block("summary.situation",
      `${urgency.title} (${urgency.level})`,
      ...urgency.setBy.map(({ rule, because }) => `- ${because} [${rule}]`)),
    ...block("summary.background", ...background(report)),
    ...block("summary.measured", ...report.findings
      .filter(({ presence }) => !presence)
      .map((answer) => `- ${labelOf(answer, catalog)}: ${saidOf(answer, catalog)}`)),
    ...block("summary.present", ...said("present")),
    ...block("summary.unsure", ...said("unsure")),
    ...block("summary.absent", ...said("absent")),
    ...block("summary.assessment", ...triage.causes.map(causeLine)),
    ...block("summary.mustExclude", ...triage.mustExclude.map(causeLine)),
    ...block("summary.recommendation", urgency.action),
    ...block("summary.basis", `${basis.knowledgeVersion} · ${basis.knowledgeDigest}`, basis.rulesFired.join(", ")),
    "", triage.notice,
  ].join("\n");
}

/** The answers of one screen in words: one answer by itself, or what is there among several. */
export function wordsOf(given, catalog) {
  if (given.length === 1) {
    return [sentence(saidOf(given[0], catalog))];
  }
  const lines = ["present", "unsure"].map((presence) => {
    const labels = given.filter((one) => one.presence === presence).map((one) => labelOf(one, catalog));
    return labels.length > 0 && `${say(`screen.${presence}`)}: ${labels.join("; ")}`;
  }).filter(Boolean);
  return lines.length > 0 ? lines : [say("screen.none")];
}

const labelOf = ({ id }, catalog) => catalog.get(id)?.label ?? id;

function saidOf({ id, presence, value, choice }, catalog) {
  if (presence) {
    return say(`screen.${presence}`);
  }
  const finding = catalog.get(id);
  return choice
    ? finding?.choices.find((one) => one.id === choice)?.text ?? choice
    : `${value.toLocaleString(language())} (${say(`unit.${finding?.unit ?? "score"}`)})`;
}

const block = (title, ...lines) => lines.some(Boolean) ? ["", say(title), ...lines.filter(Boolean)] : [];

const causeLine = ({ rank, clinicalName, name, band }) => `- ${rank}. ${clinicalName} / ${name}: ${say(`band.${band}`)}`;

const course = ({ sinceBeforeSurgery, course: how }) => sinceBeforeSurgery ? ` (${say(`since.${how ?? "same"}`)})` : "";

function background({ patient, surgery, symptomsStartedDaysAgo, reportedBy }) {
  const fact = (label, text) => text !== undefined && `- ${say(label)}: ${text}`;
  const word = (prefix, value) => value && say(`${prefix}.${value}`);
  const days = (count) => count !== undefined ? sayCount("days", count) : undefined;
  return [
    fact("surgery.when", days(surgery.daysAgo)),
    fact("surgery.began", days(symptomsStartedDaysAgo)),
    fact("surgery.procedure", word("procedure", surgery.procedure)),
    fact("surgery.approach", word("approach", surgery.approach)),
    fact("surgery.levelsFused", surgery.levelsFused),
    ...OPERATION.map((name) => fact(`surgery.${name}`, surgery[name] === undefined ? undefined : say(surgery[name] ? "known.yes" : "known.no"))),
    fact("surgery.age", patient.ageYears),
    fact("surgery.sex", word("sex", patient.sex)),
    fact("summary.bmi", patient.bmi),
    fact("surgery.reportedBy", word("reportedBy", reportedBy)),
  ].filter(Boolean);
}
