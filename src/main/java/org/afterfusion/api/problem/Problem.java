package org.afterfusion.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457). It never repeats a submitted value.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(
                description = "Stable identifier of the kind of problem.",
                examples = "urn:afterfusion:problem:invalid-report")
        String type,

        @Schema(description = "Short name of the kind of problem, in the language of the answer.")
        String title,

        @Schema(description = "HTTP status code.") int status,

        @Schema(description = "What to do about it, in the language of the answer.")
        String detail,

        @Schema(
                description =
                        "Every fault found, in the order of their pointers. Empty when the request as a whole is the problem.")
        List<Entry> errors,

        @Schema(description = "What to do about an emergency meanwhile. Show it whenever a person waits for an answer.")
        String safetyNet,

        @Schema(
                description =
                        "Ids of worrying findings recognised as present in a report that was rejected. No urgency was "
                                + "assessed: mend the report and send it again at once.")
        List<String> redFlagsSeen) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One fault, worded. */
    @Schema(name = "ProblemEntry")
    public record Entry(
            @Schema(
                    description =
                            "JSON pointer (RFC 6901) to the field; empty for the whole body. For a query parameter, its name.",
                    examples = "/findings/3/value")
            String pointer,

            @Schema(
                    type = SchemaType.STRING,
                    description = "Machine-readable kind of fault.",
                    enumeration = {
                        "not-json",
                        "duplicate-key",
                        "trailing-content",
                        "too-deep",
                        "unknown-property",
                        "wrong-type",
                        "unknown-word",
                        "required",
                        "out-of-range",
                        "wrong-length",
                        "unknown-finding",
                        "duplicate-finding",
                        "exactly-one-answer",
                        "does-not-fit",
                        "contradiction"
                    })
            String code,

            @Schema(description = "What is wrong and what is allowed, in the language of the answer.")
            String message) {}
}
