/** What {@code jisr places} asks of whoever has the data, and how the answers are written. */
@NullMarked
package ma.jisr.app.place;

import org.jspecify.annotations.NullMarked;
