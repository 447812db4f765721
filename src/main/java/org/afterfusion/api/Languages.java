package org.afterfusion.api;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.TriageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language of an answer by {@code Accept-Language} (RFC 9110, lookup of RFC 4647): the range of the highest quality
 * value that we have decides, {@code es-MX} is met by {@code es}, and {@code *} by any language not named beside it. Where nothing
 * fits, the answer is in English all the same, or in the first language that was not refused.
 */
@Singleton
public final class Languages {

    private static final String ANY = "*";

    /** English first. */
    private final Set<String> supported = new LinkedHashSet<>();

    @Inject
    Languages(TriageEngine engine) {
        this(engine.knowledge().languages());
    }

    Languages(List<String> supported) {
        this.supported.add(Text.DEFAULT_LANGUAGE);
        this.supported.addAll(supported);
    }

    public String of(ContainerRequestContext request) {
        return of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    String of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Reads the header itself: the framework's own reading throws on a malformed one, in the error mappers too. */
    public String of(@Nullable String accepted) {
        var ranges = Stream.of(accepted == null ? new String[0] : accepted.split(",", -1))
                .flatMap(Languages::read)
                .toList();
        var refused = ranges.stream()
                .filter(range -> range.getWeight() == 0)
                .map(LanguageRange::getRange)
                .collect(Collectors.toSet());
        var named = ranges.stream().map(Languages::languageOf).collect(Collectors.toSet());
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .flatMap(range -> Stream.ofNullable(range.getRange().equals(ANY) ? first(named) : languageOf(range)))
                .filter(language -> supported.contains(language) && !refused.contains(language))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(first(refused), Text.DEFAULT_LANGUAGE));
    }

    private @Nullable String first(Set<String> except) {
        return supported.stream()
                .filter(language -> !except.contains(language))
                .findFirst()
                .orElse(null);
    }

    private static String languageOf(LanguageRange range) {
        return Locale.forLanguageTag(range.getRange()).getLanguage();
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
