/** The words of the command line, one class each. */
@NullMarked
package ma.jisr.app.command;

import org.jspecify.annotations.NullMarked;
