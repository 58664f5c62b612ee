/** The production loop: Vert.x event loops behind {@link ma.jisr.base.Loop}. */
@NullMarked
package ma.jisr.gateway.loop;

import org.jspecify.annotations.NullMarked;
