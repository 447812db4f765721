package org.afterfusion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figures must not hang on numbers fitted to the cases, and no effect may rest on a case alone. The trials are run by
 * {@link EvaluationTest}, which fails when the stored ones are not those of a run now.
 */
class OverfittingTest {

    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));
    private static final CaseBank BANK = new CaseBank(Path.of("src/test/resources/cases"));

    /** Cases by which the figures may fall in a trial before they count as fitted: a tenth of them. */
    private static final int TOLERATED = 6;

    static Stream<Arguments> trials() throws IOException {
        var stored = new JsonMapper()
                .readTree(
                        Path.of("src/main/resources/evaluation/evaluation.json").toFile());
        return StreamSupport.stream(stored.path("guards").spliterator(), false)
                .flatMap(trial -> trial.path("figures").properties().stream()
                        .map(figures -> Arguments.of(
                                trial.path("change").path("en").asText(), figures.getKey(), figures.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("trials")
    void theFiguresHoldWithOtherNumbers(String trial, String encoding, JsonNode figures) {
        var shipped = Objects.requireNonNull(BANK.baseline().get(encoding));

        assertThat(figures.path("emergenciesCaught").asInt())
                .isEqualTo(figures.path("emergencies").asInt());
        assertThat(figures.path("acceptable").asInt()).isGreaterThanOrEqualTo(shipped.acceptable() - TOLERATED);
        assertThat(figures.path("causeFirst").asInt()).isGreaterThanOrEqualTo(shipped.causeFirst() - 2 * TOLERATED);
        assertThat(figures.path("causeInTop3").asInt()).isGreaterThanOrEqualTo(shipped.causeInTop3() - TOLERATED);
    }

    @Test
    void bothTrialsAreThere() throws IOException {
        assertThat(trials()).hasSize(4);
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
