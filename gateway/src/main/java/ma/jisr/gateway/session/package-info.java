/**
 * One person's turn at a time: what arrives is stepped, made durable, acknowledged, and then acted
 * on.
 */
@NullMarked
package ma.jisr.gateway.session;

import org.jspecify.annotations.NullMarked;
