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
                        + "is left out, or null, is never read as \"no\". Unknown properties are rejected.")
record SymptomReportRequest(
        @Valid @Nullable PatientRequest patient,

        @NotNull @Valid SurgeryRequest surgery,

        @Min(0)
        @Max(36_500)
        @Schema(
                description =
                        "Days since the present problem began. More than surgery.daysAgo: it was there before surgery. "
                                + "Left out: both early and late causes are considered, and the answer says so.")
        @Nullable
        Integer symptomsStartedDaysAgo,

        @NotNull
        @Size(min = 1, max = MAX_FINDINGS)
        @Schema(
                description =
                        "Answers, at most one a finding: symptoms, signs a person can see, risk factors and history "
                                + "alike. A finding left out was not asked; it is not absent.")
        List<@NotNull @Valid FindingRequest> findings,

        @Schema(
                description = "Who answers. It never changes the result.",
                enumeration = {"patient", "carer", "clinician"})
        @Nullable
        Reporter reportedBy) {

    static final int MAX_FINDINGS = 200;

    @Schema(name = "Patient")
    record PatientRequest(
            @Min(0)
            @Max(120)
            @Schema(description = "Age in years. Under 16 is out of scope and still answered safely.")
            @Nullable
            Integer ageYears,

            @Schema(enumeration = {"female", "male", "other"}) @Nullable
            Sex sex,

            @DecimalMin("12") @DecimalMax("80") @Schema(description = "Body mass index in kg/m².") @Nullable
            Double bmi) {}

    @Schema(name = "Surgery")
    record SurgeryRequest(
            @NotNull
            @Min(0)
            @Max(36_500)
            @Schema(
                    description =
                            "Days since the operation, 0 on the day itself. Days, not a date: a date identifies people.")
            Integer daysAgo,

            @Schema(
                    description = "Left out: a fusion. Anything else is answered safely, with a notice.",
                    enumeration = {"fusion", "other-spine-surgery", "unknown"})
            @Nullable
            Procedure procedure,

            @Schema(
                    description =
                            "From where the spine was reached: back, front, side, slanted from the side, or several.",
                    enumeration = {"posterior", "anterior", "lateral", "oblique", "combined", "unknown"})
            @Nullable
            Approach approach,

            @Min(1) @Max(17) @Schema(description = "How many levels were joined.") @Nullable
            Integer levelsFused,

            @Schema(description = "The fusion reaches the sacrum or pelvis.") @Nullable
            Boolean fusedToSacrum,

            @Schema(description = "A spacer or cage was put between the bones.") @Nullable
            Boolean interbodyCage,

            @Schema(description = "Bone was taken from the person's own hip.") @Nullable
            Boolean ownHipBone,

            @Schema(description = "Bone-growth protein (rhBMP-2) was used.") @Nullable
            Boolean bmp,

            @Schema(description = "This part of the spine had been operated on before.") @Nullable
            Boolean revision,

            @Schema(description = "The covering of the nerves was torn or patched.") @Nullable
            Boolean duralTear) {}

    @Schema(
            name = "ReportedFinding",
            description = "One answer: exactly one of presence, value and choice, as the finding's type asks.")
    record FindingRequest(
            @NotNull
            @Size(min = 1, max = 64)
            @Schema(description = "Id of GET /v1/findings.", examples = "saddle-numbness")
            String id,

            @Schema(
                    description = "For findings of type presence. \"unsure\" and not asked are never read as absent.",
                    enumeration = {"present", "absent", "unsure"})
            @Nullable
            Presence presence,

            @Schema(description = "For findings of type value, in the finding's own unit and range.") @Nullable
            Double value,

            @Size(max = 64)
            @Schema(description = "For findings of type choice: the id of one of its choices.")
            @Nullable
            String choice,

            @Min(0)
            @Max(36_500)
            @Schema(
                    description =
                            "Days since this finding began; goes with present, value or choice. More than surgery.daysAgo: "
                                    + "it was there before surgery and counts as new only when it is worse.")
            @Nullable
            Integer startedDaysAgo,

            @Schema(description = "It was there before surgery, date unknown.") @Nullable
            Boolean sinceBeforeSurgery,

            @Schema(
                    description = "How it went since it began.",
                    enumeration = {"better", "same", "worse"})
            @Nullable
            Course course) {

        ReportedFinding toFinding() {
            return new ReportedFinding(id, presence, value, choice, startedDaysAgo, sinceBeforeSurgery, course);
        }
    }

    /** Returns the request with only its first findings. */
    SymptomReportRequest withFirstFindings(int count) {
        return new SymptomReportRequest(
                patient, surgery, symptomsStartedDaysAgo, findings.subList(0, count), reportedBy);
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
                findings.stream().map(FindingRequest::toFinding).toList(),
                reportedBy);
    }
}
