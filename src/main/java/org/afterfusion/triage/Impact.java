package org.afterfusion.triage;

/**
 * What an answer counts for or against one cause, in each {@linkplain Reading reading}. Support and opposition are summed apart, each
 * by a "no" and by other answers.
 *
 * @param firstSum number of the sum it belongs to in the first reading; those of the others follow
 * @param ranking log ratio, less when the answer is a "no"; {@code suspect} and {@code alternative} the same, or 0 where it does not
 *     count
 * @param supports it is more than a "no" that speaks for the cause
 */
record Impact(int cause, int firstSum, double ranking, double suspect, double alternative, boolean supports) {

    static final int SUPPORT = 0;
    static final int OPPOSITION = 1;
    static final int SUPPORTING_NO = 2;
    static final int OPPOSING_NO = 3;
    static final int KINDS = 4;
    static final int READINGS = Reading.values().length;

    static int firstSum(int cause, int kind) {
        return (cause * KINDS + kind) * READINGS;
    }

    static Impact of(Statement statement, int truth, Statement.Effect effect, Method method) {
        double ratio = effect.when(truth);
        boolean isNo = statement.isNo(truth);
        return of(
                effect.cause(),
                ratio,
                isNo,
                counts(Reading.SUSPECT, statement, truth, ratio),
                counts(Reading.ALTERNATIVE, statement, truth, ratio),
                method);
    }

    static Impact of(int cause, double ratio, boolean isNo, boolean bySuspect, boolean byAlternative, Method method) {
        int kind = ratio >= 0 ? isNo ? SUPPORTING_NO : SUPPORT : isNo ? OPPOSING_NO : OPPOSITION;
        double counted = isNo ? method.absentExponent() * ratio : ratio;
        return new Impact(
                cause,
                firstSum(cause, kind),
                counted,
                bySuspect ? counted : 0,
                byAlternative ? counted : 0,
                !isNo && ratio >= Math.log(method.supportFrom()));
    }

    private static boolean counts(Reading reading, Statement statement, int truth, double ratio) {
        return !statement.leftToRules()
                && (!statement.concerning() || reading.temper(ratio, truth == Statement.TRUE) == ratio);
    }
}
