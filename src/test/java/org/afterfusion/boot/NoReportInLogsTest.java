package org.afterfusion.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoReportInLogsTest {

    private static final String CANARY = "canary-8731";

    private static ExtLogRecord fault(String category, Map<String, String> keys) {
        var fault = new ExtLogRecord(
                Level.ERROR,
                "Request to %s failed",
                ExtLogRecord.FormatStyle.PRINTF,
                NoReportInLogsTest.class.getName());
        fault.setLoggerName(category);
        fault.setParameters(new Object[] {CANARY});
        fault.setThrown(new IllegalStateException(CANARY, new IllegalArgumentException("inner " + CANARY)));
        fault.setMdc(keys);
        return fault;
    }

    private static String written(ExtLogRecord fault) {
        assertThat(new NoReportInLogs().isLoggable(fault)).isTrue();
        return new JsonFormatter().format(fault);
    }

    @Test
    void whatALibraryQuotesInARequestIsLeftOutAndItsPlaceIsNot() {
        var line = written(fault("io.quarkus.vertx", Map.of("requestId", "one")));

        assertThat(line)
                .doesNotContain(CANARY)
                .contains(
                        "Request to %s failed",
                        "java.lang.IllegalStateException",
                        "java.lang.IllegalArgumentException",
                        "NoReportInLogsTest",
                        "one");
    }

    @Test
    void ourOwnWordsStayAndNoMessageOfAnException() {
        var line = written(fault("org.afterfusion.api", Map.of("requestId", "one")));

        assertThat(line)
                .contains("Request to " + CANARY + " failed")
                .doesNotContain("\"" + CANARY + "\"", "inner " + CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.quarkus.vertx", "org.afterfusion.boot"})
    void outsideOfRequestsEverythingIsSaid(String category) {
        assertThat(written(fault(category, Map.of()))).contains("Request to " + CANARY + " failed", "inner " + CANARY);
    }
}
