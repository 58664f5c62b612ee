/** A parsed flow: steps and messages. */
@NullMarked
package ma.jisr.flow.model;

import org.jspecify.annotations.NullMarked;
