package org.afterfusion.api;

import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The report of an interview in the OpenAPI document: a report that may have no finding yet. */
final class InterviewReport {

    static final String NAME = "InterviewReport";

    private InterviewReport() {}

    /** Adds the schema, made from that of a report, so that the two never grow apart. */
    static void addTo(Map<String, Schema> schemas, Schema report) {
        var findings = Objects.requireNonNull(report.getProperties().get("findings"));
        var begun = OASFactory.createSchema()
                .type(report.getType())
                .description(
                        "A report as POST /v1/triage takes it, of which findings may be left out or empty: so an interview begins.")
                .additionalPropertiesSchema(report.getAdditionalPropertiesSchema())
                .required(report.getRequired().stream()
                        .filter(name -> !name.equals("findings"))
                        .toList());
        report.getProperties().forEach(begun::addProperty);
        begun.addProperty(
                "findings",
                OASFactory.createSchema()
                        .type(findings.getType())
                        .items(findings.getItems())
                        .maxItems(findings.getMaxItems())
                        .description(findings.getDescription() + " Left out or empty: nothing is answered yet."));
        schemas.put(NAME, begun);
    }
}
