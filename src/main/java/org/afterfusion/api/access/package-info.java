/**
 * Who may ask, and how often: bearer tokens and the limit on requests. Both are off unless configured, and both are settled before
 * anything of a body is read.
 */
@NullMarked
package org.afterfusion.api.access;

import org.jspecify.annotations.NullMarked;
