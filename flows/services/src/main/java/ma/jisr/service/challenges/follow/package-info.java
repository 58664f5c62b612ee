/** Who follows a theme or a place, and what is told when a challenge appears, changes or ends. */
@NullMarked
package ma.jisr.service.challenges.follow;

import org.jspecify.annotations.NullMarked;
