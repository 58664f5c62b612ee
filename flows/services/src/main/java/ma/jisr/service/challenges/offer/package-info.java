/**
 * Offers to take up a challenge: made, answered, asked about, and those who agreed put in touch.
 */
@NullMarked
package ma.jisr.service.challenges.offer;

import org.jspecify.annotations.NullMarked;
