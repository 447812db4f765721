package org.afterfusion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which part may know which. */
@AnalyzeClasses(packages = "org.afterfusion", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String TRIAGE = "org.afterfusion.triage..";
    private static final String KNOWLEDGE = "org.afterfusion.knowledge..";
    private static final String INTERVIEW = "org.afterfusion.interview..";
    private static final String EVALUATION = "org.afterfusion.evaluation..";
    private static final String API = "org.afterfusion.api..";
    private static final String BOOT = "org.afterfusion.boot..";

    @ArchTest
    static final ArchRule theCoreIsPlainJava = classes()
            .that()
            .resideInAPackage(TRIAGE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(TRIAGE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theReaderOfFilesKnowsTheCoreAndJacksonAlone = classes()
            .that()
            .resideInAPackage(KNOWLEDGE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(KNOWLEDGE, TRIAGE, "java..", "org.jspecify..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theInterviewIsPlainJavaOnTopOfTheCore = classes()
            .that()
            .resideInAPackage(INTERVIEW)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INTERVIEW, TRIAGE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theEvaluationIsADocumentAndItsWords = classes()
            .that()
            .resideInAPackage(EVALUATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    EVALUATION,
                    TRIAGE,
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "org.eclipse.microprofile.openapi..");

    @ArchTest
    static final ArchRule theRestFaceReadsNoFiles = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KNOWLEDGE, BOOT);

    @ArchTest
    static final ArchRule nobodyKnowsWhoPutsThePartsTogether = noClasses()
            .that()
            .resideOutsideOfPackage(BOOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BOOT);

    @ArchTest
    static final ArchRule partsFormNoCycles =
            slices().matching("org.afterfusion.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noSettingIsInjectedIntoFields = noFields().should().beAnnotatedWith(ConfigProperty.class);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Processor)");

    /** A rule about classes that were not found holds silently. */
    @ArchTest
    static void theRulesLookAtRealClasses(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThan(40);
        for (var part : List.of(TRIAGE, KNOWLEDGE, INTERVIEW, EVALUATION, API, BOOT)) {
            assertThat(classes.that(resideInAPackage(part))).as(part).isNotEmpty();
        }
    }
}
