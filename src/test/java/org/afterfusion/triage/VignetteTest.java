package org.afterfusion.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.testing.Reports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code vignettes.yaml} against the shipped knowledge. */
class VignetteTest {

    private static final TriageEngine ENGINE =
            new TriageEngine(KnowledgeLoader.load(Path.of("src/main/resources/knowledge")));

    /**
     * A person and what must come back.
     *
     * @param rules that fire, among others
     * @param causesInTop3 of which at least one is among the first three; none expected when null
     * @param inList of which at least one is listed or to be excluded; none expected when null
     */
    record Vignette(
            String id,
            String story,
            JsonNode report,
            Urgency atLeast,
            @Nullable Urgency exactly,
            @Nullable List<String> rules,
            @Nullable List<String> causesInTop3,
            @Nullable List<String> inList) {

        @Override
        public String toString() {
            return id + ": " + story;
        }
    }

    static List<Vignette> vignettes() throws IOException {
        var yaml = YAMLMapper.builder()
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .build();
        return yaml.readValue(Path.of("src/test/resources/vignettes.yaml").toFile(), new TypeReference<>() {});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vignettes")
    void isTriagedAsExpected(Vignette vignette) {
        var triage = ENGINE.triage(Reports.read(vignette.report()));

        assertAll(
                () -> levelIsAsExpected(vignette, triage),
                () -> rulesFire(vignette, triage),
                () -> causeIsAmongTheFirstThree(vignette, triage),
                () -> causeIsKeptInTheList(vignette, triage));
    }

    private static void levelIsAsExpected(Vignette vignette, Triage triage) {
        assertThat(triage.urgency())
                .as("urgency, set by %s", triage.setBy())
                .isGreaterThanOrEqualTo(vignette.atLeast());
        if (vignette.exactly() != null) {
            assertThat(triage.urgency())
                    .as("urgency, set by %s", triage.setBy())
                    .isEqualTo(vignette.exactly());
        }
    }

    private static void rulesFire(Vignette vignette, Triage triage) {
        if (vignette.rules() != null) {
            assertThat(triage.rulesFired()).as("rules fired").containsAll(vignette.rules());
        }
    }

    private static void causeIsAmongTheFirstThree(Vignette vignette, Triage triage) {
        if (vignette.causesInTop3() != null) {
            assertThat(ids(triage.causes().stream().limit(3)))
                    .as("first three causes")
                    .containsAnyElementsOf(vignette.causesInTop3());
        }
    }

    private static void causeIsKeptInTheList(Vignette vignette, Triage triage) {
        if (vignette.inList() != null) {
            assertThat(ids(Stream.concat(triage.causes().stream(), triage.mustExclude().stream())))
                    .as("causes listed or to be excluded")
                    .containsAnyElementsOf(vignette.inList());
        }
    }

    private static List<String> ids(Stream<RankedCause> causes) {
        return causes.map(ranked -> ranked.cause().id()).toList();
    }

    @Test
    void everyVignetteOfTheTableIsThere() throws IOException {
        assertThat(vignettes())
                .extracting(Vignette::id)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.rangeClosed(1, 25)
                        .mapToObj("v%02d"::formatted)
                        .toList());
    }
}
