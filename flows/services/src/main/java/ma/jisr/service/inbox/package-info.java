/** Folders into which others put files. */
@NullMarked
package ma.jisr.service.inbox;

import org.jspecify.annotations.NullMarked;
