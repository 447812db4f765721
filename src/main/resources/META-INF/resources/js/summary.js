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
    .map((answer) => labelOf(answer, catalog) + course(answer));
  const lines = (texts) => texts.map((text) => `- ${text}`);
  return [
    say("summary.title"),
    time.toLocaleString(language(), { dateStyle: "long", timeStyle: "long" }),
    ...block("summary.situation",
      `${urgency.title} (${urgency.level})`,
      ...lines(urgency.setBy.map(({ rule, because }) => `${because} [${rule}]`))),
    ...block("summary.background", ...background(report)),
    ...block("summary.measured", ...lines(report.findings
      .filter(({ presence }) => !presence)
      .map((answer) => `${labelOf(answer, catalog)}: ${saidOf(answer, catalog)}`))),
    ...block("summary.present", ...lines(said("present"))),
    ...block("summary.unsure", ...lines(said("unsure"))),
    ...block("summary.absent", said("absent").join("; ")),
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
  const word = (prefix, value) => value && say(`${prefix}.${value}`);
  const days = (count) => count === undefined ? undefined : sayCount("days", count);
  const known = (done) => done === undefined ? undefined : say(done ? "known.yes" : "known.no");
  const facts = {
    daysAgo: days(surgery.daysAgo),
    began: days(symptomsStartedDaysAgo),
    procedure: word("procedure", surgery.procedure),
    approach: word("approach", surgery.approach),
    levelsFused: surgery.levelsFused,
    ...Object.fromEntries(OPERATION.map((name) => [name, known(surgery[name])])),
    ageYears: patient.ageYears,
    sex: word("sex", patient.sex),
    bmi: patient.bmi?.toLocaleString(language()),
    reportedBy: word("summary", reportedBy),
  };
  return Object.entries(facts)
    .filter(([, text]) => text !== undefined)
    .map(([name, text]) => `- ${say(`summary.${name}`)}: ${text}`);
}
