/** Challenges that wait for somebody to take them up: read, searched, offered for, followed. */
@NullMarked
package ma.jisr.service.challenges;

import org.jspecify.annotations.NullMarked;
