/**
 * What the service reached on its bank of published cases, as stored at build time.
 *
 * <p>The document is language-neutral and written by the build from a real run; its words stand in a file beside it. Entry
 * type: {@link org.afterfusion.evaluation.Evaluation}.
 */
@NullMarked
package org.afterfusion.evaluation;

import org.jspecify.annotations.NullMarked;
