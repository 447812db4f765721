package org.afterfusion.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes, planted in a small contract: each is taken for what it is. */
class ComparisonTest {

    private static final String CONTRACT = """
            openapi: 3.1.0
            info: {title: Small, version: 1.0.0}
            x-everywhere: nothing
            paths:
              x-more: {}
              /reports:
                post:
                  operationId: report
                  requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Report"}}}}
                  responses:
                    "200":
                      description: Fine.
                      content:
                        application/json: {schema: {$ref: "#/components/schemas/Answer"}}
                        text/html: {schema: {type: string}}
                    "413": {description: Too large.}
                    x-none: {}
              /batch:
                post:
                  operationId: batch
                  requestBody:
                    content:
                      application/x-ndjson:
                        schema: {type: string, contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Line"}}
                  responses:
                    "200":
                      description: Fine.
                      content:
                        application/x-ndjson:
                          schema: {type: string, contentSchema: {type: object, required: [line], properties: {line: {type: integer}, extra: {type: string}}}}
              /things:
                get:
                  operationId: listThings
                  summary: The things.
                  parameters:
                    [{name: kind, in: query, schema: {type: string, enum: [old, new]}},
                     {name: search, in: query, schema: {type: string}}]
                  responses:
                    "200":
                      description: Fine.
                      headers: {ETag: {required: true, schema: {type: string}}}
                      content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Cause"}}}}
              /levels:
                get:
                  operationId: listLevels
                  responses:
                    "200": {description: Fine., content: {application/json: {schema: {type: array, items: {type: string}}}}}
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
              schemas:
                Report:
                  type: object
                  additionalProperties: false
                  required: [days]
                  properties:
                    days: {type: integer, format: int32, minimum: 0, maximum: 36500}
                    sex: {type: string, enum: [female, male, other]}
                    weight: {type: number, exclusiveMinimum: 10}
                    name: {type: string, maxLength: 20}
                    findings: {type: array, minItems: 1, maxItems: 200, items: {$ref: "#/components/schemas/Finding", description: One.}}
                    nothing: {type: [string, "null"]}
                Finding:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string, x-extensible-enum: [pain, fever]}
                Line: {type: object, required: [sent], properties: {sent: {type: string}, more: {type: string}}}
                Answer:
                  type: object
                  description: What to do.
                  required: [level, causes, share]
                  properties:
                    level: {type: string, enum: [low, high]}
                    share: {type: number}
                    note: {type: string}
                    mark: {const: a}
                    odd: {type: [string, number]}
                    main: {$ref: "#/components/schemas/Cause"}
                    causes: {type: array, items: {$ref: "#/components/schemas/Cause", description: One.}}
                Cause:
                  type: object
                  required: [id, text]
                  properties:
                    id: {type: string, x-extensible-enum: [nerve, bone]}
                    text: {type: string}
                    band: {type: string, enum: [likely, unlikely]}
            """;

    private static final String OPERATION_GONE =
            CONTRACT.substring(CONTRACT.indexOf("  /levels:"), CONTRACT.indexOf("components:"));

