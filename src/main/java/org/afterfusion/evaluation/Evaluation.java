package org.afterfusion.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run over the whole bank of published cases, with the knowledge they were measured on. Levels, causes,
 * measures and verdicts are ids; {@link EvaluationTexts} words them. Shares are from 0 to 1.
 *
 * @param encodings the same stories, put into reports in different ways
 * @param interviews the same cases asked question by question
 * @param notMeasured measures that are usual and missing here, by id
 * @param history earlier figures, oldest first
 * @param guards figures of runs that guard against fitting the knowledge to the cases
 */
public record Evaluation(
        Origin measuredOn,
        Intervals intervals,
        List<Encoding> encodings,
        List<InterviewResults> interviews,
        List<Case> cases,
        List<String> notMeasured,
        List<Trial> history,
        List<Trial> guards) {

    /** What a run was made on; digests are {@code sha256:} and the hash of all files. */
    public record Origin(String knowledgeVersion, String knowledgeDigest, String casesDigest) {}

    @Schema(name = "EvaluationIntervals", description = "How the intervals of all figures were made.")
    public record Intervals(
            @Schema(description = "Confidence of low and high, two-sided, and of atMost, one-sided.", examples = "0.95")
            double confidence,

            @Schema(description = "Method of low and high: the score interval of Wilson.", examples = "wilson")
            String share,

            @Schema(
                    description = "Method of atMost: the exact limit of Clopper and Pearson.",
                    examples = "clopper-pearson")
            String atMost) {}

    @Schema(name = "EvaluationEncoding", description = "One way to put the stories into reports, with its results.")
    public record Encoding(
            @Schema(description = "Vocabulary and answers together.", examples = "original-screened")
            String id,

            @Schema(
                    description =
                            "original: the findings that were there when the stories were first put into reports; grown: "
                                    + "put into reports again, with findings added since.",
                    enumeration = {"original", "grown"})
            String vocabulary,

            @Schema(
                    description = "stated-only: what the story says; screened: with a complete safety questionnaire.",
                    enumeration = {"stated-only", "screened"})
            String answers,

            @Schema(description = "All cases, then only those stated to be fusions.")
            List<Results> results) {}

    @Schema(name = "EvaluationResults", description = "Every figure of one encoding over one set of cases.")
    public record Results(
            @Schema(
                    description = "all; or stated-fusions, without other operations and operations not named.",
                    enumeration = {"all", "stated-fusions"})
            String set,

            @Schema(description = "Number of cases in the set.")
            int cases,

            @Schema(description = "The measures; see terms for what each one means.")
            List<Figure> figures,

            @Schema(description = "Level wanted met exactly, by level wanted; the id is the level.")
            List<Figure> exactByLevel,

            @Schema(description = "How often each level was given, by level wanted.")
            List<ConfusionRow> confusion,

            @Schema(description = "The levels merged into fewer classes, to compare with other studies.")
            List<Collapse> collapsed,

            @Schema(
                    ref = "EvaluationCalibration",
                    description = "How far share and band of the first cause can be trusted.")
            Calibration calibration,

            @Schema(description = "The results for each group of diagnoses.")
            List<GroupResults> groups) {}

    @Schema(name = "EvaluationFigure", description = "A share of cases with its interval.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            @Schema(description = "What is counted.", examples = "emergency-sensitivity")
            String id,

            @Schema(description = "Cases counted.") int count,

            @Schema(description = "Cases it is a share of.") int of,

            @Schema(description = "count divided by of; left out when of is 0.", minimum = "0", maximum = "1") @Nullable
            Double share,

            @Schema(description = "Lower end of the interval; left out when of is 0.", minimum = "0", maximum = "1")
            @Nullable
            Double low,

            @Schema(description = "Upper end of the interval; left out when of is 0.", minimum = "0", maximum = "1")
            @Nullable
            Double high,

            @Schema(
                    description =
                            "For counts of misses: the true rate may be up to this share, even when none was missed. Left out for "
                                    + "other counts.",
                    minimum = "0",
                    maximum = "1")
            @Nullable
            Double atMost) {}

    @Schema(
            name = "EvaluationInterviews",
            description =
                    "Interviews of the people of the cases. They answer from the report of their story, and no, or with a harmless "
                            + "number, to what it leaves out.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InterviewResults(
            @Schema(description = "Id of the encoding whose reports they answer from.", examples = "grown-screened")
            String encoding,

            @Schema(
                    description =
                            "By the level of the finished report: emergencies, ambulances among them, and others.",
                    enumeration = {"emergencies", "no-emergencies"})
            String set,

            @Schema(description = "Interviews.") int cases,

            @Schema(description = "Screens until it stops, median.")
            int screensMedian,

            @Schema(description = "Screens until it stops, most.")
            int screensMost,

            @Schema(description = "Questions asked, median.")
            int questionsMedian,

            @Schema(
                    description =
                            "Screens until the level first is an emergency, median. Left out for those that are none.")
            @Nullable
            Integer screensToEmergencyMedian,

            @Schema(description = "The same, most.") @Nullable
            Integer screensToEmergencyMost,

            @Schema(description = "How the result of the interview compares with that of finished reports.")
            List<Figure> figures) {}

    @Schema(name = "EvaluationConfusion", description = "What was given to the cases of one wanted level.")
    public record ConfusionRow(
            @Schema(ref = "Level", description = "Level wanted.")
            String wanted,

            @Schema(description = "Number of cases by level given; every level is there.")
            Map<String, Integer> given) {}

    @Schema(name = "EvaluationCollapse", description = "Results with the five levels merged into fewer classes.")
    public record Collapse(
            @Schema(description = "Number of classes.", minimum = "2", maximum = "4")
            int classes,

            @Schema(ref = "Level", description = "The levels of each class, lowest class first.")
            List<List<String>> levels,

            @Schema(ref = "EvaluationFigure", description = "Class wanted was given.")
            Figure exact,

            @Schema(ref = "EvaluationFigure", description = "A lower class was given.")
            Figure below,

            @Schema(ref = "EvaluationFigure", description = "A higher class was given.")
            Figure above) {}

    @Schema(
            name = "EvaluationCalibration",
            description = "The share and band of the first cause against how often it was right.")
    public record Calibration(
            @Schema(
                    description =
                            "Brier score: mean squared difference between the share of the first cause and 1 (right) or 0. "
                                    + "0 is perfect.",
                    minimum = "0",
                    maximum = "1")
            double brier,

            @Schema(
                    description = "The score of always naming the overall rate; a useful share does better.",
                    minimum = "0",
                    maximum = "1")
            double brierOfConstant,

            @Schema(description = "Cases with a first cause and a right cause to compare.")
            int cases,

            @Schema(description = "By band of the first cause.")
            List<BandResults> bands) {}

    @Schema(name = "EvaluationBand", description = "How often the first cause was right in one band.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BandResults(
            @Schema(ref = "Band", description = "The band.") String band,

            @Schema(ref = "EvaluationFigure", description = "First cause right.")
            Figure right,

            @Schema(description = "Mean share of the first causes in the band; left out when there are none.") @Nullable
            Double meanShare) {}

    @Schema(name = "EvaluationGroup", description = "Results for one group of diagnoses.")
    public record GroupResults(
            @Schema(description = "The group; see terms.") String group,

            @Schema(description = "Number of cases; 0 says that nothing is known.")
            int cases,

            @Schema(ref = "EvaluationFigure", description = "An accepted level was given.")
            Figure acceptableLevel,

            @Schema(ref = "EvaluationFigure", description = "A right cause came first.")
            Figure causeFirst,

            @Schema(ref = "EvaluationFigure", description = "A right cause was among the first three.")
            Figure causeInTop3) {}

    @Schema(name = "EvaluationCase", description = "One published case, with what was wanted and what was given.")
    public record Case(
            @Schema(examples = "d001", description = "Id in the case bank.")
            String id,

            @Schema(
                    description = "What kind of page it comes from.",
                    enumeration = {"case-report", "series-patient", "education-scenario", "qa"})
            String kind,

            @Schema(ref = "EvaluationSource", description = "Where the story was published.")
            CaseSource source,

            @Schema(description = "Group of the final diagnosis; see terms.")
            String group,

            @Schema(description = "What is special about the case; see terms.")
            List<String> tags,

            @Schema(ref = "Level", description = "Level wanted, by editorial judgement.")
            String wanted,

            @Schema(ref = "Level", description = "Every level that counts as right, lowest first.")
            List<String> accepted,

            @Schema(ref = "CauseRef", description = "Causes that count as right; empty when no modelled cause is.")
            List<String> rightCauses,

            @Schema(description = "What the service gave, by encoding.")
            List<CaseResult> results) {}

    @Schema(name = "EvaluationSource", description = "The page of a case.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CaseSource(
            @Schema(description = "Title, in its own language.")
            String title,

            @Schema(description = "Year of publication. Left out where the page names none.") @Nullable
            Integer year,

            @Schema(description = "Address or DOI.") String url,

            @Schema(description = "First author. Left out where the page names none.") @Nullable
            String firstAuthor) {}

    @Schema(name = "EvaluationCaseResult", description = "What the service gave to one case in one encoding.")
    public record CaseResult(
            @Schema(description = "Id of the encoding.") String encoding,

            @Schema(ref = "Level", description = "Level given.")
            String given,

            @Schema(ref = "TriageStatus", description = "Status of the answer.")
            String status,

            @Schema(ref = "CauseRef", description = "The first three causes given.")
            List<String> topThree,

            @Schema(
                    description =
                            "exact; accepted: another level that counts as right; under, over: below, above all of them.",
                    enumeration = {"exact", "accepted", "under", "over"})
            String levelVerdict,

            @Schema(
                    description = "Where the first right cause stands.",
                    enumeration = {"first", "top-3", "top-5", "not-listed", "none-expected"})
            String causeVerdict) {}

    /**
     * The figures of another run, kept by hand.
     *
     * @param version of the knowledge of that run
     * @param change what was different, by language
     * @param why by language
     * @param figures by encoding
     */
    public record Trial(
            String version, Map<String, String> change, Map<String, String> why, Map<String, Tally> figures) {}

    @Schema(name = "EvaluationTally", description = "The main counts of one run over one encoding.")
    public record Tally(
            @Schema(description = "Cases measured.") int cases,

            @Schema(description = "Emergencies among them.") int emergencies,

            @Schema(description = "Emergencies given an emergency level.")
            int emergenciesCaught,

            @Schema(description = "Cases below every accepted level.")
            int under,

            @Schema(description = "Cases above every accepted level.")
            int over,

            @Schema(description = "Cases with exactly the level wanted.")
            int exact,

            @Schema(description = "Cases with an accepted level.")
            int acceptable,

            @Schema(description = "Cases with a right cause first.")
            int causeFirst,

            @Schema(description = "Cases with a right cause among the first three.")
            int causeInTop3) {}
}
