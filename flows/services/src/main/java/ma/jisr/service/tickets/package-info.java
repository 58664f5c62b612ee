/** Virtual tickets: queues that people wait in at home. */
@NullMarked
package ma.jisr.service.tickets;

import org.jspecify.annotations.NullMarked;
