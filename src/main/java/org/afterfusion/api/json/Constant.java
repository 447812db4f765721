package org.afterfusion.api.json;

/** A part of answers that is made once and goes into many, so that its JSON is worth keeping. */
public interface Constant {

    Encoded encoded();
}
