package org.afterfusion.api.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.afterfusion.triage.TriageEngine;

/** Writes JSON as the service does. */
public final class AnswerMapper {

    private AnswerMapper() {}

    public static ObjectMapper of(TriageEngine engine) {
        var mapper = new ObjectMapper();
        new AnswerJson(engine).customize(mapper);
        return mapper;
    }
}
