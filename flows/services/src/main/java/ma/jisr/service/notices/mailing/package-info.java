/**
 * One text to many: who gets it is laid down in chunks of recipients, it is sent at the links' pace
 * over crashes and restarts, and what became of it is counted. Knows nothing of notices: of texts,
 * lists of people and links only.
 */
@NullMarked
package ma.jisr.service.notices.mailing;

import org.jspecify.annotations.NullMarked;
