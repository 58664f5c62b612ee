/** What operators do with messages that were not understood: read them, and teach. */
@NullMarked
package ma.jisr.app.review;

import org.jspecify.annotations.NullMarked;
