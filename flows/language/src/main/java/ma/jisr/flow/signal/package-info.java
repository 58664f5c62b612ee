/** What reaches a person without having been asked for: events and notices. */
@NullMarked
package ma.jisr.flow.signal;

import org.jspecify.annotations.NullMarked;
