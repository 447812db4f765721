import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** As much of an OpenAPI document as is read here. */
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { [kind: string]: Record<string, unknown> | undefined };
}

interface Operation {
  operationId: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content } | Reference>;
}

interface Parameter {
  name: string;
  in: string;
}

interface Reference {
  $ref: string;
}

type Content = Record<string, { examples?: Record<string, { value: unknown } | Reference> }>;

interface Exchange {
  status: string;
  type: string;
  name: string;
  answer: unknown;
}

const mock = process.env["SERVICE"] ?? "http://localhost:4010";
const document = JSON.parse(readFileSync(process.env["DOCUMENT"] ?? "openapi.json", "utf8")) as Document;

function resolve<T extends object>(part: T | Reference): T {
  if (!("$ref" in part)) {
    return part;
  }
  const [kind, name] = part.$ref.replace("#/components/", "").split("/");
  const found = document.components[kind ?? ""]?.[name ?? ""];
  assert.ok(found, `nothing at ${part.$ref}`);
  return found as T;
}

function exchanges(operation: Operation): Exchange[] {
  return Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.entries(resolve(response).content ?? {}).flatMap(([type, { examples }]) =>
      Object.entries(examples ?? {}).map(([name, example]) => ({ status, type, name, answer: resolve(example).value })),
    ),
  );
}

/** An entry of the catalog is asked for by the id that its example shows. */
function address(path: string, exchange: Exchange | undefined): string {
  return path.replace("{id}", () => (exchange?.answer as { id: string }).id);
}

/** The request under the same name where there is one, else the first. */
function request(operation: Operation, name: string): RequestInit {
  const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (type === undefined) {
    return {};
  }
  const example = body?.examples?.[name] ?? Object.values(body?.examples ?? {})[0];
  assert.ok(example, `no example of a request for ${operation.operationId}`);
  const { value } = resolve(example);
  return { headers: { "Content-Type": type }, body: typeof value === "string" ? value : JSON.stringify(value) };
}

async function ask(method: string, path: string, sent: RequestInit, headers: Record<string, string>) {
  const response = await fetch(mock + path, { ...sent, method, headers: { ...sent.headers, ...headers } });
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.includes("json") && !text.includes("\n{");
  return { status: String(response.status), answer: isJson ? (JSON.parse(text) as unknown) : text };
}

for (const [path, operations] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(operations)) {
    const all = exchanges(operation);
    const first = all.find((exchange) => exchange.status === "200");
    const at = address(path, first);

    test(`the mock answers ${operation.operationId} with its first example`, async () => {
      assert.ok(first);
      const { status, answer } = await ask(method.toUpperCase(), at, request(operation, first.name), {});
      assert.deepEqual({ status, answer }, { status: "200", answer: first.answer });
    });

    for (const { status, type, name, answer } of all) {
      test(`the mock answers ${operation.operationId} with ${status} ${name}`, async () => {
        const headers = { Accept: type, Prefer: `code=${status}, example=${name}` };
        const given = await ask(method.toUpperCase(), at, request(operation, name), headers);
        assert.deepEqual(given, { status, answer });
      });
    }
  }
}
