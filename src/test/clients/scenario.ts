import assert from "node:assert/strict";
import { test } from "node:test";
import createClient from "openapi-fetch";
import type { components, paths } from "./afterfusion.js";

type BatchAnswer = components["schemas"]["BatchAnswer"];
type InterviewQuestion = components["schemas"]["InterviewQuestion"];
type ReportedFinding = components["schemas"]["ReportedFinding"];
type SymptomReport = components["schemas"]["SymptomReport"];

const client = createClient<paths>({ baseUrl: process.env["SERVICE"] ?? "http://localhost:8080" });

const report: SymptomReport = {
  surgery: { daysAgo: 16, approach: "posterior" },
  findings: [
    { id: "temperature", value: 38.6 },
    { id: "wound-drainage", choice: "cloudy" },
    { id: "back-pain-worse-again", presence: "present" },
    { id: "saddle-numbness", presence: "absent" },
  ],
};

/** A report that fits the schema and is refused for its meaning: nobody has 386 degrees. */
const impossible: SymptomReport = {
  surgery: { daysAgo: 16 },
  findings: [
    { id: "temperature", value: 386 },
    { id: "new-leg-weakness", presence: "present" },
  ],
};

async function triage(language: string) {
  const { data, error, response } = await client.POST("/v1/triage", {
    body: report,
    params: { header: { "Accept-Language": language } },
  });
  assert.ok(data, error?.detail);
  assert.equal(response.headers.get("Content-Language"), language);
  return data;
}

async function levels(language: string) {
  const { data } = await client.GET("/v1/urgency-levels", {
    params: { header: { "Accept-Language": language } },
  });
  assert.ok(data);
  return data;
}

test("a triage in English and in Spanish says the same in each language's words", async () => {
  const english = await triage("en");
  const spanish = await triage("es");

  assert.equal(english.urgency.level, "same-day");
  assert.equal(spanish.urgency.level, english.urgency.level);
  assert.equal(spanish.basis.reportDigest, english.basis.reportDigest);
  assert.deepEqual(
    spanish.causes.map(({ id, share }) => [id, share]),
    english.causes.map(({ id, share }) => [id, share]),
  );
  assert.equal(english.causes[0]?.id, "deep-spinal-infection");
  for (const [answer, language] of [[english, "en"], [spanish, "es"]] as const) {
    const level = (await levels(language)).find((each) => each.level === answer.urgency.level);
    assert.equal(answer.urgency.title, level?.title);
    assert.ok(answer.education.every((page) => page.language === language));
  }
  assert.notEqual(spanish.urgency.title, english.urgency.title);
  assert.notEqual(spanish.notice, english.notice);
  assert.notEqual(spanish.causes[0]?.summary, english.causes[0]?.summary);
});

test("a refused report is read as a typed problem", async () => {
  const { data, error, response } = await client.POST("/v1/triage", { body: impossible });

  assert.equal(data, undefined);
  assert.equal(response.status, 400);
  assert.ok(error);
  assert.equal(error.type, "urn:afterfusion:problem:invalid-report");
  assert.deepEqual(
    error.errors.map(({ pointer, code }) => ({ pointer, code })),
    [{ pointer: "/findings/0/value", code: "out-of-range" }],
  );
  assert.match(error.safetyNet, /emergency/);
  assert.deepEqual(error.redFlagsSeen, ["new-leg-weakness"]);
  assert.ok(!JSON.stringify(error).includes("386"));
});

test("the catalog is asked for again only when it has changed", async () => {
  const first = await client.GET("/v1/findings");
  const etag = first.response.headers.get("ETag");
  assert.ok(etag);
  assert.ok(first.data?.some((finding) => finding.id === "saddle-numbness"));

  const again = await client.GET("/v1/findings", { params: { header: { "If-None-Match": etag } } });
  assert.equal(again.response.status, 304);
  assert.equal(again.data, undefined);

  const spanish = await client.GET("/v1/findings", {
    params: { header: { "If-None-Match": etag, "Accept-Language": "es" } },
  });
  assert.equal(spanish.response.status, 200);
  assert.notEqual(spanish.response.headers.get("ETag"), etag);
});

