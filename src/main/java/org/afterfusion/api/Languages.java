package org.afterfusion.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.TriageEngine;

/** Chooses the language of an answer by {@code Accept-Language}, with its quality values; English where nothing fits. */
@Singleton
public final class Languages {

    private final List<String> supported;

    Languages(TriageEngine engine) {
        supported = engine.knowledge().languages();
    }

    public String of(ContainerRequestContext request) {
        return choose(request.getAcceptableLanguages());
    }

    String of(HttpHeaders headers) {
        return choose(headers.getAcceptableLanguages());
    }

    private String choose(List<Locale> acceptable) {
        return acceptable.stream()
                .map(Locale::getLanguage)
                .filter(supported::contains)
                .findFirst()
                .orElse(Text.DEFAULT_LANGUAGE);
    }
}
