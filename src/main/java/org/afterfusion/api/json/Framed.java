package org.afterfusion.api.json;

/**
 * A part of answers that stays the same but for its {@linkplain Varying varying} properties, so that the JSON of the others is worth
 * keeping. Parts that share what they keep differ in nothing else.
 */
public interface Framed extends Valued {

    Encoded encoded();
}
