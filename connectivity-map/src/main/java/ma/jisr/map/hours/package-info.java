/** Opening hours: open now, until when, and when next. */
@NullMarked
package ma.jisr.map.hours;

import org.jspecify.annotations.NullMarked;
