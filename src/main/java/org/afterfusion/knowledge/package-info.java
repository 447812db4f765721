/**
 * Reads the knowledge files into a checked {@link org.afterfusion.triage.KnowledgeBase}; the only reader of them.
 *
 * <p>Reading is strict and complete: every unknown key, missing text, broken reference or doubtful number is reported at once,
 * with file and path, and any of them stops the build. References are checked once every file can be read. Start at
 * {@link org.afterfusion.knowledge.KnowledgeLoader}; what the build ships is made by
 * {@link org.afterfusion.knowledge.KnowledgePacker}.
 */
@NullMarked
package org.afterfusion.knowledge;

import org.jspecify.annotations.NullMarked;
