package org.afterfusion.api.http;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Takes the records of some categories while it is open, as the console would get them. */
final class LogRecords implements AutoCloseable {

    private static final ExtFormatter WORDING = new PatternFormatter("%s");
    private static final ExtFormatter JSON = new JsonFormatter();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
    private final List<Logger> loggers;

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            var taken = ExtLogRecord.wrap(record);
            taken.copyMdc();
            records.add(taken);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    LogRecords(String... categories) {
        loggers = List.of(categories).stream().map(Logger::getLogger).toList();
        handler.setLevel(Level.ALL);
        loggers.forEach(logger -> logger.addHandler(handler));
    }

    /** Returns the record of a request, which may be written a moment after its answer has come. */
    ExtLogRecord of(String category, String requestId) throws InterruptedException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += 10) {
            for (var record : records) {
                if (record.getLoggerName().equals(category) && requestId.equals(record.getMdc(RequestIds.REQUEST_ID))) {
                    return record;
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no record of " + requestId + " in " + category);
    }

    /** Returns the line of the access log for a request. */
    String accessOf(String requestId) throws InterruptedException {
        return messageOf(of(AccessLog.CATEGORY, requestId));
    }

    private static String messageOf(LogRecord record) {
        return WORDING.formatMessage(record);
    }

    /** Returns everything that any taken record says, its keys and the whole of its exception included. */
    String all() {
        var said = new StringBuilder();
        records.forEach(record -> said.append(JSON.format(record)));
        return said.toString();
    }

    @Override
    public void close() {
        loggers.forEach(logger -> logger.removeHandler(handler));
    }
}
