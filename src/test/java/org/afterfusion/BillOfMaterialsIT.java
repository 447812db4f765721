package org.afterfusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials names the very jars that are shipped, and each may be shipped with an Apache-2.0 service. */
class BillOfMaterialsIT {

    private static final Path APPLICATION = Path.of("target", "quarkus-app");
    private static final Set<String> ALLOWED_LICENSES =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0", "MIT", "MIT-0");

    private final JsonNode bill = read(APPLICATION.resolve("sbom.json"));

    @Test
    void namesTheJarsShippedAndNoOthers() throws IOException {
        var named = new TreeMap<String, String>();
        components()
                .forEach(component -> named.put(
                        "%s.%s-%s.jar"
                                .formatted(
                                        text(component, "group"), text(component, "name"), text(component, "version")),
                        sha256(component)));

        assertThat(named).isNotEmpty().isEqualTo(shipped());
    }

    @Test
    void everyJarMayBeShipped() {
        assertThat(components()).allSatisfy(component -> assertThat(licenses(component))
                .as("licenses of %s, of which one may be chosen", text(component, "purl"))
                .containsAnyElementsOf(ALLOWED_LICENSES));
    }

    @Test
    void isTheSameForTheSameSources() {
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
    }

    private List<JsonNode> components() {
        return bill.path("components").valueStream().toList();
    }

    private static List<String> licenses(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(choice -> choice.path("license")
                        .path("id")
                        .asText(choice.path("expression").asText()))
                .toList();
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> text(hash, "alg").equals("SHA-256"))
                .map(hash -> text(hash, "content"))
                .findAny()
                .orElseThrow();
    }

    private static Map<String, String> shipped() throws IOException {
        var shipped = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(APPLICATION.resolve("lib"))) {
            for (var jar : files.filter(Files::isRegularFile).toList()) {
                shipped.put(jar.getFileName().toString(), sha256(jar));
            }
        }
        return shipped;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(JsonNode node, String property) {
        return node.required(property).asText();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
