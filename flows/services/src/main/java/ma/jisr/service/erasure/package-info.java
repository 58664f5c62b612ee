/**
 * How somebody is erased: a machine of small steps, each of which may be done again, from the wish
 * to the stone that is taken away at last; and the log by which a restored store is erased again.
 */
@NullMarked
package ma.jisr.service.erasure;

import org.jspecify.annotations.NullMarked;
