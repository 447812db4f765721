package org.afterfusion.readability;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.EducationLink;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Method;
import org.afterfusion.triage.RecoveryPhase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Source;
import org.afterfusion.triage.Text;

/**
 * Collects everything the knowledge base says to people: every {@link Text} anywhere in it but those written for clinicians and for
 * whoever deploys the service. A new component or entry is found without being named here.
 */
final class PatientTexts {

    private static final Set<String> FOR_PROFESSIONALS = Set.of(
            path(Finding.class, "clinicalTerm"),
            path(Cause.Texts.class, "clinicalName"),
            path(Cause.Floor.class, "why"),
            path(RedFlag.class, "why"),
            path(RedFlag.class, "refinements"),
            path(Evidence.class, "basis"),
            path(Method.class, "basis"),
            path(RecoveryPhase.class, "basis"),
            path(Source.class, "supports"),
            path(EducationLink.class, "caution"),
            path(KnowledgeBase.class, "intendedUse"),
            path(KnowledgeBase.class, "hazardLog"));

    private final List<PatientText> forPeople = new ArrayList<>();
    private final List<PatientText> forProfessionals = new ArrayList<>();

    private PatientTexts() {}

    /**
     * A text in one language.
     *
     * @param where the way to it, such as {@code findings/leg-numbness/ask}
     */
    record PatientText(String where, String language, String text) {

        List<String> sentences() {
            return Sentences.of(text);
        }

        @Override
        public String toString() {
            return where + " [" + language + "]";
        }
    }

    static List<PatientText> of(KnowledgeBase knowledge) {
        return List.copyOf(collected(knowledge).forPeople);
    }

    /** Returns the other texts: those for clinicians, reviewers and whoever deploys the service. */
    static List<PatientText> forProfessionals(KnowledgeBase knowledge) {
        return List.copyOf(collected(knowledge).forProfessionals);
    }

    private static PatientTexts collected(KnowledgeBase knowledge) {
        var texts = new PatientTexts();
        texts.collect("", knowledge, texts.forPeople);
        return texts;
    }

    private void collect(String where, Object value, List<PatientText> found) {
        if (value instanceof Text text) {
            new TreeMap<>(text.byLanguage())
                    .forEach((language, words) -> found.add(new PatientText(where, language, words)));
        } else if (value instanceof Collection<?> all) {
            int index = 0;
            for (var each : all) {
                collect(where + "/" + nameOf(each, index++), each, found);
            }
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<Object, Object>(map).forEach((key, each) -> collect(where + "/" + key, each, found));
        } else if (value instanceof Record object) {
            for (var component : object.getClass().getRecordComponents()) {
                var path = path(object.getClass(), component.getName());
                collect(
                        (where + "/" + component.getName()).replaceFirst("^/", ""),
                        read(object, component),
                        FOR_PROFESSIONALS.contains(path) ? forProfessionals : found);
            }
        }
    }

    private static String nameOf(Object value, int index) {
        if (value instanceof Record object) {
            for (var component : object.getClass().getRecordComponents()) {
                if (Set.of("id", "level").contains(component.getName())) {
                    return String.valueOf(read(object, component));
                }
            }
        }
        return String.valueOf(index);
    }

    private static Object read(Record object, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(Class<?> type, String component) {
        return type.getName() + "." + component;
    }
}
