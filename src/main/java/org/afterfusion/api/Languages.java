package org.afterfusion.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.TriageEngine;
import org.jspecify.annotations.Nullable;

/** Chooses the language of an answer by {@code Accept-Language}, with its quality values; English where nothing fits. */
@Singleton
public final class Languages {

    private final List<String> supported;

    Languages(TriageEngine engine) {
        supported = engine.knowledge().languages();
    }

    public String of(ContainerRequestContext request) {
        return of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    String of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Reads the header itself: the framework's own reading throws on a malformed one, in the error mappers too. */
    public String of(@Nullable String accepted) {
        return Stream.of(accepted == null ? new String[0] : accepted.split(",", -1))
                .flatMap(Languages::read)
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                .filter(supported::contains)
                .findFirst()
                .orElse(Text.DEFAULT_LANGUAGE);
    }

    /** Skips what cannot be read: a wrong header must not cost a person the answer. JAX-RS would answer with an error. */
    private static Stream<LanguageRange> read(String part) {
        try {
            return LanguageRange.parse(part.strip()).stream();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the latter for "-"
            return Stream.empty();
        }
    }
}
