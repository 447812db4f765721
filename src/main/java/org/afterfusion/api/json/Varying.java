package org.afterfusion.api.json;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A property of a {@link Framed} part that differs from answer to answer. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Varying {}
