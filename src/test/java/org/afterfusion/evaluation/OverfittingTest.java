package org.afterfusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.evaluation.CaseBank.Encoding;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures must not hang on numbers fitted to the cases, and no effect may rest on a case alone. */
class OverfittingTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    private static final CaseBank BANK = new CaseBank(Path.of("src/test/resources/cases"));
    private static final OverfittingGuards GUARDS = new OverfittingGuards(KNOWLEDGE, BANK.cases());

    /** Cases by which the figures may fall in a trial before they count as fitted: a tenth of them. */
    private static final int TOLERATED = 6;

    static Stream<Encoding> screened() {
        return BANK.encodings().stream().filter(Encoding::isScreened);
    }

    @ParameterizedTest
    @MethodSource("screened")
    void theNumbersOfTheMethodAreNotFitted(Encoding encoding) {
        var shipped = BANK.baseline().get(encoding.id());
        var heldOut = GUARDS.leaveOneGroupOut(encoding);
        System.out.printf("Leave one group out, %s: %s%n", encoding.id(), heldOut);

        assertThat(heldOut.emergenciesCaught()).isEqualTo(heldOut.emergencies());
        assertThat(heldOut.acceptable()).isGreaterThanOrEqualTo(shipped.acceptable() - TOLERATED);
        assertThat(heldOut.causeFirst()).isGreaterThanOrEqualTo(shipped.causeFirst() - TOLERATED);
        assertThat(heldOut.causeInTop3()).isGreaterThanOrEqualTo(shipped.causeInTop3() - TOLERATED);
    }

    @ParameterizedTest
    @MethodSource("screened")
    void noFigureHangsOnSingleSizes(Encoding encoding) {
        var shipped = BANK.baseline().get(encoding.id());
        var shaken = GUARDS.otherJudges(encoding);
        System.out.printf("Other judges, 19 of 20 draws, %s: %s%n", encoding.id(), shaken);

        assertThat(shaken.emergenciesCaught()).isEqualTo(shaken.emergencies());
        assertThat(shaken.acceptable()).isGreaterThanOrEqualTo(shipped.acceptable() - TOLERATED);
        assertThat(shaken.causeFirst()).isGreaterThanOrEqualTo(shipped.causeFirst() - 2 * TOLERATED);
        assertThat(shaken.causeInTop3()).isGreaterThanOrEqualTo(shipped.causeInTop3() - TOLERATED);
    }

    @Test
    void noEffectRestsOnACaseAlone() {
        var ofCases = BANK.cases().stream()
                .map(story -> address(story.source().url()))
                .collect(Collectors.toSet());
        var caseSources = KNOWLEDGE.sources().stream()
                .filter(source -> ofCases.contains(address(String.valueOf(source.href()))))
                .map(Source::id)
                .collect(Collectors.toSet());
        var effects = Stream.of(
                        KNOWLEDGE.findings().stream()
                                .flatMap(finding -> finding.evidence().stream())
                                .map(evidence -> evidence.sources()),
                        KNOWLEDGE.combinations().stream().map(combination -> combination.sources()),
                        KNOWLEDGE.causes().stream()
                                .flatMap(cause -> cause.multipliers().stream())
                                .map(multiplier -> multiplier.sources()),
                        KNOWLEDGE.redFlags().stream().map(flag -> flag.sources()))
                .flatMap(sources -> sources)
                .toList();

        assertThat(effects).hasSizeGreaterThan(200);
        assertThat(effects).noneMatch(sources -> restsOnly(sources, caseSources));
    }

    private static boolean restsOnly(List<String> sources, Set<String> caseSources) {
        return caseSources.containsAll(sources);
    }

    /** Returns an address or DOI without what differs between spellings of the same. */
    private static String address(String url) {
        return url.replaceFirst("^https?://(dx\\.)?(www\\.)?", "").replaceFirst("/$", "");
    }
}
