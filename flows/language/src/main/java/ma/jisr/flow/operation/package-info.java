/** What a flow may call, and the ports by which services speak first. */
@NullMarked
package ma.jisr.flow.operation;

import org.jspecify.annotations.NullMarked;
