package org.afterfusion.boot;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A second line of defense for the log handlers. What a library has to say in the course of a request may quote the request: its
 * address, or a value in the message of an exception. The constant part stays, with the classes and places of exceptions.
 */
@LoggingFilter(name = "no-report")
public final class NoReportInLogs implements Filter {

    private static final String OURS = "org.afterfusion.";
    private static final String REQUEST_ID = "requestId";

    @Override
    public boolean isLoggable(LogRecord logged) {
        var extended = ExtLogRecord.wrap(logged);
        if (extended.getMdc(REQUEST_ID) != null) {
            if (!isOurs(logged.getLoggerName())) {
                extended.setMessage(logged.getMessage(), ExtLogRecord.FormatStyle.NO_FORMAT);
                extended.setParameters(null);
            }
            extended.setThrown(bare(logged.getThrown()));
        }
        return true;
    }

    private static boolean isOurs(@Nullable String category) {
        return category != null && category.startsWith(OURS);
    }

    private static @Nullable Throwable bare(@Nullable Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        var bare = new Exception(thrown.getClass().getName(), bare(thrown.getCause()));
        bare.setStackTrace(thrown.getStackTrace());
        return bare;
    }
}
