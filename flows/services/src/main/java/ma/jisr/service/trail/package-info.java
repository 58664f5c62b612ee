/** The audit trail, as services write into it. */
@NullMarked
package ma.jisr.service.trail;

import org.jspecify.annotations.NullMarked;
