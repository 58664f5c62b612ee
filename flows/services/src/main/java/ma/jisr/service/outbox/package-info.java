/** How a service tells of a change exactly as often as it made it. */
@NullMarked
package ma.jisr.service.outbox;

import org.jspecify.annotations.NullMarked;
