package org.afterfusion.api.problem;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;

/** Words problems in the language asked for. */
@Singleton
public final class Problems {

    private static final String BUNDLE = "problems.messages";

    private final KnowledgeBase knowledge;

    Problems(TriageEngine engine) {
        this.knowledge = engine.knowledge();
    }

    public Problem of(ProblemType type, String language) {
        return of(type, List.of(), List.of(), language);
    }

    public Problem of(ProblemException exception, String language) {
        return of(exception.type(), exception.faults(), exception.redFlagsSeen(), language);
    }

    private Problem of(ProblemType type, List<Fault> faults, List<String> redFlagsSeen, String language) {
        var messages = messages(language);
        var name = Words.of(type);
        return new Problem(
                type.uri(),
                messages.getString(name + ".title"),
                type.status(),
                messages.getString(name + ".detail"),
                faults.stream()
                        .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                        .map(fault -> entry(fault, messages))
                        .toList(),
                knowledge.phrase(Phrase.SAFETY_NET).in(language),
                redFlagsSeen);
    }

    private static Problem.Entry entry(Fault fault, ResourceBundle messages) {
        var code = Words.of(fault.code());
        var arguments = fault.arguments().stream()
                .map(argument -> messages.containsKey(argument) ? messages.getString(argument) : argument)
                .toArray();
        return new Problem.Entry(
                fault.pointer(), code, MessageFormat.format(messages.getString("fault." + code), arguments));
    }

    private static ResourceBundle messages(String language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
