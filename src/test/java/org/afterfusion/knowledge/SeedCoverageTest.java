package org.afterfusion.knowledge;

import static org.afterfusion.testing.Reports.choice;
import static org.afterfusion.testing.Reports.present;
import static org.afterfusion.testing.Reports.reassuring;
import static org.afterfusion.testing.Reports.value;
import static org.afterfusion.triage.Urgency.EMERGENCY;
import static org.afterfusion.triage.Urgency.ROUTINE;
import static org.afterfusion.triage.Urgency.SAME_DAY;
import static org.afterfusion.triage.Urgency.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.SymptomReport.ReportedFinding;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Urgency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything the founding article says is in the shipped knowledge. */
class SeedCoverageTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    private static final TriageEngine ENGINE = new TriageEngine(KNOWLEDGE);

    /**
     * A statement of the article about causes.
     *
     * @param causes that each hold it
     * @param phrases patterns, every one of which is found in the English text of each of the causes
     */
    record Statement(String says, List<String> causes, List<String> phrases) {
        @Override
        public String toString() {
            return says;
        }
    }

    /** Every statement in the order of the article. */
    static Stream<Statement> statements() {
        return Stream.of(
                kept("A fusion makes one solid piece of the bones", in("pseudarthrosis"))
                        .as("in a fusion, the bones should grow into one solid piece"),

                // Temporary nerve inflammation and irritation
                kept("New pain, numbness or tingling after a fusion is common", in("nerve-root-irritation"))
                        .as("\\d+ to \\d+ of 100 people after a low back fusion", "numbness", "tingling"),
                kept("Often it is temporary", in("nerve-root-irritation", "nerve-reawakening-flare"))
                        .as("for a while|temporary|transient"),
                kept("Irritated nerve roots, radiculopathy", in("nerve-root-irritation"))
                        .as("radiculopathy", "irritate", "nerve"),
                kept("Even good surgery has to handle the tissue next to the nerves", in("nerve-root-irritation"))
                        .as("handle the tissues? (next to|near) the nerves"),
                kept("Handling inflames the nerve", in("nerve-root-irritation")).as("inflamed|sore and swollen"),
                kept("Swelling (edema) adds to it", in("nerve-root-irritation")).as("swelling", "edema"),
                kept("Swelling leaves the nerve less room for a while", in("nerve-root-irritation"))
                        .as("less (room|space) for a while"),
                kept("Shooting pain, numbness, pins and needles down the leg", in("nerve-root-irritation"))
                        .as("shooting", "numbness", "pins and needles", "leg"),
                kept("Eases as the swelling settles", in("nerve-root-irritation"))
                        .as("eases? as the swelling"),
                kept("Small nerve fibers by 6 weeks", in("nerve-root-irritation"))
                        .as("small nerve fibers[^.]* 6 weeks"),
                kept("Large nerve fibers up to 1 year", in("nerve-root-irritation"))
                        .as("large (nerve )?fibers[^.]* up to (1|a) year"),
                kept("A nerve squeezed hard and long before surgery", in("nerve-reawakening-flare"))
                        .as("squeezed hard", "squeezed for a long time", "before surgery"),
                kept("Such a nerve is more sensitive", in("nerve-reawakening-flare"))
                        .as("more sensitive"),
                kept("Flare of the old symptoms for a while", in("nerve-reawakening-flare"))
                        .as("flare", "old (leg )?symptoms", "for a while"),
                kept("The freed nerve wakes up", in("nerve-reawakening-flare"))
                        .as("wak(e|es|ing) up", "freed|set free"),
                kept("It can feel like the old problem got worse", in("nerve-reawakening-flare"))
                        .as("old problem got worse"),
                kept("Anti-inflammatory and nerve-pain drugs", in("nerve-root-irritation", "nerve-reawakening-flare"))
                        .as("anti-inflammatory", "nerve pain drugs", "(first|early) weeks"),

                // Musculoskeletal strain and referred pain
                kept("Back muscles are cut or pulled aside to reach the spine", in("paraspinal-muscle-spasm"))
                        .as("paraspinal", "reach the spine", "cut or pull(ed)? aside", "muscles"),
                kept("Pain, stiffness and spasm in back and buttocks", in("paraspinal-muscle-spasm"))
                        .as("stiff", "spasm", "buttock", "back"),
                kept("Spasm can be intense", in("paraspinal-muscle-spasm")).as("intense|severe|tighten hard"),
                kept("Felt down the back of the leg", in("paraspinal-muscle-spasm"))
                        .as("down the back of the leg", "referral"),
                kept("Like nerve pain although the nerve is healthy", in("paraspinal-muscle-spasm"))
                        .as("like nerve pain", "although the nerve is healthy"),
                kept("Tight muscles guard the spine", in("paraspinal-muscle-spasm"))
                        .as("tighten[^.]* guard the spine"),
                kept("Physical therapy and muscle relaxants while it heals", in("paraspinal-muscle-spasm"))
                        .as("physical therapy and muscle relaxants while the muscles heal"),
                kept("Bone taken from the person's own hip", in("iliac-crest-graft-site-pain"))
                        .as("iliac crest", "bone (was )?taken", "your hip"),
                kept("Close to the superior cluneal nerves", in("iliac-crest-graft-site-pain"))
                        .as("superior cluneal nerves", "irritate or hurt|irritated or hurt"),
                kept("Pain and numbness of the buttock to the upper leg", in("iliac-crest-graft-site-pain"))
                        .as("buttock[^.]*numb[^.]* upper leg"),
                kept("May bother more than the spine wound, up to a year", in("iliac-crest-graft-site-pain"))
                        .as("more than the spine wound for up to a year"),
                kept("Nerve block, aimed at the sore spot", in("iliac-crest-graft-site-pain"))
                        .as("treat the sore spot", "nerve block"),

                // Biomechanical adjustments and hardware
                kept(
                                "Months after surgery",
                                in("gait-compensation-overload", "hip-osteoarthritis", "knee-osteoarthritis"))
                        .as("months"),
                kept("A fused back moves less, the rest makes up for it", in("gait-compensation-overload"))
                        .as("moves less", "rest of the body makes up for it"),
                kept(
                                "Altered walk with a limp or sway",
                                in("gait-compensation-overload", "hip-osteoarthritis", "knee-osteoarthritis"))
                        .as("limp or (a )?sway", "walk"),
                kept("Altered posture", in("gait-compensation-overload")).as("posture"),
                kept(
                                "More stress on hips, knees and ankles",
                                in("gait-compensation-overload", "hip-osteoarthritis", "knee-osteoarthritis"))
                        .as("hips, knees and ankles", "stress|load"),
                kept("Tired muscles and joint strain", in("gait-compensation-overload"))
                        .as("muscles tire", "joint strain"),
                kept("The hip makes up for a stiff lower spine", in("hip-osteoarthritis"))
                        .as("stiff, fused spine", "hip[^.]* move and carry more"),
                kept("Sacroiliac joint strain, most after a low fusion", in("sacroiliac-joint-pain"))
                        .as("between spine and pelvis", "after a fusion low in the back[^.]* more strain"),
                kept("Screws hold the spine while it fuses", in("screw-loosening"))
                        .as("hold the spine still while the bones join"),
                kept("Screw loosening", in("screw-loosening")).as("loose", "screw"),
                kept("Screw moved slightly, touching a nerve root", in("screw-malposition"))
                        .as("moved? (slightly|a little)", "nerve-root|nerve root", "touch"),
                kept("A loose screw can reach a nerve", in("screw-loosening")).as("(meets|touches) a nerve"),
                kept("Rods and screws irritate the soft tissue", in("hardware-irritation"))
                        .as("rods", "screw", "irritate the soft tissue"),
                kept("Hardware pain is persistent", in("hardware-irritation")).as("pain often lasts"),
                kept("Worse with certain movements or positions", in("hardware-irritation"))
                        .as("certain movements or positions make it worse"),
                kept("Pseudarthrosis: no single solid bone", in("pseudarthrosis"))
                        .as("pseudarthrosis", "non-union", "one solid piece"),
                kept("The fusion still moves and is not stable", in("pseudarthrosis"))
                        .as("still moves and is not stable"),
                kept("Lasting pain that can reach the legs", in("pseudarthrosis"))
                        .as("lasting pain", "motion can also send pain into the legs"),
                kept("Imaging when pain outlasts the healing time", in("pseudarthrosis"))
                        .as("pain outlasts the healing time", "CT|X-ray", "bones or the metal are the source"),

                // Urgent symptoms
                kept("Sudden severe leg or foot weakness", in("acute-motor-deficit", "spinal-epidural-hematoma"))
                        .as("sudden severe leg or foot weakness"),
                kept("Trouble walking, foot drop", in("acute-motor-deficit", "spinal-epidural-hematoma"))
                        .as("trouble walking", "foot drop"),
                kept("Report it right away", in("acute-motor-deficit", "spinal-epidural-hematoma"))
                        .as("right away"),
                kept("Acute nerve compression or injury", in("acute-motor-deficit", "spinal-epidural-hematoma"))
                        .as("acute nerve compression or injury"),
                kept("Loss of bowel or bladder control", in("cauda-equina-syndrome"))
                        .as("loss of (bladder or bowel|bowel or bladder) control", "emergency"),
                kept("Cauda equina syndrome: rare, fast care, lasting damage", in("cauda-equina-syndrome"))
                        .as("cauda equina", "rare", "without fast care, nerve damage can last"),
                kept("Infection: leg pain", in("surgical-site-infection-superficial", "deep-spinal-infection"))
                        .as("leg pain"),
                kept("Infection: fever, chills", in("surgical-site-infection-superficial", "deep-spinal-infection"))
                        .as("fever", "chills"),
                kept(
                                "Infection: new or unusual drainage, redness",
                                in("surgical-site-infection-superficial", "deep-spinal-infection"))
                        .as("new or unusual drainage", "\\bred"),
                kept("Infection: call the team", in("surgical-site-infection-superficial", "deep-spinal-infection"))
                        .as("call your surgical team today"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void aCauseHoldsTheStatement(Statement statement) {
        for (var id : statement.causes()) {
            var cause = KNOWLEDGE.findCause(id);
            assertThat(cause).as("cause %s", id).isNotNull();
            assertEveryPhraseIsIn(textOf(cause), statement.phrases(), id);
        }
    }

    /**
     * A red flag of the article.
     *
     * @param rules that hold it
     * @param phrases patterns, every one of which is found in the English text of these rules
     */
    record SeedRedFlag(String says, List<String> rules, List<String> phrases) {
        @Override
        public String toString() {
            return says;
        }
    }

    static Stream<SeedRedFlag> redFlags() {
        return Stream.of(
                new SeedRedFlag(
                        "Sudden severe leg or foot weakness, trouble walking, foot drop",
                        List.of("rf-05", "rf-06", "rf-13"),
                        List.of("weakness in a leg or foot", "cannot walk", "foot drop", "squeezed or hurt")),
                new SeedRedFlag(
                        "Loss of bowel or bladder control",
                        List.of("rf-01", "rf-02", "rf-03"),
                        List.of("lose control of your bladder or bowel", "cauda equina")),
                new SeedRedFlag(
                        "Severe, unrelenting leg pain that rapidly worsens",
                        List.of("rf-12", "rf-13", "rf-14"),
                        List.of("severe, unrelenting and rapidly worsening", "grows fast")),
                new SeedRedFlag(
                        "Fever, chills, drainage or redness at the wound",
                        List.of("rf-17", "rf-18", "rf-19", "rf-20", "rf-21"),
                        List.of("fever", "chills", "leak", "red, hot, open")),
                new SeedRedFlag(
                        "Pain beyond the healing time calls for imaging",
                        List.of("rf-32"),
                        List.of("stay too long", "x-rays or scans")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("redFlags")
    void rulesHoldTheRedFlag(SeedRedFlag redFlag) {
        var found = redFlag.rules().stream().map(KNOWLEDGE::findRedFlag).toList();

        assertThat(found).as("%s", redFlag.rules()).doesNotContainNull();
        var text = found.stream().map(SeedCoverageTest::textOf).collect(Collectors.joining("\n"));
        assertEveryPhraseIsIn(text, redFlag.phrases(), redFlag.rules().toString());
    }

    /**
     * What must not wait, although everything else in the report reassures.
     *
     * @param days since surgery on which it holds
     */
    record WarningSign(String sign, List<ReportedFinding> findings, List<Integer> days, Urgency atLeast) {
        @Override
        public String toString() {
            return sign + ": at least " + atLeast;
        }
    }

    static Stream<WarningSign> warningSigns() {
        var anyDay = List.of(0, 3, 10, 30, 60, 200, 1000);
        return Stream.of(
                sign("New leg weakness", anyDay, EMERGENCY, present("new-leg-weakness")),
                sign("Foot drop", anyDay, EMERGENCY, present("foot-drop")),
                sign("Sudden trouble walking", anyDay, EMERGENCY, present("cannot-walk")),
                sign("Loss of bladder control", anyDay, EMERGENCY, present("new-urine-leak")),
                sign("Loss of bowel control", anyDay, EMERGENCY, present("new-bowel-leak")),
                sign(
                        "Severe pain that rapidly worsens",
                        anyDay,
                        EMERGENCY,
                        value("pain-score", 9),
                        choice("pain-trend", "quickly-worse")),
                sign("Fever on day 10", List.of(10), SAME_DAY, value("temperature", 38.5)),
                sign("Chills", List.of(4, 10, 30), SAME_DAY, present("chills-or-sweats")),
                sign("Chills or night sweats months later", List.of(60, 200, 1000), SOON, present("chills-or-sweats")),
                sign("Unusual drainage", anyDay, SAME_DAY, choice("wound-drainage", "cloudy")),
                sign("Redness at the wound", anyDay, SAME_DAY, present("wound-red-hot")),
                sign("No improvement by day 60", List.of(60), SOON, choice("pain-trend", "same")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warningSigns")
    void theSignAloneForcesTheLevel(WarningSign sign) {
        assertThat(sign.days()).allSatisfy(day -> {
            var triage = ENGINE.triage(reassuring(KNOWLEDGE, day, sign.findings()));

            assertThat(triage.urgency()).as("day %d", day).isGreaterThanOrEqualTo(sign.atLeast());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10, 30, 60, 200, 1000})
    void withoutAnySignTheSameReportIsRoutine(int day) {
        var triage = ENGINE.triage(reassuring(KNOWLEDGE, day, List.of()));

        assertThat(triage.urgency()).as("set by %s", triage.setBy()).isEqualTo(ROUTINE);
    }

    private static void assertEveryPhraseIsIn(String text, List<String> phrases, String where) {
        assertThat(phrases).as("phrases in the text of %s", where).allSatisfy(phrase -> assertThat(text)
                .containsPattern(Pattern.compile(phrase, Pattern.CASE_INSENSITIVE)));
    }

    private static String textOf(Cause cause) {
        var text = cause.text();
        return english(Stream.concat(
                Stream.of(
                        text.name(),
                        text.clinicalName(),
                        text.definition(),
                        text.summary(),
                        text.onset(),
                        text.howOften(),
                        text.moreLikely(),
                        text.lessLikely(),
                        text.expectedCourse(),
                        text.usualCare(),
                        text.usualNextStep(),
                        text.explainer()),
                text.selfCare().stream()));
    }

    private static String textOf(RedFlag redFlag) {
        var sign = redFlag.watchFor();
        return english(Stream.of(redFlag.title(), redFlag.because(), redFlag.why(), sign == null ? null : sign.text()));
    }

    private static String english(Stream<Text> texts) {
        return texts.filter(Objects::nonNull).map(text -> text.in("en")).collect(Collectors.joining("\n"));
    }

    private record Kept(String says, List<String> causes) {
        Statement as(String... phrases) {
            return new Statement(says, causes, List.of(phrases));
        }
    }

    private static Kept kept(String statement, List<String> causes) {
        return new Kept(statement, causes);
    }

    private static List<String> in(String... causes) {
        return List.of(causes);
    }

    private static WarningSign sign(String sign, List<Integer> days, Urgency atLeast, ReportedFinding... findings) {
        return new WarningSign(sign, List.of(findings), days, atLeast);
    }
}
