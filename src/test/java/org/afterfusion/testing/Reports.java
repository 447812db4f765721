package org.afterfusion.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Surgery;

/** Makes symptom reports. */
public final class Reports {

    private static final int ALWAYS_ASKED = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Reports() {}

    /** Reads the body of a triage request, refusing what the request does not know. */
    public static SymptomReport read(JsonNode body) {
        ObjectNode complete = body.deepCopy();
        complete.withObjectProperty("patient");
        complete.withArrayProperty("findings");
        var surgery = complete.withObjectProperty("surgery");
        if (!surgery.has("procedure")) {
            surgery.put("procedure", "fusion");
        }
        return MAPPER.convertValue(complete, SymptomReport.class);
    }

    /** Writes the body of a triage request, without what is not known. */
    public static String write(SymptomReport report) {
        try {
            return MAPPER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a report with a reassuring answer to every question always asked, save for the answers given. */
    public static SymptomReport reassuring(KnowledgeBase knowledge, int day, List<ReportedFinding> answersGiven) {
        var answers = new LinkedHashMap<String, ReportedFinding>();
        knowledge.findings().stream()
                .filter(finding -> finding.tier() == ALWAYS_ASKED)
                .map(Reports::reassuringAnswer)
                .forEach(answer -> answers.put(answer.id(), answer));
        answersGiven.forEach(answer -> answers.put(answer.id(), answer));
        return new SymptomReport(
                new Patient(null, null, null),
                new Surgery(day, Procedure.FUSION, null, null, null, null, null, null, null, null),
                null,
                List.copyOf(answers.values()),
                null);
    }

    /** Returns a report with the most worrying answer to every question. */
    public static SymptomReport worst(KnowledgeBase knowledge, int day) {
        return new SymptomReport(
                new Patient(60, null, 30.0),
                new Surgery(day, Procedure.FUSION, null, null, null, null, null, null, null, true),
                day,
                knowledge.findings().stream().map(Reports::worstAnswer).toList(),
                null);
    }

    private static ReportedFinding worstAnswer(Finding finding) {
        var choices = finding.choices();
        return switch (finding.type()) {
            case PRESENCE -> present(finding.id());
            case VALUE -> value(finding.id(), Objects.requireNonNull(finding.worst()));
            case CHOICE -> choice(finding.id(), choices.get(choices.size() - 1).id());
        };
    }

    private static ReportedFinding reassuringAnswer(Finding finding) {
        return switch (finding.id()) {
            case "pain-score" -> value("pain-score", 2);
            case "pain-trend" -> choice("pain-trend", "better");
            case "temperature" -> value("temperature", 36.8);
            case "last-passed-urine-hours" -> value("last-passed-urine-hours", 3);
            case "wound-drainage" -> choice("wound-drainage", "none");
            default -> answered(finding.id(), Presence.ABSENT);
        };
    }

    public static ReportedFinding present(String finding) {
        return answered(finding, Presence.PRESENT);
    }

    public static ReportedFinding answered(String finding, Presence presence) {
        return new ReportedFinding(finding, presence, null, null, null, null, null);
    }

    public static ReportedFinding value(String finding, double value) {
        return new ReportedFinding(finding, null, value, null, null, null, null);
    }

    public static ReportedFinding choice(String finding, String choice) {
        return new ReportedFinding(finding, null, null, choice, null, null, null);
    }
}
