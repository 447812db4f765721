package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterfusion.triage.TriageEngine;

/**
 * Looks through a rejected body for worrying findings reported as present, as far as it can be read at all: a client that
 * cannot mend its report at once still learns that there is something to act on.
 */
final class RedFlagScan {

    private final JsonFactory factory = new JsonFactory();
    private final Set<String> worrying;

    RedFlagScan(TriageEngine engine) {
        worrying = engine.worryingFindings().stream().collect(Collectors.toUnmodifiableSet());
    }

    List<String> seenIn(byte[] body) {
        var seen = new LinkedHashSet<String>();
        try (var parser = factory.createParser(body)) {
            scan(parser, seen);
        } catch (IOException unreadable) {
            // What was seen before the unreadable part still counts.
            return List.copyOf(seen);
        }
        return List.copyOf(seen);
    }

    private void scan(JsonParser parser, Collection<String> seen) throws IOException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                texts.clear();
            } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            } else if (parser.currentToken() == JsonToken.END_OBJECT && texts.contains("present")) {
                texts.stream().filter(worrying::contains).forEach(seen::add);
                texts.clear();
            }
        }
    }
}
