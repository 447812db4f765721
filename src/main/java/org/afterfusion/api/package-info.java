/**
 * The REST face, version 1: reports in, triage and catalogue out, as {@code application/json}.
 *
 * <p>It maps and words; it decides nothing clinical. Start at {@link org.afterfusion.api.TriageResource}.
 */
@NullMarked
package org.afterfusion.api;

import org.jspecify.annotations.NullMarked;
