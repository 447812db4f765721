package org.afterfusion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.Hazard;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Review;
import org.afterfusion.triage.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Holds the hazard log against what it names: tests of this test tree, rules and invariants. */
class HazardLogTest {

    private static final Path TESTS = Path.of("src/test/java");
    private static final KnowledgeBase KNOWLEDGE = KnowledgeLoader.load(Path.of("src/main/resources/knowledge"));

    @Test
    void everyTestNamedExists() throws IOException {
        var classes = testClasses();
        var named = named(Hazard.Controls::tests);

        assertThat(named).isNotEmpty().allSatisfy(name -> {
            var parts = name.split("#", 2);
            assertThat(classes).as(name).containsKey(parts[0]);
            var tests = testsOf(classes.get(parts[0]));
            assertThat(tests).as(name).isNotEmpty();
            if (parts.length == 2) {
                assertThat(tests).as(name).contains(parts[1]);
            }
        });
    }

    @Test
    void everyEmergencyRuleControlsAHazard() {
        var emergencies = KNOWLEDGE.redFlags().stream()
                .filter(flag -> flag.floors().stream()
                        .map(RedFlag.Floor::level)
                        .anyMatch(level -> !Urgency.EMERGENCY.isHigherThan(level)))
                .map(RedFlag::id)
                .toList();

        assertThat(emergencies).hasSizeGreaterThan(20);
        assertThat(named(Hazard.Controls::rules)).containsAll(emergencies);
    }

    @Test
    void everySafetyInvariantControlsAHazard() throws IOException {
        var invariants = Stream.of(testClasses().get("SafetyInvariantsTest"))
                .flatMap(type -> testsOf(type).stream())
                .filter(name -> name.matches("s[1-9][A-Z].*"))
                .map(name -> "SafetyInvariantsTest#" + name)
                .toList();

        assertThat(invariants).hasSizeGreaterThan(15);
        assertThat(named(Hazard.Controls::tests)).containsAll(invariants);
    }

    @Test
    void theLogSaysThatNobodyQualifiedReviewedIt() {
        var log = KNOWLEDGE.hazardLog();

        assertThat(log.review().status()).isEqualTo(Review.Status.DRAFT);
        assertThat(log.notice().in("en")).contains("editorial", "No clinician");
        assertThat(log.notice().in("es")).contains("editoriales", "Ningún profesional");
    }

    private static Set<String> named(Function<Hazard.Controls, List<String>> what) {
        return KNOWLEDGE.hazardLog().hazards().stream()
                .flatMap(hazard -> what.apply(hazard.controls()).stream())
                .collect(Collectors.toSet());
    }

    /** Returns the test classes by their simple names, of which none may stand for two. */
    private static Map<String, Class<?>> testClasses() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.map(file -> TESTS.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.replace(".java", "").replaceAll("[/\\\\]", "."))
                    .collect(Collectors.toMap(name -> name.substring(name.lastIndexOf('.') + 1), HazardLogTest::load));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, HazardLogTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> testsOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(HazardLogTest::isTest)
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isTest(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Testable.class);
    }
}
