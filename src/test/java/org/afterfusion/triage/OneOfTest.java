package org.afterfusion.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneOfTest {

    private static final int FINDINGS = 300;
    private static final int TRIALS = 2_000;

    @Test
    void fewOrManyAreFoundAlike() {
        var random = new Random(3);
        boolean sawFew = false;
        boolean sawMany = false;
        for (int trial = 0; trial < TRIALS; trial++) {
            var wanted = some(random, 1 + random.nextInt(trial % 2 == 0 ? 4 : 60));
            var given = some(random, random.nextInt(20));
            var oneOf = OneOf.of(wanted);
            sawFew |= oneOf.members().length > 0;
            sawMany |= oneOf.members().length == 0;

            assertThat(oneOf.isIn(given)).isEqualTo(wanted.intersects(given));
        }
        assertThat(sawFew && sawMany).isTrue();
    }

    @Test
    void noneIsInNothing() {
        assertThat(OneOf.of(new BitSet()).isIn(some(new Random(1), 5))).isFalse();
    }

    private static BitSet some(Random random, int count) {
        var findings = new BitSet();
        random.ints(count, 0, FINDINGS).forEach(findings::set);
        return findings;
    }
}
