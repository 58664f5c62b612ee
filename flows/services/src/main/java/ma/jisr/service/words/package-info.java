/** What services say alike: words in the phone languages, days of the week and times of day. */
@NullMarked
package ma.jisr.service.words;

import org.jspecify.annotations.NullMarked;
