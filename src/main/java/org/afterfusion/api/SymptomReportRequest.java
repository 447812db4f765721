package org.afterfusion.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.SymptomReport.Approach;
import org.afterfusion.triage.SymptomReport.Course;
import org.afterfusion.triage.SymptomReport.Patient;
import org.afterfusion.triage.SymptomReport.Presence;
import org.afterfusion.triage.SymptomReport.Procedure;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.SymptomReport.Reporter;
import org.afterfusion.triage.SymptomReport.Sex;
import org.afterfusion.triage.SymptomReport.Surgery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The report on the wire. Everything is boxed: a property left out, or null, is not known, which is never "no". */
@Schema(
        name = "SymptomReport",
        description =
                "What is reported about leg symptoms after a spinal fusion. Leave out what is not known; a property that "
                        + "is left out, or null, is never read as \"no\". Unknown properties are refused. Send no names, dates "
                        + "or free text: there is no place for them.")
record SymptomReportRequest(
        @Schema(ref = "Patient", description = "The person the report is about. Left out or null: nothing is known.")
        @Valid
        @Nullable
        PatientRequest patient,

        @Schema(ref = "Surgery", description = "The operation, as far as it is known.") @NotNull @Valid
        SurgeryRequest surgery,

        @Min(0)
        @Max(36_500)
        @Schema(
                description =
                        "Whole days since the present problem began. More than surgery.daysAgo: it was there before surgery. "
                                + "Left out or null: both early and late causes are considered, and the answer says so.",
                examples = "2")
        @Nullable
        Integer symptomsStartedDaysAgo,

        @NotNull(groups = Complete.class)
        @Size(max = MAX_FINDINGS)
        @Size(min = 1, max = MAX_FINDINGS, groups = Complete.class)
        @Schema(
                required = true,
                minItems = 1,
                maxItems = MAX_FINDINGS,
                description =
                        "Answers, at most one a finding, in any order: symptoms, signs a person can see, risk factors and history "
                                + "alike. A finding left out was not asked; it is not absent.")
        List<@NotNull @Valid FindingRequest> findings,

        @Schema(
                ref = "Reporter",
                description = "Who answers. It never changes the result. Left out or null: not known.")
        @Nullable
        Reporter reportedBy,

        @Schema(
                description =
                        "Insists on a version of the knowledge, as an earlier answer or GET /v1/knowledge named it. If another one "
                                + "is in service the report is refused with 409, so that an old answer is never made anew with "
                                + "new rules unnoticed. Left out: whatever is in service answers. It changes nothing else.",
                pattern = KnowledgeVersions.FORM,
                examples = "2026.11.4")
        @Nullable
        String knowledgeVersion) {

    static final int MAX_FINDINGS = 200;

    /** What holds for a report to triage, and not yet for one that an interview begins with. */
    interface Complete {}

    @Schema(name = "Patient", description = "What is known about the person; nothing that identifies them.")
    record PatientRequest(
            @Min(0)
            @Max(120)
            @Schema(
                    description =
                            "Age in whole years. Under 16 is out of scope and still answered safely. Left out or null: not "
                                    + "known; an adult is assumed.",
                    examples = "58")
            @Nullable
            Integer ageYears,

            @Schema(ref = "Sex", description = "Sex. Left out or null: not known.") @Nullable
            Sex sex,

            @DecimalMin("12")
            @DecimalMax("80")
            @Schema(description = "Body mass index in kg/m². Left out or null: not known.", examples = "31.5")
            @Nullable
            Double bmi) {}

    @Schema(name = "Surgery", description = "The operation. Only daysAgo has to be known.")
    record SurgeryRequest(
            @NotNull
            @Min(0)
            @Max(36_500)
            @Schema(
                    description =
                            "Whole days since the operation, 0 on the day itself. Days, not a date: a date identifies people.",
                    examples = "16")
            Integer daysAgo,

            @Schema(
                    ref = "Procedure",
                    description =
                            "Kind of operation. Left out or null: a fusion. Anything else is answered safely, with a notice.")
            @Nullable
            Procedure procedure,

            @Schema(ref = "Approach", description = "From where the spine was reached. Left out or null: not known.")
            @Nullable
            Approach approach,

            @Min(1)
            @Max(17)
            @Schema(
                    description = "How many levels of the spine were joined. Left out or null: not known.",
                    examples = "2")
            @Nullable
            Integer levelsFused,

            @Schema(
                    description =
                            "Whether the fusion reaches the sacrum or pelvis. Left out or null: not known, which is not false.")
            @Nullable
            Boolean fusedToSacrum,

            @Schema(
                    description =
                            "Whether a spacer or cage was put between the bones. Left out or null: not known, which is not false.")
            @Nullable
            Boolean interbodyCage,

            @Schema(
                    description =
                            "Whether bone was taken from the person's own hip. Left out or null: not known, which is not false.")
            @Nullable
            Boolean ownHipBone,

            @Schema(
                    description =
                            "Whether bone-growth protein (rhBMP-2) was used. Left out or null: not known, which is not false.")
            @Nullable
            Boolean bmp,

            @Schema(
                    description =
                            "Whether this part of the spine had been operated on before. Left out or null: not known, which is "
                                    + "not false.")
            @Nullable
            Boolean revision,

            @Schema(
                    description =
                            "Whether the covering of the nerves was torn or patched. Left out or null: not known, which is not "
                                    + "false.")
            @Nullable
            Boolean duralTear) {}

    @Schema(
            name = "ReportedFinding",
            description =
                    "One answer: exactly one of presence, value and choice, as the finding's type asks. Two of them, none, or "
                            + "the wrong one is refused.")
    record FindingRequest(
            @NotNull
            @Size(min = 1, max = 64)
            @Schema(
                    ref = "FindingId",
                    description = "Which finding. An id that is not in service is refused, and the closest one named.")
            String id,

            @Schema(
                    ref = "Presence",
                    description =
                            "For findings of type presence; \"unsure\" for those of every type. \"unsure\" and not asked are never "
                                    + "read as absent. Left out or null for a number or a choice.")
            @Nullable
            Presence presence,

            @Schema(
                    description =
                            "For findings of type value: the number, in the unit and range that GET /v1/findings gives. Left out or "
                                    + "null for the other types.",
                    examples = "38.6")
            @Nullable
            Double value,

            @Size(max = 64)
            @Schema(
                    description =
                            "For findings of type choice: the id of one of the choices that GET /v1/findings gives. Left out or "
                                    + "null for the other types.",
                    examples = "cloudy")
            @Nullable
            String choice,

            @Min(0)
            @Max(36_500)
            @Schema(
                    description =
                            "Whole days since this finding began; goes with present, value or choice. More than surgery.daysAgo: "
                                    + "it was there before surgery and counts as new only when it is worse. Left out or null: not "
                                    + "known, and taken as new since surgery.",
                    examples = "2")
            @Nullable
            Integer startedDaysAgo,

            @Schema(
                    description =
                            "Whether it was there before surgery, when the day is not known. One that contradicts startedDaysAgo is "
                                    + "refused. Left out or null: not known.")
            @Nullable
            Boolean sinceBeforeSurgery,

            @Schema(ref = "Course", description = "How it went since it began. Left out or null: not known.") @Nullable
            Course course) {

        ReportedFinding toFinding() {
            return new ReportedFinding(id, presence, value, choice, startedDaysAgo, sinceBeforeSurgery, course);
        }
    }

    /** Returns the request with only its first findings. */
    SymptomReportRequest withFirstFindings(int count) {
        return new SymptomReportRequest(
                patient, surgery, symptomsStartedDaysAgo, findings.subList(0, count), reportedBy, knowledgeVersion);
    }

    /** Returns the report; only for a request in which no fault was found. */
    SymptomReport toReport() {
        var person = patient == null ? new PatientRequest(null, null, null) : patient;
        return new SymptomReport(
                new Patient(person.ageYears(), person.sex(), person.bmi()),
                new Surgery(
                        surgery.daysAgo(),
                        surgery.procedure() == null ? Procedure.FUSION : surgery.procedure(),
                        surgery.approach(),
                        surgery.levelsFused(),
                        surgery.fusedToSacrum(),
                        surgery.interbodyCage(),
                        surgery.ownHipBone(),
                        surgery.bmp(),
                        surgery.revision(),
                        surgery.duralTear()),
                symptomsStartedDaysAgo,
                findings == null
                        ? List.of()
                        : findings.stream().map(FindingRequest::toFinding).toList(),
                reportedBy);
    }
}
