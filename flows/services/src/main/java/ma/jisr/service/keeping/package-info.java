/** What services do of their own accord, again and again. */
@NullMarked
package ma.jisr.service.keeping;

import org.jspecify.annotations.NullMarked;
