/** How answers are turned into JSON without doing the same work twice. */
@NullMarked
package org.afterfusion.api.json;

import org.jspecify.annotations.NullMarked;
