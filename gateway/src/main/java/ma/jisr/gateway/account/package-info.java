/** Accounts of those who work with Jisr: roles, tokens, and the trail of what they did. */
@NullMarked
package ma.jisr.gateway.account;

import org.jspecify.annotations.NullMarked;
