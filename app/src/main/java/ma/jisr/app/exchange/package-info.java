/**
 * Things in and out of files as batches: what commands and the API share, and the hotspots' part.
 */
@NullMarked
package ma.jisr.app.exchange;

import org.jspecify.annotations.NullMarked;
