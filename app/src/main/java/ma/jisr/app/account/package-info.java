/**
 * Accounts as their owner makes them, and what is done in their names on the administration socket.
 */
@NullMarked
package ma.jisr.app.account;

import org.jspecify.annotations.NullMarked;
