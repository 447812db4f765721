package org.afterfusion.triage;

import java.util.List;

/**
 * What the service is for.
 *
 * @param users who sends reports and reads answers
 * @param patients whom the reports are about
 * @param environment where it may stand and what must stand around it
 * @param limits what it does not do
 * @param notFor whom and what it must not be used for
 * @param conformity which regulations it claims to meet, if any
 */
public record IntendedUse(
        Text purpose,
        List<Text> users,
        List<Text> patients,
        Text environment,
        List<Text> limits,
        List<Text> notFor,
        Text conformity) {}
