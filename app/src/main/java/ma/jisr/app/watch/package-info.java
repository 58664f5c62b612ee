/** What goes on for a while, followed from the command line. */
@NullMarked
package ma.jisr.app.watch;

import org.jspecify.annotations.NullMarked;
