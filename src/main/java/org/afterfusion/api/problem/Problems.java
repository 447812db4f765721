package org.afterfusion.api.problem;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.TriageEngine;
import org.afterfusion.triage.Words;

/** Words problems in the language asked for. */
@Singleton
public final class Problems {

    /** A body of rubbish can hold tens of thousands; nobody mends so many at a time. */
    private static final int MOST_FAULTS = 500;

    private final KnowledgeBase knowledge;
    private final Messages messages;

    Problems(TriageEngine engine) {
        knowledge = engine.knowledge();
        messages = new Messages(knowledge.languages());
    }

    public Problem of(ProblemType type, String language) {
        return of(type, List.of(), List.of(), language);
    }

    public Problem of(ProblemException exception, String language) {
        return of(exception.type(), exception.faults(), exception.redFlagsSeen(), language);
    }

    /**
     * Returns the problem for whatever was thrown. What is not a rejection is our own fault: class and place go to the log; the
     * message stays out of it, since it may quote the report.
     */
    public Problem of(Throwable thrown, String language) {
        if (thrown instanceof ProblemException rejection) {
            return of(rejection, language);
        }
        var trace = thrown.getStackTrace();
        Log.errorf("%s at %s", thrown.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return of(ProblemType.INTERNAL_ERROR, language);
    }

    private Problem of(ProblemType type, List<Fault> faults, List<String> redFlagsSeen, String language) {
        var messages = this.messages.in(language);
        var name = Words.of(type);
        return new Problem(
                type.uri(),
                messages.getString(name + ".title"),
                type.status(),
                messages.getString(name + ".detail"),
                listed(faults).map(fault -> entry(fault, messages)).toList(),
                knowledge.phrase(Phrase.SAFETY_NET).in(language),
                redFlagsSeen);
    }

    private static Stream<Fault> listed(List<Fault> faults) {
        var first = faults.stream()
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .limit(MOST_FAULTS);
        int more = faults.size() - MOST_FAULTS;
        return more <= 0 ? first : Stream.concat(first, Stream.of(Fault.of("", Fault.Code.MORE_FAULTS, more)));
    }

    private static Problem.Entry entry(Fault fault, ResourceBundle messages) {
        var code = Words.of(fault.code());
        var arguments = fault.arguments().stream()
                .map(argument -> messages.containsKey(argument) ? messages.getString(argument) : argument)
                .toArray();
        return new Problem.Entry(
                fault.pointer(), code, MessageFormat.format(messages.getString("fault." + code), arguments));
    }
}
