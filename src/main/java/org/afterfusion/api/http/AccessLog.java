package org.afterfusion.api.http;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line for each request: method, route, status, milliseconds and bytes, under the id of the request, and what the operation
 * noted. The same again as fields for machines. Nothing that could be about a person: no query, header, body or address.
 */
@Singleton
final class AccessLog {

    static final String CATEGORY = "org.afterfusion.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    void write(Exchange exchange, Map<String, String> ids, @Nullable AccessNotes notes) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(exchange.nanos());
        var fields = new LinkedHashMap<>(ids);
        fields.put("method", exchange.method());
        fields.put("route", exchange.route());
        fields.put("status", Integer.toString(exchange.status()));
        fields.put("durationMs", Long.toString(millis));
        fields.put("bytes", Long.toString(exchange.bytes()));

        var line = new StringBuilder()
                .append(exchange.method())
                .append(' ')
                .append(exchange.route())
                .append(' ')
                .append(exchange.status())
                .append(' ')
                .append(millis)
                .append(" ms ")
                .append(exchange.bytes())
                .append(" bytes");
        if (notes != null) {
            notes.forEach((name, value) -> {
                fields.put(name, value);
                line.append(' ').append(name).append('=').append(value);
            });
        }
        if (!exchange.whole()) {
            fields.put("cutOff", "true");
            line.append(", cut off");
        }
        var logged = new ExtLogRecord(
                Level.INFO, line.toString(), ExtLogRecord.FormatStyle.NO_FORMAT, AccessLog.class.getName());
        logged.setLoggerName(CATEGORY);
        logged.setMdc(fields);
        LOG.logRaw(logged);
    }
}
