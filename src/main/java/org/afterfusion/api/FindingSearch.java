package org.afterfusion.api;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.triage.Finding;

/** Finds findings by the words people use: every word asked for must begin some word of the finding. */
final class FindingSearch {

    private FindingSearch() {}

    /** Returns the findings that match, those named by the words before those only described by them. */
    static List<Finding> search(List<Finding> findings, String query, String language) {
        var wanted = words(query).toList();
        return findings.stream()
                .filter(finding -> matches(described(finding, language), wanted))
                .sorted(Comparator.comparing((Finding finding) -> !matches(named(finding, language), wanted)))
                .toList();
    }

    private static Stream<String> named(Finding finding, String language) {
        var synonyms = finding.synonyms().getOrDefault(language, List.of());
        return Stream.concat(Stream.of(finding.label().in(language)), synonyms.stream());
    }

    private static Stream<String> described(Finding finding, String language) {
        return Stream.concat(
                named(finding, language),
                Stream.of(
                        finding.id().replace('-', ' '),
                        finding.ask().in(language),
                        finding.clinicalTerm().in(language)));
    }

    private static boolean matches(Stream<String> texts, List<String> wanted) {
        var present = texts.flatMap(FindingSearch::words).collect(Collectors.toSet());
        return !wanted.isEmpty()
                && wanted.stream().allMatch(word -> present.stream().anyMatch(one -> one.startsWith(word)));
    }

    /** Splits into lower-case words without accents. */
    private static Stream<String> words(String text) {
        var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty());
    }
}
