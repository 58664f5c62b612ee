/**
 * The message log: what went by which link, when, in how many segments, at what cost and what
 * became of it; never a text and never a number. A turn's row rides in its person's document and is
 * copied in blocks into a day's part of {@code messages}; what becomes of a message later is
 * appended.
 */
@NullMarked
package ma.jisr.gateway.log;

import org.jspecify.annotations.NullMarked;
