/**
 * Puts the parts together at start-up: the knowledge base, the engine, configuration and health. It knows every other package;
 * none knows it.
 */
@NullMarked
package org.afterfusion.boot;

import org.jspecify.annotations.NullMarked;
