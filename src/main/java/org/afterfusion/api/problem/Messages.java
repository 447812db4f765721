package org.afterfusion.api.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.afterfusion.triage.Text;

/** What errors say: one file for each language of the knowledge base, none of which may lack a message. */
final class Messages {

    private static final String DEFAULT = "/problems/messages.properties";
    private static final String TRANSLATED = "/problems/messages_%s.properties";
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    private final Map<String, ResourceBundle> byLanguage = new HashMap<>();

    /**
     * Reads the files.
     *
     * @throws IllegalStateException naming every message that a language lacks, has too many or fills in other places
     */
    Messages(Collection<String> languages) {
        for (var language : languages) {
            byLanguage.put(
                    language, read(language.equals(Text.DEFAULT_LANGUAGE) ? DEFAULT : TRANSLATED.formatted(language)));
        }
        var faults = new ArrayList<String>();
        var original = in(Text.DEFAULT_LANGUAGE);
        byLanguage.forEach((language, messages) -> {
            var keys = new TreeSet<>(original.keySet());
            keys.addAll(messages.keySet());
            keys.stream()
                    .filter(key -> !original.containsKey(key)
                            || !messages.containsKey(key)
                            || messages.getString(key).isBlank()
                            || !places(messages, key).equals(places(original, key)))
                    .forEach(key -> faults.add(language + ": " + key));
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException("messages that differ between languages: " + faults);
        }
    }

    ResourceBundle in(String language) {
        return Objects.requireNonNull(byLanguage.get(language), language);
    }

    private static List<String> places(ResourceBundle messages, String key) {
        return PLACE.matcher(messages.getString(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static ResourceBundle read(String path) {
        try (var file = Messages.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no " + path + " on the class path");
            }
            return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
