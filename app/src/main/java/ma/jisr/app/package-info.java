/** Main, command line, settings and wiring: the only room that sees all others. */
@NullMarked
package ma.jisr.app;

import org.jspecify.annotations.NullMarked;
