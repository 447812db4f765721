/** The public API, as this page uses it. */
import { language } from "./words.js";

const PATIENCE_MS = 10_000;

/** For what only adds to an answer, which must not wait for it. */
const LITTLE_PATIENCE_MS = 2_000;

/** Why there is no answer. */
export class ApiFailure extends Error {
  /**
   * @param {'offline'|'timeout'|'refused'|'unavailable'} kind refused: the service read the report and found faults
   * @param {{pointer: string, message: string}[]} faults where the service names them
   */
  constructor(kind, faults = []) {
    super(kind);
    this.kind = kind;
    this.faults = faults;
  }
}

/** Asks what comes next, and for the triage so far. */
export async function interview(report) {
  const answer = await ask("/v1/interview", PATIENCE_MS, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(report),
  });
  if (!answer?.triage?.urgency?.level || !answer.stop) {
    throw new ApiFailure("unavailable");
  }
  return answer;
}

/** The catalogue of findings; the browser keeps it while it is fresh. */
export const findings = () => ask("/v1/findings", LITTLE_PATIENCE_MS);

/** The phases of recovery. */
export const recoveryPhases = () => ask("/v1/recovery", LITTLE_PATIENCE_MS);

async function ask(path, patience, options = {}) {
  try {
    const response = await fetch(path, {
      ...options,
      headers: { ...options.headers, Accept: "application/json, application/problem+json", "Accept-Language": language() },
      signal: AbortSignal.timeout(patience),
    });
    const body = await response.json();
    if (!response.ok) {
      throw new ApiFailure(response.status === 400 ? "refused" : "unavailable", body?.errors ?? []);
    }
    return body;
  } catch (failure) {
    throw failure instanceof ApiFailure ? failure : new ApiFailure(kindOf(failure));
  }
}

function kindOf(failure) {
  if (failure.name === "TimeoutError" || failure.name === "AbortError") {
    return "timeout";
  }
  return failure instanceof TypeError ? "offline" : "unavailable";
}
