/**
 * Errors as RFC 9457 problem details.
 *
 * <p>An error names the field and the rule, never the submitted value, a class or a stack: what people submit is health data.
 */
@NullMarked
package org.afterfusion.api.problem;

import org.jspecify.annotations.NullMarked;
