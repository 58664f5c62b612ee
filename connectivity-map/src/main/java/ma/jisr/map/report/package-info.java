/** What people in the field say of hotspots: voices, what they weigh, and what comes of them. */
@NullMarked
package ma.jisr.map.report;

import org.jspecify.annotations.NullMarked;
