package org.afterfusion.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterfusion.evaluation.Evaluation;
import org.afterfusion.evaluation.Evaluation.Case;
import org.afterfusion.evaluation.Evaluation.CaseResult;
import org.afterfusion.evaluation.Evaluation.CaseSource;
import org.afterfusion.evaluation.Evaluation.Encoding;
import org.afterfusion.evaluation.Evaluation.Figure;
import org.afterfusion.evaluation.Evaluation.InterviewResults;
import org.afterfusion.evaluation.Evaluation.Results;
import org.afterfusion.evaluation.EvaluationTexts;
import org.afterfusion.triage.KnowledgeBase;
import org.jspecify.annotations.Nullable;

/** One evaluation in one language, as sections of sentences and tables. */
final class EvaluationSections {

    /** Sources are cited as they were published; those in the bank are in English. */
    private static final String LANGUAGE_OF_CITATIONS = "en";

    record Section(String heading, List<String> sentences, List<Table> tables) {}

    record Table(String caption, List<String> columns, List<Row> rows) {}

    record Row(String head, List<Cell> cells) {}

    record Cell(
            String text, @Nullable String href, @Nullable String language) {
        static Cell of(String text) {
            return new Cell(text, null, null);
        }
    }

    private final EvaluationResponse evaluation;
    private final String language;

    private final EvaluationTexts texts;
    private final KnowledgeBase knowledge;

    EvaluationSections(EvaluationResponse evaluation, String language, EvaluationTexts texts, KnowledgeBase knowledge) {
        this.evaluation = evaluation;
        this.language = language;
        this.texts = texts;
        this.knowledge = knowledge;
    }

