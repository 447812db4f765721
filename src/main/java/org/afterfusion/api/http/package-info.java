/**
 * What belongs to every exchange and says nothing about a report: its id, its line in the log, and whether an operation is on its
 * way out.
 */
@NullMarked
package org.afterfusion.api.http;

import org.jspecify.annotations.NullMarked;
