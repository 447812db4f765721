package org.afterfusion.triage;

import static org.afterfusion.triage.Made.finding;
import static org.afterfusion.triage.Made.present;
import static org.afterfusion.triage.Made.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.afterfusion.triage.Condition.All;
import org.afterfusion.triage.Condition.AtLeast;
import org.afterfusion.triage.SymptomReport.Presence;
import org.junit.jupiter.api.Test;

/** Every letter is a yes-or-no finding, and a word says which of them are present. */
class LeverTest {

    private static final Vocabulary VOCABULARY = new Vocabulary(
            Stream.of("a", "b", "c", "d").map(id -> finding(id, 1)).toList());
    private static final Condition A = present("a");
    private static final Condition B = present("b");
    private static final Condition C = present("c");
    private static final Condition D = present("d");

    private static Lever lever(Condition condition) {
        return Lever.of(
                condition, VOCABULARY, part -> VOCABULARY.mask(part.findings().toList()));
    }

    private static Facts facts(String present) {
        var answers = letters(present)
                .map(id -> ReportEdits.answer(id, Presence.PRESENT))
                .toArray(SymptomReport.ReportedFinding[]::new);
        return new Facts(VOCABULARY, report(10, answers));
    }

    private static Stream<String> letters(String word) {
        return word.chars().mapToObj(Character::toString);
    }

    private static BitSet mask(String word) {
        return VOCABULARY.mask(letters(word).toList());
    }

    private static BitSet movers(Condition condition, String present) {
        var movers = new BitSet();
        lever(condition).addMovers(facts(present), movers);
        return movers;
    }

    private static boolean holds(Condition condition, String present) {
        return lever(condition).holds(facts(present));
    }

    @Test
    void aPlainConditionIsMovedByAllItLooksAt() {
        var either = present("a", "b");

        assertThat(lever(either).touched()).isEqualTo(mask("ab"));
        assertThat(holds(either, "c")).isFalse();
        assertThat(holds(either, "b")).isTrue();
        assertThat(movers(either, "")).isEqualTo(mask("ab"));
        assertThat(movers(either, "a")).isEqualTo(mask("ab"));
    }

    @Test
    void moversAreAddedToThoseFoundBefore() {
        var movers = mask("d");
        lever(A).addMovers(facts(""), movers);

        assertThat(movers).isEqualTo(mask("ad"));
    }

    @Test
    void ofAllTheOneThatLacksOrAnyOnceTheyHold() {
        var all = new All(List.of(A, B, C));

        assertThat(lever(all).touched()).isEqualTo(mask("abc"));
        assertThat(holds(all, "ab")).isFalse();
        assertThat(holds(all, "abc")).isTrue();
        assertThat(movers(all, "")).isEqualTo(mask(""));
        assertThat(movers(all, "b")).isEqualTo(mask(""));
        assertThat(movers(all, "ac")).isEqualTo(mask("b"));
        assertThat(movers(all, "abc")).isEqualTo(mask("abc"));
    }

    @Test
    void ofSomeThoseThatLackOrHoldWhenOneDecides() {
        var two = new AtLeast(2, List.of(A, B, C));

        assertThat(holds(two, "c")).isFalse();
        assertThat(holds(two, "ac")).isTrue();
        assertThat(holds(two, "abc")).isTrue();
        assertThat(movers(two, "")).isEqualTo(mask(""));
        assertThat(movers(two, "b")).isEqualTo(mask("ac"));
        assertThat(movers(two, "bc")).isEqualTo(mask("bc"));
        assertThat(movers(two, "abc")).isEqualTo(mask(""));
    }

    @Test
    void ofAnyAllThatLackOrTheOnlyOneThatHolds() {
        var any = new AtLeast(1, List.of(A, B, C));

        assertThat(holds(any, "d")).isFalse();
        assertThat(holds(any, "c")).isTrue();
        assertThat(movers(any, "")).isEqualTo(mask("abc"));
        assertThat(movers(any, "b")).isEqualTo(mask("b"));
        assertThat(movers(any, "bc")).isEqualTo(mask(""));
    }

    /** One finding that several parts look at may change more than one part. */
    @Test
    void whatPartsShareMayDoMoreThanOneStep() {
        var all = new All(List.of(present("a", "b"), present("b", "c"), D));

        assertThat(movers(all, "")).isEqualTo(mask("b"));
        assertThat(movers(all, "d")).isEqualTo(mask("b"));
        assertThat(movers(all, "ad")).isEqualTo(mask("bc"));

        var two = new AtLeast(2, List.of(present("a", "b"), C, present("b")));
        assertThat(movers(two, "")).isEqualTo(mask("b"));
        assertThat(movers(two, "bc")).isEqualTo(mask("b"));
    }

    @Test
    void everythingThatIsSharedCounts() {
        var all = new All(List.of(present("a", "b"), A, C, present("b")));

        assertThat(movers(all, "")).isEqualTo(mask("ab"));
        assertThat(lever(all).touched()).isEqualTo(mask("abc"));
    }

    @Test
    void aGroupWithinAGroup() {
        var nested = new All(List.of(A, new AtLeast(1, List.of(B, C))));

        assertThat(lever(nested).touched()).isEqualTo(mask("abc"));
        assertThat(movers(nested, "")).isEqualTo(mask(""));
        assertThat(movers(nested, "a")).isEqualTo(mask("bc"));
        assertThat(movers(nested, "c")).isEqualTo(mask("a"));
        assertThat(movers(nested, "ac")).isEqualTo(mask("ac"));
        assertThat(movers(nested, "abc")).isEqualTo(mask("a"));
    }
}
