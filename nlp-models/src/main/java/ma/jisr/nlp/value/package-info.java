/**
 * Values in messages, found by rules and lists: numbers of phones, amounts, codes, days and hours,
 * languages, billers, themes, shops and places.
 */
@NullMarked
package ma.jisr.nlp.value;

import org.jspecify.annotations.NullMarked;
