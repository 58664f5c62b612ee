/** What a step can hold. */
@NullMarked
package ma.jisr.flow.value;

import org.jspecify.annotations.NullMarked;
