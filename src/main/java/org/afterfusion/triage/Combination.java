package org.afterfusion.triage;

import java.util.List;
import java.util.Map;

/**
 * Findings that together say more, or less, than each alone. For the causes it names, a combination takes the place of the
 * single findings it replaces.
 *
 * @param all every one of these is present
 * @param none none of these is present
 * @param replaces the findings not counted again
 */
public record Combination(
        String id,
        List<String> all,
        List<String> none,
        List<String> replaces,
        String cluster,
        Text label,
        double baseRate,
        Map<String, Double> causes,
        Evidence.Grade grade,
        String basis,
        List<String> sources) {}
