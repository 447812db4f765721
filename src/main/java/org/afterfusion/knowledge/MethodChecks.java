package org.afterfusion.knowledge;

import java.util.function.BiConsumer;
import org.afterfusion.triage.Method;

/** Checks that the numbers of the method are ones to reckon with: any other would turn shares into no number at all. */
final class MethodChecks {

    private final Method method;
    private final BiConsumer<String, String> report;

    private MethodChecks(Method method, BiConsumer<String, String> report) {
        this.method = method;
        this.report = report;
    }

    /** @param report takes the path below the method and the problem */
    static void check(Method method, BiConsumer<String, String> report) {
        new MethodChecks(method, report).run();
    }

    private void run() {
        checkWindows();
        must(method.leastWeight() > 0 && Double.isFinite(method.leastWeight()), "leastWeight", "is greater than 0");
        share("priorExponent", method.priorExponent());
        share("clusterExponent", method.clusterExponent());
        share("absentExponent", method.absentExponent());
        limit("absentLimit", method.absentLimit());
        limit("evidenceLimit", method.evidenceLimit());
        limit("supportFrom", method.supportFrom());
        must(method.longLastingFrom() < method.longLastingTo(), "longLastingTo", "comes after longLastingFrom");
        must(method.listed() > 0, "listed", "is greater than 0");
        share("listedFrom", method.listedFrom());
        share("ownUrgencyFrom", method.ownUrgencyFrom());
        share("mustExcludeFrom", method.mustExcludeFrom());
        share("unclear.below", method.unclear().below());
        share("expectedFrom", method.expectedFrom());
        var bands = method.bands();
        share("bands.veryLikely", bands.veryLikely());
        must(bands.veryLikely() > bands.likely() && bands.likely() > bands.possible(), "bands", "fall");
        share("bands.possible", bands.possible());
    }

    private void checkWindows() {
        must(!method.windows().isEmpty(), "windows", "are missing");
        double before = -1;
        for (var window : method.windows()) {
            boolean rises = window.middle() > before && window.middle() >= 0 && Double.isFinite(window.middle());
            must(rises, "windows", "have middles that rise from 0 on, not " + window.middle());
            before = window.middle();
        }
    }

    private void share(String path, double number) {
        must(number > 0 && number <= 1, path, "lies between 0 and 1");
    }

    private void limit(String path, double number) {
        must(number > 1 && Double.isFinite(number), path, "is greater than 1");
    }

    private void must(boolean holds, String path, String problem) {
        if (!holds) {
            report.accept(path, problem);
        }
    }
}
