/** Counting: what happened and how often, never to whom. */
@NullMarked
package ma.jisr.gateway.metrics;

import org.jspecify.annotations.NullMarked;
