/**
 * Official notices on the phone: what is true now at a place, whether a notice is true, and the
 * desk of an official who has nothing but a basic phone.
 */
@NullMarked
package ma.jisr.service.notices;

import org.jspecify.annotations.NullMarked;
