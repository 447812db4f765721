package org.afterfusion.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.afterfusion.testing.Reports;
import org.afterfusion.triage.TriageEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers keep of their JSON is what the library alone would write. */
@QuarkusTest
class AnswerJsonTest {

    private static final JsonMapper PLAIN = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    @Inject
    ObjectMapper mapper;

    @Inject
    TriageEngine engine;

    @Inject
    Answers answers;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void keptJsonIsTheSame(String language) throws IOException {
        for (var line : Files.readAllLines(Path.of("src/test/resources/cases/requests.jsonl"))) {
            for (var name : new String[] {"statedOnly", "screened"}) {
                var report = Reports.read(PLAIN.readTree(line).path(name));
                var answer = answers.of(report, engine.triage(report), language);

                assertThat(mapper.writeValueAsString(answer)).isEqualTo(PLAIN.writeValueAsString(answer));
            }
        }
    }
}
