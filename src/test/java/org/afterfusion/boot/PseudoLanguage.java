package org.afterfusion.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.evaluation.EvaluationLoader;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.knowledge.KnowledgeLoader;
import org.afterfusion.triage.TriageEngine;

/**
 * A third language, made of the English texts by a rule and written where a translator would write it: beside the other languages
 * in the knowledge and the evaluation, and as one more file of messages. In service when {@link PseudoLanguageProfile} is.
 *
 * <p>Every text stands in brackets and has accents, so that what was not translated is seen.
 */
@Alternative
@Singleton
public final class PseudoLanguage {

    /** Set aside for local use by ISO 639-3. */
    public static final String TAG = "qps";

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path FOLDER = Path.of("target/pseudo-language");
    private static final Path MESSAGES = Path.of("target/test-classes/problems/messages_" + TAG + ".properties");
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new JsonMapper();

    private static final String PLAIN = "aceinouyACEINOUY";
    private static final String ACCENTED = "åçëïñöüýÅÇËÏÑÖÜÝ";

    /** Where a message or a phrase has something filled in. */
    private static final Pattern PLACE = Pattern.compile("(\\{\\d+})");

    @Produces
    @Singleton
    TriageEngine engine() {
        return new TriageEngine(KnowledgeLoader.load(FOLDER.resolve("knowledge")));
    }

    @Produces
    @Singleton
    EvaluationTexts texts() throws IOException {
        try (var yaml = Files.newInputStream(FOLDER.resolve("evaluation/texts.yaml"))) {
            return EvaluationLoader.texts(yaml);
        }
    }

    @Produces
    @Singleton
    Evaluation evaluation() throws IOException {
        try (var json = Files.newInputStream(FOLDER.resolve("evaluation/evaluation.json"))) {
            return EvaluationLoader.evaluation(json);
        }
    }

    /** Writes the files. */
    static void write() {
        try {
            for (var file : files("knowledge")) {
                var content = translated(YAML.readTree(file.toFile()));
                if (file.endsWith("knowledge.yaml")) {
                    content.withArrayProperty("languages").add(TAG);
                } else if (file.endsWith("education.yaml")) {
                    addAPage(content.withArrayProperty("education"));
                }
                write(YAML, file, content);
            }
            write(YAML, RESOURCES.resolve("evaluation/texts.yaml"));
            write(JSON, RESOURCES.resolve("evaluation/evaluation.json"));
            writeMessages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the messages off the class path again; the other files are on none. */
    public static void remove() throws IOException {
        Files.deleteIfExists(MESSAGES);
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(RESOURCES.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void write(ObjectMapper mapper, Path file) throws IOException {
        write(mapper, file, translated(mapper.readTree(file.toFile())));
    }

    private static void write(ObjectMapper mapper, Path file, JsonNode content) throws IOException {
        var copy = FOLDER.resolve(RESOURCES.relativize(file));
        Files.createDirectories(copy.getParent());
        mapper.writeValue(copy.toFile(), content);
    }

    private static void writeMessages() throws IOException {
        var english = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("problems/messages.properties"))) {
            english.load(reader);
        }
        var messages = new Properties();
        english.stringPropertyNames().forEach(key -> messages.setProperty(key, accented(english.getProperty(key))));
        Files.createDirectories(MESSAGES.getParent());
        try (var writer = Files.newBufferedWriter(MESSAGES)) {
            messages.store(writer, null);
        }
    }

    private static ObjectNode translated(JsonNode content) {
        translate(content);
        return (ObjectNode) content;
    }

    private static void translate(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("en")) {
            var english = object.get("en");
            if (english.isArray()) {
                var words = object.putArray(TAG);
                english.forEach(word -> words.add(accented(word.textValue())));
            } else {
                object.put(TAG, accented(english.textValue()));
            }
        } else {
            node.forEach(PseudoLanguage::translate);
        }
    }

    /** There must be something to read in every language. */
    private static void addAPage(ArrayNode pages) {
        var all = new ArrayList<JsonNode>();
        pages.forEach(all::add);
        var page = all.stream()
                .filter(one -> one.get("general").booleanValue()
                        && one.get("seen").textValue().equals("read"))
                .findFirst()
                .orElseThrow();
        pages.add(page.<ObjectNode>deepCopy()
                .put("id", page.get("id").textValue() + "-" + TAG)
                .put("language", TAG));
    }

    private static String accented(String english) {
        var text = new StringBuilder("[");
        int end = 0;
        var places = PLACE.matcher(english);
        while (places.find()) {
            text.append(withAccents(english.substring(end, places.start()))).append(places.group());
            end = places.end();
        }
        return text.append(withAccents(english.substring(end))).append(']').toString();
    }

    private static String withAccents(String english) {
        var text = new StringBuilder(english);
        for (int i = 0; i < text.length(); i++) {
            int letter = PLAIN.indexOf(text.charAt(i));
            if (letter >= 0) {
                text.setCharAt(i, ACCENTED.charAt(letter));
            }
        }
        return text.toString();
    }
}