    @Test
    void aRemovedOperationBreaks() throws JsonProcessingException {
        assertThat(compared(OPERATION_GONE, "").breaking()).containsExactly("GET /levels: removed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "path renamed                  | /levels: | /ranks: | GET /levels: removed",
                "property removed              | `note: {type: string}` | `` | POST /reports answer 200 application/json/note",
                "property removed deep inside  | `band: {type: string, enum: [likely, unlikely]}` | `` | /band: removed",
                "property not sure any more    | required: [level, causes, share] | required: [level, causes] | share",
                "not sure any more deep inside | required: [id, text] | required: [id] | text",
                "list became an object         | `{type: array, items: {$ref: \"#/components/schemas/Cause\"}}` | {$ref: \"#/components/schemas/Cause\"} | GET /things answer 200 application/json",
                "items changed their type      | items: {type: string} | items: {type: integer} | GET /levels answer 200 application/json[]",
                "number became a string        | share: {type: number} | share: {type: string} | /share: type number became string",
                "integer became a number       | line: {type: integer} | line: {type: number} | /line: type integer became number",
                "a constant changed            | const: a | const: b | /mark",
                "null may come                 | note: {type: string} | note: {type: [string, \"null\"]} | /note: takes [null]",
                "an object or null may come    | main: {$ref: \"#/components/schemas/Cause\"} | main: {anyOf: [{$ref: \"#/components/schemas/Cause\"}, {type: \"null\"}]} | /main: takes [null]",
                "another type may come         | [string, number] | [string, number, boolean] | /odd: takes [boolean]",
                "new word in an answer         | [low, high] | [low, high, top] | /level: Enum gained [top]",
                "new word deep inside          | [likely, unlikely] | [likely, unlikely, maybe] | /band: Enum gained [maybe]",
                "word of a request removed     | [female, male, other] | [female, male] | /sex: Enum gained [], lost [other]",
                "new required property asked   | required: [days] | required: [days, sex] | POST /reports application/json: Required gained [sex]",
                "asked for deep inside         | required: [id] | required: [id, side] | /findings[]: Required gained [side]",
                "asked for in a line           | required: [sent] | required: [sent, more] | POST /batch application/x-ndjson: Required gained [more]",
                "line lost a property          | `, extra: {type: string}` | `` | POST /batch answer 200 application/x-ndjson/extra",
                "highest value lowered         | maximum: 36500 | maximum: 100 | /days: NumericRange",
                "lowest value raised           | minimum: 0 | minimum: 1 | /days: NumericRange",
                "lowest value shut out         | exclusiveMinimum: 10 | exclusiveMinimum: 12 | /weight: NumericRange",
                "fewest items raised           | minItems: 1 | minItems: 2 | /findings: MinItems",
                "most items lowered            | maxItems: 200 | maxItems: 100 | /findings: MaxItems",
                "text must be shorter          | maxLength: 20 | maxLength: 10 | /name: MaxLength",
                "text must match               | maxLength: 20 | maxLength: 20, pattern: \"^a\" | /name: Pattern",
                "null not taken any more       | nothing: {type: [string, \"null\"]} | nothing: {type: string} | /nothing: takes [] now and not [null]",
                "request property not taken    | name: {type: string, maxLength: 20} | `` | /name: removed",
                "object closed                 | sent: {type: string}, more: {type: string}} | sent: {type: string}, more: {type: string}}, additionalProperties: false | POST /batch application/x-ndjson: takes [] now and not [other properties]",
                "status removed                | `\"413\": {description: Too large.}` | `` | POST /reports answer 413: removed",
                "media type removed            | `text/html: {schema: {type: string}}` | `` | POST /reports answer 200 text/html: removed",
                "header removed                | `headers: {ETag: {required: true, schema: {type: string}}}` | `` | GET /things answer 200",
                "parameter made required       | name: kind, in: query, | name: kind, in: query, required: true, | GET /things parameter kind: Parameter",
                "parameter removed             | `{name: search, in: query, schema: {type: string}}` | `` | GET /things parameter search: removed",
                "parameter takes fewer words   | [old, new] | [old] | GET /things parameter kind",
                "parameter changed its type    | name: search, in: query, schema: {type: string} | name: search, in: query, schema: {type: integer} | GET /things parameter search",
                "a new parameter is required   | [{name: kind | [{name: who, in: query, required: true, schema: {type: string}}, {name: kind | GET /things parameter who: new and required",
                "token asked everywhere        | x-everywhere: nothing | security: [{token: []}] | GET /levels: SecurityRequirements",
                "token asked for one operation | operationId: listThings | security: [{token: []}] | GET /things: SecurityRequirements",
            })
    void breaks(String what, String before, String after, String named) throws JsonProcessingException {
        assertThat(compared(before, after).breaking()).anyMatch(line -> line.contains(named));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "new property to send        | more: {type: string}} | more: {type: string}, side: {type: string}} | true",
                "property not asked any more | required: [days] | required: [] | true",
                "new property in an answer   | extra: {type: string}} | extra: {type: string}, hint: {type: string}} | true",
                "new sure property           | `[level, causes, share]` | `[level, causes, share, note]` | true",
                "new operation               | x-more: {} | /levels/{id}: {get: {operationId: l, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {default: {description: A.}}}} | true",
                "new word to send            | [female, male, other] | [female, male, other, unknown] | true",
                "null may be sent            | name: {type: string, | name: {type: [string, \"null\"], | true",
                "wider bounds                | maximum: 36500 | maximum: 40000 | true",
                "new status                  | x-none: {} | \"415\": {description: Not JSON.} | true",
                "new parameter               | [{name: kind | [{name: who, in: query, schema: {type: string}}, {name: kind | true",
                "token or none               | x-everywhere: nothing | security: [{}, {token: []}] | true",
                "new id of an open list      | [nerve, bone] | [nerve, bone, joint] | false",
                "new id to send              | [pain, fever] | [pain, fever, cough] | false",
                "wording                     | What to do. | What you can do. | false",
                "wording of an operation     | summary: The things. | summary: All things. | false",
            })
    void breaksNobody(String what, String before, String after, boolean grown) throws JsonProcessingException {
        var comparison = compared(before, after);

        assertThat(comparison.breaking()).isEmpty();
        assertThat(comparison.grown()).isEqualTo(grown);
    }

    @Test
    void theSameIsTheSame() throws JsonProcessingException {
        assertThat(Comparison.of(read(CONTRACT), read(CONTRACT))).isEqualTo(new Comparison(List.of(), false));
    }

    private static Comparison compared(String before, String after) throws JsonProcessingException {
        assertThat(CONTRACT.split(Pattern.quote(before), -1))
                .as("occurs once: " + before)
                .hasSize(2);

        return Comparison.of(read(CONTRACT), read(CONTRACT.replace(before, after)));
    }

    private static JsonNode read(String document) throws JsonProcessingException {
        return new YAMLMapper().readTree(document);
    }
}
