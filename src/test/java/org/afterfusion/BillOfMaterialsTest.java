package org.afterfusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the bill of materials says of the jars that are shipped; .ci/run compares it with the jars themselves. */
class BillOfMaterialsTest {

    /** What may be shipped with an Apache-2.0 service. */
    private static final Set<String> ALLOWED_LICENSES =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0", "MIT", "MIT-0");

    private static final File BILL = new File("target/bill-of-materials/sbom.json");

    private static JsonNode bill;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(BILL.exists(), "its plugin does nothing in a build without a network");
        bill = new ObjectMapper().readTree(BILL);
    }

    @Test
    void everyJarMayBeShipped() {
        assertThat(bill.path("components").valueStream()).isNotEmpty().allSatisfy(component -> assertThat(
                        licenses(component))
                .as("licenses of %s, of which one may be chosen", component.path("purl"))
                .containsAnyElementsOf(ALLOWED_LICENSES));
    }

    @Test
    void isTheSameForTheSameSources() {
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
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
}
