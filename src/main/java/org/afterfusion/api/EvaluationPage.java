package org.afterfusion.api;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.TriageEngine;

/** The evaluation as a page to read and print: sections of sentences and tables, laid out by one template. */
@Singleton
final class EvaluationPage {

    private static final String TEMPLATE = "/evaluation/page.html";

    private final EvaluationAnswers answers;
    private final EvaluationTexts texts;
    private final KnowledgeBase knowledge;
    private final Template template;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    EvaluationPage(EvaluationAnswers answers, EvaluationTexts texts, TriageEngine engine) {
        this.answers = answers;
        this.texts = texts;
        this.knowledge = engine.knowledge();
        template = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(MediaType.TEXT_HTML)))
                .build()
                .parse(source(), Variant.forContentType(MediaType.TEXT_HTML));
    }

    /** Returns the page in a supported language; each is made once. */
    String in(String language) {
        return pages.computeIfAbsent(language, this::rendered);
    }

    private String rendered(String language) {
        var sections = new EvaluationSections(answers.in(language), language, texts, knowledge);
        return template.data("language", language)
                .data("title", texts.label("title", language))
                .data("sections", sections.all())
                .render();
    }

    private static String source() {
        try (var file = EvaluationPage.class.getResourceAsStream(TEMPLATE)) {
            if (file == null) {
                throw new IllegalStateException("no " + TEMPLATE + " on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
