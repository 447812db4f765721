package org.afterfusion.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that depend on nothing but a seed and the number of the request. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed, int number) {
        random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    }

    /** Returns a number from 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
