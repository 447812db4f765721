package org.afterfusion.triage;

/**
 * What an answer counts for or against one cause.
 *
 * @param kind keeps apart support and opposition, each by a "no" and by other answers
 * @param counted log ratio, less when the answer is a "no"
 * @param bySuspect whether it counts in that {@linkplain Reading reading}; {@code byAlternative} likewise
 * @param supports it is more than a "no" that speaks for the cause
 */
record Impact(int cause, int kind, double counted, boolean bySuspect, boolean byAlternative, boolean supports) {

    static final int SUPPORT = 0;
    static final int OPPOSITION = 1;
    static final int SUPPORTING_NO = 2;
    static final int OPPOSING_NO = 3;
    static final int KINDS = 4;

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
        return new Impact(
                cause,
                kind,
                isNo ? method.absentExponent() * ratio : ratio,
                bySuspect,
                byAlternative,
                !isNo && ratio >= Math.log(method.supportFrom()));
    }

    private static boolean counts(Reading reading, Statement statement, int truth, double ratio) {
        return !statement.leftToRules()
                && (!statement.concerning() || reading.temper(ratio, truth == Statement.TRUE) == ratio);
    }
}
