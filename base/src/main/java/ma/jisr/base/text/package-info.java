/** The text arithmetic of small screens: GSM-7, segments, folding, transliteration, phonetics. */
@NullMarked
package ma.jisr.base.text;

import org.jspecify.annotations.NullMarked;
