package org.afterfusion.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.afterfusion.api.SymptomReportRequest.Complete;
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

    private static final int MAX_FINDINGS = SymptomReportRequest.MAX_FINDINGS;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_STRING = 1_000;
    private static final int MAX_NUMBER = 40;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ObjectReader reader;
    private final Validator validator;
    private final FindingChecks findingChecks;
    private final RedFlagScan redFlagScan;
    private final KnowledgeVersions versions;

    ReportReader(Validator validator, TriageEngine engine, KnowledgeVersions versions) {
        this.validator = validator;
        this.versions = versions;
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
     * @param faultsBefore found in the rest of the request
     * @throws ProblemException naming every fault
     */
    SymptomReport read(byte[] body, List<Fault> faultsBefore) {
        return read(body, faultsBefore, Default.class, Complete.class);
    }

    /** Returns the report in a body as {@link #read}, but one that may have no finding yet. */
    SymptomReport readBegun(byte[] body, List<Fault> faultsBefore) {
        return read(body, faultsBefore, Default.class);
    }

    private SymptomReport read(byte[] body, List<Fault> faultsBefore, Class<?>... groups) {
        if (body.length > MAX_BYTES) {
            throw new ProblemException(ProblemType.TOO_LARGE);
        }
        var faults = new ArrayList<>(faultsBefore);
        var request = bind(body, faults);
        if (request != null && request.findings() != null && request.findings().size() > MAX_FINDINGS) {
            // Checking takes time with the square of the faults: a body full of them would hold up everyone else's.
            faults.add(Fault.of("/findings", Code.WRONG_LENGTH, 1, MAX_FINDINGS));
            request = request.withFirstFindings(MAX_FINDINGS);
        }
        if (request != null) {
            Constraints.check(request, validator, faults, groups);
            findingChecks.check(request, faults);
            if (request.knowledgeVersion() != null) {
                versions.check("/knowledgeVersion", request.knowledgeVersion(), faults);
            }
        }
        if (request == null || !faults.isEmpty()) {
            var type = KnowledgeVersions.typeOf(faults, ProblemType.INVALID_REPORT);
            throw new ProblemException(type, faults, redFlagScan.seenIn(body));
        }
        return request.toReport();
    }

    private @Nullable SymptomReportRequest bind(byte[] body, List<Fault> faults) {
        try (JsonParser parser = reader.createParser(text(body))) {
            SymptomReportRequest request =
                    reader.withAttribute(FaultCollector.FAULTS, faults).readValue(parser);
            if (request == null && faults.isEmpty()) {
                faults.add(Fault.of("", Code.WRONG_TYPE, "type.object"));
            }
            return request;
        } catch (IOException e) {
            faults.add(Fault.of("", code(e)));
        }
        return null;
    }

    private static Code code(IOException thrown) {
        // What the parser throws within a list or a record comes wrapped.
        var own = thrown.getCause() instanceof JsonProcessingException cause ? cause : thrown;
        if (own instanceof StreamConstraintsException) {
            return Code.TOO_DEEP;
        }
        var message = own instanceof JsonProcessingException json ? json.getOriginalMessage() : "";
        if (message.startsWith("Duplicate")) {
            return Code.DUPLICATE_KEY;
        }
        return message.startsWith("Trailing") ? Code.TRAILING_CONTENT : Code.NOT_JSON;
    }

    /** Decodes strictly, save for a byte order mark: Jackson on bytes would also take UTF-16, UTF-32 and overlong UTF-8. */
    private static String text(byte[] body) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
