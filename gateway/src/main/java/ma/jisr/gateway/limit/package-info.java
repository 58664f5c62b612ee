/** Bounds of cost and abuse: whom texts may go to, how many, and how many new people may come. */
@NullMarked
package ma.jisr.gateway.limit;

import org.jspecify.annotations.NullMarked;
