/**
 * Chooses the next question. Stateless and pure, on top of {@link org.afterfusion.triage.TriageEngine}: the report so far in, the
 * next screen or a reason to stop out. Start at {@link org.afterfusion.interview.Interviewer}.
 */
@NullMarked
package org.afterfusion.interview;

import org.jspecify.annotations.NullMarked;
