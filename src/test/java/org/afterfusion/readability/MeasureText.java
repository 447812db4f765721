package org.afterfusion.readability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.readability.PatientTexts.PatientText;

/**
 * Measures texts while they are written. After {@code mvn test-compile}:
 *
 * <pre>
 * mvn -q exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.afterfusion.readability.MeasureText \
 *     -Dexec.args="en 'Call your team today.'"
 * </pre>
 *
 * A language alone reads the text from the standard input; no argument lists the faults of the
 * knowledge base and sums it up.
 */
final class MeasureText {

    private MeasureText() {}

    public static void main(String[] arguments) throws IOException {
        var glossary = Glossary.load();
        if (arguments.length == 0) {
            var texts = PatientTexts.of(KnowledgeLoader.load(Path.of("src/main/resources/knowledge")));
            texts.forEach(text -> text.sentences().stream()
                    .filter(sentence ->
                            !problems(text.language(), sentence, glossary).isEmpty())
                    .forEach(sentence -> System.out.println(
                            text + " " + problems(text.language(), sentence, glossary) + " " + sentence)));
            sumUp(texts, "en", glossary, Comparator.reverseOrder());
            sumUp(texts, "es", glossary, Comparator.naturalOrder());
            return;
        }
        var text = arguments.length > 1 ? arguments[1] : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        for (var sentence : Sentences.of(text)) {
            var problems = problems(arguments[0], sentence, glossary);
            System.out.println((problems.isEmpty() ? "ok" : "NO " + problems) + " "
                    + new Readability(arguments[0], glossary).measure(List.of(sentence)) + " " + sentence);
        }
    }

    private static List<String> problems(String language, String sentence, Glossary glossary) {
        return Stream.concat(
                        new Readability(language, glossary).faults(sentence).stream(),
                        ForbiddenWords.in(language, sentence).stream().map(Object::toString))
                .toList();
    }

    private static void sumUp(
            List<PatientText> texts, String language, Glossary glossary, Comparator<Double> hardestFirst) {
        var readability = new Readability(language, glossary);
        var sentences = texts.stream()
                .filter(text -> text.language().equals(language))
                .flatMap(text -> text.sentences().stream())
                .toList();
        var measured = sentences.stream().filter(readability::isMeasured).toList();
        System.out.printf(
                "%s: %d sentences, %d by the formula, hardest %.1f (every syllable counted %.1f), as a whole %.1f (%.1f)%n",
                language,
                sentences.size(),
                measured.size(),
                measured.stream()
                        .map(one -> readability.measure(List.of(one)).value())
                        .min(hardestFirst)
                        .orElseThrow(),
                measured.stream()
                        .map(one -> readability.measureInFull(List.of(one)).value())
                        .min(hardestFirst)
                        .orElseThrow(),
                readability.measure(sentences).value(),
                readability.measureInFull(sentences).value());
    }
}
