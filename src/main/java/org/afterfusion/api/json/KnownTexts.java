package org.afterfusion.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.stream.Stream;
import org.afterfusion.triage.Cause;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.RedFlag;
import org.afterfusion.triage.Text;
import org.jspecify.annotations.Nullable;

/**
 * Writes strings. Those of the knowledge base that answers are made of are turned into JSON only once; they are told from others by
 * identity, which costs less than looking at them.
 */
final class KnownTexts extends StdScalarSerializer<String> {

    private final transient IdentityHashMap<String, SerializableString> encoded = new IdentityHashMap<>();

    KnownTexts(KnowledgeBase knowledge) {
        super(String.class);
        add(knowledge.version(), knowledge.digest());
        knowledge.causes().forEach(this::add);
        knowledge.redFlags().forEach(this::add);
        knowledge.levels().forEach(level -> {
            add(level.actWithin(), level.contact(), level.recheckAfter());
            add(level.title(), level.action());
            level.meanwhile().forEach(this::add);
        });
        knowledge.findings().forEach(finding -> add(finding.id()));
        knowledge.education().forEach(link -> add(link.id()));
        knowledge.contacts().values().forEach(this::add);
        knowledge.phrases().values().forEach(this::add);
    }

    private void add(Cause cause) {
        var text = cause.text();
        add(cause.id(), cause.contact());
        add(
                text.name(),
                text.clinicalName(),
                text.summary(),
                text.expectedCourse(),
                text.usualNextStep(),
                text.explainer());
        text.selfCare().forEach(this::add);
        cause.sources().forEach(this::add);
    }

    private void add(RedFlag flag) {
        add(flag.id());
        add(flag.because());
        flag.sources().forEach(this::add);
    }

    private void add(@Nullable Text... texts) {
        Stream.of(texts)
                .flatMap(Stream::ofNullable)
                .forEach(text -> text.byLanguage().values().forEach(this::add));
    }

    private void add(String... strings) {
        for (var string : strings) {
            encoded.put(string, new SerializedString(string));
        }
    }

    @Override
    public void serialize(String value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var known = encoded.get(value);
        if (known == null) {
            generator.writeString(value);
        } else {
            generator.writeString(known);
        }
    }
}
