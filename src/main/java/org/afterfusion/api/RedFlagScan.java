package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterfusion.triage.TriageEngine;
import org.jspecify.annotations.Nullable;

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
        var open = new ArrayDeque<Candidate>();
        while (parser.nextToken() != null) {
            switch (parser.currentToken()) {
                case START_OBJECT -> open.push(new Candidate());
                case VALUE_STRING -> {
                    if (!open.isEmpty()) {
                        open.element().note(parser.currentName(), parser.getText());
                    }
                }
                case END_OBJECT -> {
                    var candidate = open.pop();
                    if (candidate.present) {
                        candidate.ids.stream().filter(worrying::contains).forEach(seen::add);
                    }
                }
                default -> {
                    // Nothing else can tell.
                }
            }
        }
    }

    /** An object that may be an answer; in a broken body it may name itself twice. */
    private static final class Candidate {

        private final List<String> ids = new ArrayList<>();
        private boolean present;

        void note(@Nullable String name, String text) {
            if ("id".equals(name)) {
                ids.add(text);
            } else if ("presence".equals(name)) {
                present |= text.equals("present");
            }
        }
    }
}
