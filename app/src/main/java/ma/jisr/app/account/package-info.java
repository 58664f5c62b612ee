/** Accounts as their owner makes them: the administration socket's word for it. */
@NullMarked
package ma.jisr.app.account;

import org.jspecify.annotations.NullMarked;
