/** What {@code jisr hotspots} asks of whoever has the data, and how files get there and back. */
@NullMarked
package ma.jisr.app.exchange;

import org.jspecify.annotations.NullMarked;
