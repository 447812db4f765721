package org.afterfusion.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.afterfusion.api.TriageResponse.ChangeAnswer;
import org.afterfusion.api.TriageResponse.FactAnswer;
import org.afterfusion.triage.Evidence;
import org.afterfusion.triage.Finding;
import org.afterfusion.triage.KnowledgeBase;
import org.afterfusion.triage.Phrase;
import org.afterfusion.triage.Text;
import org.afterfusion.triage.Triage.Change;
import org.afterfusion.triage.Triage.Fact;
import org.afterfusion.triage.Words;
import org.jspecify.annotations.Nullable;

/** Words what would raise a level. */
final class Changes {

    private static final String BETWEEN_FACTS = "; ";
    private static final String UNIT = "unit-";

    private final KnowledgeBase knowledge;

    Changes(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    ChangeAnswer of(Change change, String language) {
        var facts = change.facts().stream().map(fact -> answer(fact, language)).toList();
        var named = facts.stream().map(FactAnswer::text).collect(Collectors.joining(BETWEEN_FACTS));
        var advice = knowledge.level(change.to()).title().in(language);
        var phrase = facts.size() == 1 ? Phrase.WOULD_RAISE : Phrase.WOULD_RAISE_TOGETHER;
        return new ChangeAnswer(facts, Words.of(change.to()), filled(phrase, named, advice, language));
    }

    private FactAnswer answer(Fact fact, String language) {
        return new FactAnswer(fact.finding(), fact.atLeast(), fact.below(), fact.choice(), text(fact, language));
    }

    /** The evidence may have a better name for a number or choice than the finding and the number or choice together. */
    private String text(Fact fact, String language) {
        var finding = Objects.requireNonNull(knowledge.findFinding(fact.finding()));
        var label = finding.label().in(language);
        var special = specialLabel(fact, finding);
        if (special != null) {
            return special.in(language);
        }
        if (fact.atLeast() != null) {
            return filled(Phrase.FACT_AT_LEAST, label, amount(fact.atLeast(), finding, language), language);
        }
        if (fact.below() != null) {
            return filled(Phrase.FACT_BELOW, label, amount(fact.below(), finding, language), language);
        }
        return finding.choices().stream()
                .filter(choice -> choice.id().equals(fact.choice()))
                .map(choice -> filled(Phrase.FACT_CHOICE, label, choice.label().in(language), language))
                .findFirst()
                .orElse(label);
    }

    private static @Nullable Text specialLabel(Fact fact, Finding finding) {
        return finding.evidence().stream()
                .filter(evidence -> evidence.days() == null && evidence.onsetDays() == null)
                .filter(evidence -> (fact.choice() != null && fact.choice().equals(evidence.choice()))
                        || (fact.atLeast() != null && fact.atLeast().equals(evidence.atLeast())))
                .map(Evidence::label)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String amount(double number, Finding finding, String language) {
        var range = Objects.requireNonNull(finding.range());
        var unit = knowledge
                .phrases()
                .get(UNIT + range.unit().toLowerCase(Locale.ROOT).replace(' ', '-'));
        return unit == null
                ? plain(number)
                : unit.in(language).replace("{0}", plain(number)).replace("{1}", plain(fahrenheit(number)));
    }

    /** For the one unit that people read in two ways. */
    private static double fahrenheit(double celsius) {
        return celsius * 9 / 5 + 32;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String filled(Phrase phrase, String name, String said, String language) {
        return knowledge.phrase(phrase).in(language).replace("{1}", said).replace("{0}", name);
    }
}
