/** Texts made to fit small screens. */
@NullMarked
package ma.jisr.flow.render;

import org.jspecify.annotations.NullMarked;
