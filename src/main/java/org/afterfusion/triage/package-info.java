/**
 * The core: a symptom report in, ranked causes and an urgency out.
 *
 * <p>Plain Java, so that the same engine runs under REST, a batch or a bare unit test. It knows no cause, finding, threshold
 * or sentence by name: all of these come in with the {@link org.afterfusion.triage.KnowledgeBase}. Start at
 * {@link org.afterfusion.triage.TriageEngine}.
 */
@NullMarked
package org.afterfusion.triage;

import org.jspecify.annotations.NullMarked;
