/** The state of one person's conversations. */
@NullMarked
package ma.jisr.flow.person;

import org.jspecify.annotations.NullMarked;
