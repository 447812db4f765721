package org.afterfusion.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error. */
@Schema(
        name = "Problem",
        description =
                "What went wrong (RFC 9457). No urgency was assessed: never take it for a low one. It never repeats a submitted "
                        + "value.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(
                ref = "ProblemType",
                description = "What kind of problem it is.",
                examples = "urn:afterfusion:problem:invalid-report")
        String type,

        @Schema(description = "Short name of the kind of problem, in the language of the answer.")
        String title,

        @Schema(
                description =
                        "HTTP status code, the same as that of the answer; in a batch, the one that the report would have got "
                                + "by itself.",
                minimum = "400",
                maximum = "599")
        int status,

        @Schema(description = "What to do about it, in the language of the answer; for developers and operators.")
        String detail,

        @Schema(
                description =
                        "Every fault found, in the order of their pointers; of more than 500 the first 500, and last how many "
                                + "more there are. Empty when the request as a whole is the problem.")
        List<Entry> errors,

        @Schema(
                description =
                        "What to do about an emergency meanwhile, for the person. Show it whenever a person waits for an answer.")
        String safetyNet,

        @Schema(
                ref = "FindingRef",
                description =
                        "Worrying findings recognised as present in a report that was rejected, as far as it could be read. If there "
                                + "are any, mend the report and send it again at once; if you cannot, tell the person to seek "
                                + "help now. Empty does not mean that there are none.")
        List<String> redFlagsSeen) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One fault, worded. */
    @Schema(name = "ProblemEntry", description = "One fault with its place.")
    public record Entry(
            @Schema(
                    description =
                            "JSON pointer (RFC 6901) to the field; empty for the whole body. For a query parameter or a header, its name.",
                    examples = "/findings/3/value")
            String pointer,

            @Schema(ref = "FaultCode", description = "What kind of fault it is.")
            String code,

            @Schema(description = "What is wrong and what is allowed, in the language of the answer; for developers.")
            String message) {}
}