test("one finding tells how to ask for it", async () => {
  const { data } = await client.GET("/v1/findings/{id}", { params: { path: { id: "temperature" } } });

  assert.ok(data);
  assert.equal(data.type, "value");
  assert.equal(data.minimum, 30);
  assert.equal(data.maximum, 45);

  const unknown = await client.GET("/v1/findings/{id}", { params: { path: { id: "no-such-finding" } } });
  assert.equal(unknown.response.status, 404);
  assert.equal(unknown.error?.type, "urn:afterfusion:problem:not-found");
});

test("a batch answers line by line, a refused report with its problem", async () => {
  const { data, response } = await client.POST("/v1/triage/batch", {
    body: [report, impossible, report].map((line) => JSON.stringify(line) + "\n").join(""),
    bodySerializer: (lines) => lines,
    headers: { "Content-Type": "application/x-ndjson" },
    parseAs: "text",
  });
  assert.equal(response.status, 200);
  assert.ok(data);
  const [first, second, third, ...more] = data.trimEnd().split("\n").map((line) => JSON.parse(line) as BatchAnswer);

  assert.deepEqual(more, []);
  assert.deepEqual([first?.line, second?.line, third?.line], [1, 2, 3]);
  assert.deepEqual(first?.triage, await triage("en"));
  assert.equal(second?.triage, undefined);
  assert.equal(second?.problem?.errors[0]?.code, "out-of-range");
  assert.deepEqual(third?.triage, first?.triage);
});

test("a report that insists on other knowledge than the one in service is refused, not answered anew", async () => {
  const { knowledgeVersion } = (await triage("en")).basis;
  const same = await client.POST("/v1/triage", { body: { ...report, knowledgeVersion } });
  assert.equal(same.data?.basis.knowledgeVersion, knowledgeVersion);

  const old = await client.POST("/v1/triage", { body: { ...report, knowledgeVersion: "2020.1.0" } });
  assert.equal(old.response.status, 409);
  assert.equal(old.error?.type, "urn:afterfusion:problem:knowledge-version-not-served");
  assert.deepEqual(
    old.error?.errors.map(({ pointer, code }) => ({ pointer, code })),
    [{ pointer: "/knowledgeVersion", code: "not-served" }],
  );
});

test("the change log begins with the knowledge in service", async () => {
  const { data } = await client.GET("/v1/changes");

  assert.ok(data);
  const newest = data.releases.find((release) => release.kind === "knowledge");
  assert.equal(newest?.version, data.knowledgeVersion);
  assert.equal(data.knowledgeVersion, (await triage("en")).basis.knowledgeVersion);
  const after = await client.GET("/v1/changes", { params: { query: { since: data.knowledgeVersion } } });
  assert.ok(after.data);
  assert.ok(after.data.releases.every((release) => release.kind === "contract"));
});

/** "None of these" to yes-or-no questions, "I do not know" to numbers and choices. Ids that are read are open, those sent closed. */
function shrug({ finding, type }: InterviewQuestion): ReportedFinding {
  return { id: finding as ReportedFinding["id"], presence: type === "presence" ? "absent" : "unsure" };
}

test("an interview asks screen by screen until it is done", async () => {
  const surgery = { daysAgo: 200 };
  const findings: ReportedFinding[] = [];
  let screens = 0;
  for (;;) {
    const { data, error } = await client.POST("/v1/interview", { body: { surgery, findings } });
    assert.ok(data, error?.detail);
    assert.equal(data.progress.answered, findings.length);
    if (data.stop.done) {
      assert.deepEqual(data.next, []);
      const { data: triage } = await client.POST("/v1/triage", { body: { surgery, findings } });
      assert.deepEqual(data.triage, triage);
      break;
    }
    assert.ok(++screens < 40);
    assert.equal(data.screen?.heading !== undefined, data.next.length > 1);
    findings.push(...data.next.map(shrug));
  }
  assert.ok(screens > 4);
  assert.equal(new Set(findings.map(({ id }) => id)).size, findings.length);
});

test("the phases of recovery follow one another", async () => {
  const { data } = await client.GET("/v1/recovery", { params: { header: { "Accept-Language": "es" } } });

  assert.ok(data);
  data.forEach(({ days, usual, tellTeam }, index) => {
    assert.equal(days.from, index === 0 ? 0 : (data[index - 1]?.days.to ?? NaN) + 1);
    assert.ok(usual.length > 0 && tellTeam.length > 0);
  });
});
