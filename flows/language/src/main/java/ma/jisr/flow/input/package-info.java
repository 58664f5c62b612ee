/** What people type, read as the type of value that a question expects. */
@NullMarked
package ma.jisr.flow.input;

import org.jspecify.annotations.NullMarked;
