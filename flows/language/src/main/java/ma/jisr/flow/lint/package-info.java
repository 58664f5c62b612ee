/** What is wrong with a flow before anybody meets it. */
@NullMarked
package ma.jisr.flow.lint;

import org.jspecify.annotations.NullMarked;
