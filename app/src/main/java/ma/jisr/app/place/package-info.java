/** What {@code jisr places} and the API ask of the gazetteer, and how the answers are written. */
@NullMarked
package ma.jisr.app.place;

import org.jspecify.annotations.NullMarked;
