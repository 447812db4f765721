package org.afterfusion.readability;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Text;

/**
 * Collects everything the knowledge base says to people: every {@link Text} anywhere in it but those written for clinicians and for
 * whoever deploys the service. A new component or entry is found without being named here.
 */
final class PatientTexts {

    private static final Set<String> FOR_PROFESSIONALS = Set.of(
            path(Finding.class, "clinicalTerm"),
            path(Cause.Texts.class, "clinicalName"),
            path(RedFlag.class, "why"),
            path(KnowledgeBase.class, "intendedUse"),
            path(KnowledgeBase.class, "hazardLog"));

    private final List<PatientText> found = new ArrayList<>();

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
        var texts = new PatientTexts();
        texts.collect("", knowledge);
        return List.copyOf(texts.found);
    }

    private void collect(String where, Object value) {
        if (value instanceof Text text) {
            new TreeMap<>(text.byLanguage())
                    .forEach((language, words) -> found.add(new PatientText(where, language, words)));
        } else if (value instanceof Collection<?> all) {
            int index = 0;
            for (var each : all) {
                collect(where + "/" + nameOf(each, index++), each);
            }
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<Object, Object>(map).forEach((key, each) -> collect(where + "/" + key, each));
        } else if (value instanceof Record object) {
            for (var component : object.getClass().getRecordComponents()) {
                if (!FOR_PROFESSIONALS.contains(path(object.getClass(), component.getName()))) {
                    collect((where + "/" + component.getName()).replaceFirst("^/", ""), read(object, component));
                }
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