    List<Section> all() {
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                label("read-first"),
                evaluation.statements().stream()
                        .map(EvaluationResponse.Statement::text)
                        .toList(),
                List.of()));
        sections.add(origin());
        evaluation.encodings().forEach(encoding -> sections.add(results(encoding)));
        sections.add(interviews());
        sections.add(meanings());
        sections.add(new Section(
                label("not-measured"),
                evaluation.notMeasured().stream()
                        .map(term -> term.name() + ": " + term.meaning())
                        .toList(),
                List.of()));
        if (!evaluation.history().isEmpty()) {
            sections.add(trials("history", evaluation.history()));
        }
        if (!evaluation.guards().isEmpty()) {
            sections.add(trials("guards", evaluation.guards()));
        }
        sections.add(caseBank());
        return sections;
    }

    private Section origin() {
        var origin = evaluation.measuredOn();
        return new Section(
                label("measured-on"),
                List.of(
                        label(origin.current() ? "current" : "not-current"),
                        label("knowledge-version") + ": " + origin.knowledgeVersion(),
                        label("knowledge-digest") + ": " + origin.knowledgeDigest(),
                        label("cases-digest") + ": " + origin.casesDigest(),
                        label("intervals")),
                List.of());
    }

    private Section results(Encoding encoding) {
        var all = encoding.results().get(0);
        return new Section(
                name(encoding),
                List.of(meaning("vocabulary", encoding.vocabulary()), meaning("answers", encoding.answers())),
                List.of(measures(encoding), byLevel(all), collapsed(all), calibration(all), groups(all)));
    }

    private Table measures(Encoding encoding) {
        var sets = encoding.results();
        var rows = new ArrayList<Row>();
        for (int place = 0; place < sets.get(0).figures().size(); place++) {
            int row = place;
            rows.add(new Row(
                    name("measure", sets.get(0).figures().get(row).id()),
                    sets.stream().map(set -> cell(set.figures().get(row))).toList()));
        }
        return new Table(
                label("measures"),
                columns(label("measure"), sets.stream().map(set -> "%s (%d)"
                        .formatted(name("set", set.set()), set.cases()))),
                rows);
    }

    private Table byLevel(Results results) {
        var rows = new ArrayList<Row>();
        for (int place = 0; place < results.confusion().size(); place++) {
            var confusion = results.confusion().get(place);
            rows.add(new Row(
                    name("level", confusion.wanted()),
                    Stream.concat(
                                    confusion.given().values().stream().map(count -> Cell.of(count.toString())),
                                    Stream.of(cell(results.exactByLevel().get(place))))
                            .toList()));
        }
        var levels = results.confusion().get(0).given().keySet().stream()
                .map(level -> label("given") + ": " + name("level", level));
        return new Table(
                label("by-level"),
                columns(label("wanted"), Stream.concat(levels, Stream.of(label("met-exactly")))),
                rows);
    }

    private Table collapsed(Results results) {
        return new Table(
                label("collapsed"),
                columns(label("classes"), Stream.of(label("exact"), label("below"), label("above"))),
                results.collapsed().stream()
                        .map(collapse -> new Row(
                                collapse.classes() + ": "
                                        + collapse.levels().stream()
                                                .map(this::levels)
                                                .collect(Collectors.joining(" | ")),
                                Stream.of(collapse.exact(), collapse.below(), collapse.above())
                                        .map(this::cell)
                                        .toList()))
                        .toList());
    }

    private Table calibration(Results results) {
        var calibration = results.calibration();
        var caption = "%s %s: %s. %s: %s"
                .formatted(
                        label("calibration"),
                        label("brier"),
                        number(calibration.brier()),
                        label("brier-of-constant"),
                        number(calibration.brierOfConstant()));
        return new Table(
                caption,
                columns(label("band"), Stream.of(label("first-cause-right"), label("mean-share"))),
                calibration.bands().stream()
                        .map(band -> {
                            var mean = band.meanShare();
                            return new Row(
                                    name("band", band.band()),
                                    List.of(
                                            cell(band.right()),
                                            Cell.of(mean == null ? label("no-cases") : percent(mean))));
                        })
                        .toList());
    }

    private Table groups(Results results) {
        return new Table(
                label("groups"),
                columns(
                        label("group"),
                        Stream.of(label("cases"), label("accepted"), label("cause-first"), label("cause-in-top-3"))),
                results.groups().stream()
                        .map(group -> new Row(
                                name("group", group.group()),
                                List.of(
                                        Cell.of(Integer.toString(group.cases())),
                                        cell(group.acceptableLevel()),
                                        cell(group.causeFirst()),
                                        cell(group.causeInTop3()))))
                        .toList());
    }

    private Section interviews() {
        return new Section(
                label("interviews"),
                List.of(label("how-interviewed")),
                evaluation.interviews().stream().map(this::interview).toList());
    }

    private Table interview(InterviewResults results) {
        var rows = new ArrayList<Row>();
        rows.add(count("screens-median", results.screensMedian()));
        rows.add(count("screens-most", results.screensMost()));
        rows.add(count("questions-median", results.questionsMedian()));
        if (results.screensToEmergencyMedian() != null && results.screensToEmergencyMost() != null) {
            rows.add(count("screens-to-emergency-median", results.screensToEmergencyMedian()));
            rows.add(count("screens-to-emergency-most", results.screensToEmergencyMost()));
        }
        results.figures().forEach(figure -> rows.add(new Row(name("measure", figure.id()), List.of(cell(figure)))));
        return new Table(
                "%s: %s (%d)"
                        .formatted(nameOfEncoding(results.encoding()), name("set", results.set()), results.cases()),
                columns(label("measure"), Stream.of(label("result"))),
                rows);
    }

    private Row count(String label, int count) {
        return new Row(label(label), List.of(Cell.of(Integer.toString(count))));
    }

    private Section meanings() {
        var rows = evaluation.terms().stream()
                .filter(term -> term.kind().equals("measure"))
                .map(term -> new Row(term.name(), List.of(Cell.of(String.valueOf(term.meaning())))))
                .toList();
        return new Section(
                label("meaning"),
                List.of(),
                List.of(new Table(label("measures"), columns(label("measure"), Stream.of(label("meaning"))), rows)));
    }

    private Section trials(String kind, List<EvaluationResponse.Trial> trials) {
        var tables = trials.stream()
                .map(trial -> new Table(
                        "%s: %s %s".formatted(trial.version(), trial.change(), trial.why()),
                        columns(
                                label("encoding"),
                                Stream.of(
                                        label("cases"),
                                        label("emergencies-caught"),
                                        label("too-low"),
                                        label("too-high"),
                                        label("exact"),
                                        label("accepted"),
                                        label("cause-first"),
                                        label("cause-in-top-3"))),
                        trial.figures().entrySet().stream()
                                .map(figures -> new Row(nameOfEncoding(figures.getKey()), counts(figures.getValue())))
                                .toList()))
                .toList();
        return new Section(label(kind), List.of(), tables);
    }

    private List<Cell> counts(Evaluation.Tally tally) {
        return Stream.of(
                        Integer.toString(tally.cases()),
                        "%d %s %d".formatted(tally.emergenciesCaught(), label("of"), tally.emergencies()),
                        Integer.toString(tally.under()),
                        Integer.toString(tally.over()),
                        Integer.toString(tally.exact()),
                        Integer.toString(tally.acceptable()),
                        Integer.toString(tally.causeFirst()),
                        Integer.toString(tally.causeInTop3()))
                .map(Cell::of)
                .toList();
    }

    private Section caseBank() {
        return new Section(
                label("case-bank"),
                List.of(),
                List.of(new Table(
                        label("case-bank"),
                        columns(
                                label("case"),
                                Stream.concat(
                                        Stream.of(
                                                label("source"),
                                                label("about"),
                                                label("wanted"),
                                                label("right-causes")),
                                        evaluation.encodings().stream()
                                                .map(encoding -> label("given") + ": " + name(encoding)))),
                        evaluation.cases().stream().map(this::row).toList())));
    }

    private Row row(Case story) {
        var about = Stream.of(name("group", story.group()), name("kind", story.kind()));
        var tags = story.tags().stream().map(tag -> name("tag", tag));
        return new Row(
                story.id(),
                Stream.concat(
                                Stream.of(
                                        source(story.source()),
                                        Cell.of(Stream.concat(about, tags).collect(Collectors.joining("; "))),
                                        Cell.of(wanted(story)),
                                        Cell.of(causes(story.rightCauses()))),
                                evaluation.encodings().stream().map(encoding -> Cell.of(given(story, encoding.id()))))
                        .toList());
    }

    private Cell source(CaseSource source) {
        var citation = Stream.of(source.firstAuthor(), source.title(), source.year())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(". "));
        return new Cell(citation, source.url(), LANGUAGE_OF_CITATIONS);
    }

    private String wanted(Case story) {
        var others = story.accepted().stream()
                .filter(level -> !level.equals(story.wanted()))
                .toList();
        var wanted = name("level", story.wanted());
        return others.isEmpty() ? wanted : "%s (%s: %s)".formatted(wanted, label("accepted"), levels(others));
    }

    private String given(Case story, String encoding) {
        return story.results().stream()
                .filter(result -> result.encoding().equals(encoding))
                .findFirst()
                .map(this::given)
                .orElse("");
    }

    private String given(CaseResult result) {
        return "%s: %s (%s). %s: %s"
                .formatted(
                        name("level", result.given()),
                        name("level-verdict", result.levelVerdict()),
                        name("status", result.status()),
                        causes(result.topThree()),
                        name("cause-verdict", result.causeVerdict()));
    }

    private String causes(List<String> ids) {
        return ids.isEmpty() ? label("none") : ids.stream().map(this::cause).collect(Collectors.joining("; "));
    }

    /** Names a cause; one that the knowledge in service no longer has keeps its id. */
    private String cause(String id) {
        var cause = knowledge.findCause(id);
        return cause == null ? id : cause.text().name().in(language);
    }

    private String levels(List<String> levels) {
        return levels.stream().map(level -> name("level", level)).collect(Collectors.joining(", "));
    }

    private Cell cell(Figure figure) {
        var share = figure.share();
        var low = figure.low();
        var high = figure.high();
        if (share == null || low == null || high == null) {
            return Cell.of(label("no-cases"));
        }
        var text = "%d %s %d: %s (%s %s %s)"
                .formatted(
                        figure.count(),
                        label("of"),
                        figure.of(),
                        percent(share),
                        percent(low),
                        label("to"),
                        percent(high));
        var atMost = figure.atMost();
        return Cell.of(atMost == null ? text : text + "; " + label("up-to") + " " + percent(atMost));
    }

    private String percent(double share) {
        return String.format(Locale.forLanguageTag(language), "%.1f %%", 100 * share);
    }

    private String number(double number) {
        return String.format(Locale.forLanguageTag(language), "%.3f", number);
    }

    private String nameOfEncoding(String id) {
        return evaluation.encodings().stream()
                .filter(encoding -> encoding.id().equals(id))
                .findFirst()
                .map(this::name)
                .orElse(id);
    }

    private String name(Encoding encoding) {
        return name("vocabulary", encoding.vocabulary()) + ", " + name("answers", encoding.answers());
    }

    private String name(String kind, String id) {
        return texts.name(kind, id, language);
    }

    private String meaning(String kind, String id) {
        return texts.meaning(kind, id, language);
    }

    private String label(String key) {
        return texts.label(key, language);
    }

    private static List<String> columns(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }
}
