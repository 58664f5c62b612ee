/**
 * The Common Alerting Protocol (CAP 1.2, OASIS 2010): alerts of others read, checked and handed to
 * the desk of notices; ours written for whoever follows them.
 */
@NullMarked
package ma.jisr.service.notices.cap;

import org.jspecify.annotations.NullMarked;
