/** What people tell us of themselves: their language first. */
@NullMarked
package ma.jisr.service.account;

import org.jspecify.annotations.NullMarked;
