package org.afterfusion.api.json;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers are written into is given back, whatever becomes of them. */
@QuarkusTest
class SentJsonTest {

    private static final int ANSWERS = 100;

    /** For what the server and the client hold besides: less than the answers by far. */
    private static final long SPARE_BYTES = 20L * 40 * 1024;

    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/triage", "/v1/interview"})
    void whatWasSentIsGivenBack(String path) {
        long before = memoryInUse();
        for (int i = 0; i < ANSWERS; i++) {
            given().contentType(JSON)
                    .body(
                            "{\"surgery\":{\"daysAgo\":5},\"findings\":[{\"id\":\"shooting-electric\",\"presence\":\"present\"}]}")
                    .post(path)
                    .then()
                    .statusCode(200);
        }
        assertThat(memoryInUse()).isLessThan(before + SPARE_BYTES);
    }

    @Test
    void whatCouldNotBeWrittenIsGivenBack() {
        long before = memoryInUse();
        for (int i = 0; i < ANSWERS; i++) {
            assertThatThrownBy(() -> SentJson.of(new Faulty(), MAPPER.writer()))
                    .isInstanceOf(JsonMappingException.class);
        }
        assertThat(memoryInUse()).isLessThan(before + SPARE_BYTES);
    }

    private static long memoryInUse() {
        return PooledByteBufAllocator.DEFAULT.pinnedDirectMemory();
    }

    /** Fails once part of it is written. */
    public static final class Faulty {
        public String getFirst() {
            return "first";
        }

        public String getSecond() {
            throw new IllegalStateException("second");
        }
    }
}
