package org.afterfusion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.api.problem.Problems;
import org.afterfusion.boot.PseudoLanguage;
import org.afterfusion.boot.PseudoLanguageProfile;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Adding a language is adding texts: with a third one beside the others the same service speaks it, and nothing else. */
@QuarkusTest
@TestProfile(PseudoLanguageProfile.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PseudoLanguageTest {

    private static final Pattern TRANSLATED = Pattern.compile("\\[[^\\[\\]]*]");

    /** On the page: the name of the service, versions and hashes. */
    private static final Pattern NAMES = Pattern.compile("AfterFusion|sha256:[0-9a-f]{64}");

    @Inject
    TriageEngine engine;

    @Inject
    EvaluationTexts texts;

    @Inject
    Problems problems;

    private EverythingSaid said;

    @BeforeEach
    void ask() {
        if (said == null) {
            said = new EverythingSaid(PseudoLanguage.TAG, engine.knowledge());
        }
    }

    @AfterAll
    static void clean() throws IOException {
        PseudoLanguage.remove();
    }

    @Test
    void theKnowledgeHasThreeLanguages() {
        assertThat(given().get("/v1/knowledge").jsonPath().getList("languages"))
                .containsExactly("en", "es", PseudoLanguage.TAG);
        assertThat(texts.incompleteIn(engine.knowledge().languages())).isEmpty();
    }

    @Test
    void everyAnswerIsInTheThirdLanguage() {
        assertThat(said.places()).hasSizeGreaterThan(3000);

        assertThat(said.places().entrySet())
                .filteredOn(place -> hasLetters(place.getKey()))
                .isEmpty();
    }

    @Test
    void thePageIsInTheThirdLanguage() {
        assertThat(said.placesOnPage()).hasSizeGreaterThan(300);

        assertThat(said.placesOnPage().keySet())
                .filteredOn(text -> hasLetters(NAMES.matcher(text).replaceAll("")))
                .isEmpty();
    }

    @Test
    void everyKindOfProblemIsInTheThirdLanguage() {
        assertThat(ProblemType.values()).allSatisfy(type -> {
            var problem = problems.of(type, PseudoLanguage.TAG);
            assertThat(Stream.of(problem.title(), problem.detail(), problem.safetyNet()))
                    .noneMatch(PseudoLanguageTest::hasLetters);
        });
    }

    @Test
    void theOtherLanguagesAreStillSpoken() {
        for (var language : List.of("en", "es")) {
            assertThat(given().header("Accept-Language", language)
                            .get("/v1/urgency-levels")
                            .jsonPath()
                            .getString("[0].title"))
                    .isEqualTo(engine.knowledge().levels().get(0).title().in(language));
        }
    }

    /** Says whether there are letters outside the brackets; what is filled in has brackets of its own. */
    private static boolean hasLetters(String text) {
        var rest = text;
        for (var shorter = TRANSLATED.matcher(rest).replaceAll(""); !shorter.equals(rest); ) {
            rest = shorter;
            shorter = TRANSLATED.matcher(rest).replaceAll("");
        }
        return rest.codePoints().anyMatch(Character::isLetter);
    }
}
