package org.afterfusion.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the contract of this build against the one last released: what breaks a client needs a higher major version, what adds to
 * the contract a higher minor one. The contract of this build is the committed document, which {@code ContractTest} holds against
 * the served one. Run with {@code -Dcontract.release=true} to make it the released one.
 */
class ReleasedContractTest {

    private static final Path RELEASED = Path.of("src/test/resources/contract/released.yaml");
    private static final Path OURS = Path.of("src/test/resources/contract/openapi.yaml");

    @Test
    void noClientOfTheReleasedContractIsBroken() throws IOException {
        assertThat(verdict(read(RELEASED), read(OURS))).isEmpty();

        if (Boolean.getBoolean("contract.release")) {
            Files.copy(OURS, RELEASED, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "1.2.3, 1.2.3, some of it breaks",
        "1.2.3, 1.3.0, some of it breaks",
        "1.9.9, 2.0.0, fine",
        "9.0.0, 10.0.0, fine"
    })
    void aBreakNeedsAHigherMajorVersion(String before, String after, String verdict) throws IOException {
        var released = version(read(OURS), before);
        var broken = version(read(OURS), after);
        ((ObjectNode) broken.path("paths")).remove("/v1/knowledge");

        assertThat(verdict(released, broken)).isEqualTo(verdict.equals("fine") ? "" : """
                        These changes break clients of the released contract 1.2.3:
                        - GET /v1/knowledge: removed
                        Take them back, or raise the major version of quarkus.smallrye-openapi.info-version to 2.""");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"1.2.3, 1.2.4, not enough", "1.2.3, 1.3.0, fine", "1.2.3, 2.0.0, fine", "1.9.0, 1.10.0, fine"})
    void anAdditionNeedsAHigherMinorVersion(String before, String after, String verdict) throws IOException {
        var released = version(read(OURS), before);
        var grown = version(read(OURS), after);
        ((ObjectNode) grown.path("paths"))
                .set("/v1/more", grown.at("/paths/~1v1~1knowledge").deepCopy());

        assertThat(verdict(released, grown)).isEqualTo(verdict.equals("fine") ? "" : """
                        The contract has grown since it was released as 1.2.3, and no client breaks.
                        Raise the minor version of quarkus.smallrye-openapi.info-version to 1.3.""");
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"1.2.3, 1.2.2, false", "1.2.3, 1.1.9, false", "1.2.3, 1.2.3, true", "1.2.3, 1.2.4, true"})
    void theVersionNeverFalls(String before, String after, boolean fine) throws IOException {
        assertThat(verdict(version(read(OURS), before), version(read(OURS), after))
                        .isEmpty())
                .isEqualTo(fine);
    }

    /** What must be done before the contract may leave the house; empty if nothing. */
    private static String verdict(JsonNode released, JsonNode ours) {
        var before = version(released);
        var now = version(ours);
        var comparison = Comparison.of(released, ours);
        boolean isNextMajor = now.get(0) > before.get(0);
        if (!comparison.breaking().isEmpty() && !isNextMajor) {
            return "These changes break clients of the released contract %s:%n- %s%nTake them back, or raise the major version of %s to %d."
                    .formatted(text(released), String.join("\n- ", comparison.breaking()), SETTING, before.get(0) + 1);
        }
        boolean isNextMinor = now.get(0).equals(before.get(0)) && now.get(1) > before.get(1);
        if (comparison.grown() && !isNextMajor && !isNextMinor) {
            return "The contract has grown since it was released as %s, and no client breaks.%nRaise the minor version of %s to %d.%d."
                    .formatted(text(released), SETTING, before.get(0), before.get(1) + 1);
        }
        boolean falls = !isNextMajor
                && !isNextMinor
                && !(now.subList(0, 2).equals(before.subList(0, 2)) && now.get(2) >= before.get(2));
        return falls ? "The released contract %s is newer than %s.".formatted(text(released), text(ours)) : "";
    }

    private static final String SETTING = "quarkus.smallrye-openapi.info-version";

    private static String text(JsonNode document) {
        return document.at("/info/version").asText();
    }

    private static List<Integer> version(JsonNode document) {
        return Stream.of(text(document).split("\\.")).map(Integer::valueOf).toList();
    }

    private static JsonNode version(JsonNode document, String version) {
        ((ObjectNode) document.path("info")).put("version", version);
        return document;
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
