package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.afterfusion.api.problem.Fault;
import org.afterfusion.api.problem.Fault.Code;
import org.afterfusion.api.problem.ProblemException;
import org.afterfusion.api.problem.ProblemType;
import org.afterfusion.triage.SymptomReport;
import org.afterfusion.triage.TriageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report strictly and finds all its faults at once: in form while binding, in bounds by Bean Validation, in meaning
 * against the catalogue. A misspelled finding that was silently dropped could hide an emergency.
 */
@Singleton
final class ReportReader {

    /** Largest body of one report, in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 8;
    private static final int MAX_STRING = 1_000;
    private static final int MAX_NUMBER = 40;

    private final ObjectReader reader;
    private final Validator validator;
    private final FindingChecks findingChecks;
    private final RedFlagScan redFlagScan;

    ReportReader(Validator validator, TriageEngine engine) {
        this.validator = validator;
        findingChecks = new FindingChecks(engine.knowledge());
        redFlagScan = new RedFlagScan(engine);
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_STRING)
                        .build())
                .build();
        reader = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new StrictScalars())
                .addHandler(new FaultCollector())
                .build()
                .readerFor(SymptomReportRequest.class);
    }

    /**
     * Returns the report in a body.
     *
     * @throws ProblemException naming every fault
     */
    SymptomReport read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        var faults = new ArrayList<Fault>();
        var request = bind(body, faults);
        if (request != null) {
            Constraints.check(request, validator, faults);
            findingChecks.check(request, faults);
        }
        if (request == null || !faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REPORT, faults, redFlagScan.seenIn(body));
        }
        return request.toReport();
    }

    private @Nullable SymptomReportRequest bind(byte[] body, List<Fault> faults) {
        try (JsonParser parser = reader.createParser(body)) {
            SymptomReportRequest request =
                    reader.withAttribute(FaultCollector.FAULTS, faults).readValue(parser);
            if (request == null && faults.isEmpty()) {
                faults.add(Fault.of("", Code.WRONG_TYPE, "type.object"));
            }
            return request;
        } catch (StreamConstraintsException e) {
            faults.add(Fault.of("", Code.TOO_DEEP));
        } catch (StreamReadException e) {
            boolean duplicate = e.getOriginalMessage().startsWith("Duplicate");
            faults.add(Fault.of("", duplicate ? Code.DUPLICATE_KEY : Code.NOT_JSON));
        } catch (DatabindException e) {
            boolean trailing = e.getOriginalMessage().startsWith("Trailing");
            faults.add(Fault.of("", trailing ? Code.TRAILING_CONTENT : Code.NOT_JSON));
        } catch (IOException e) {
            faults.add(Fault.of("", Code.NOT_JSON));
        }
        return null;
    }
}
