/**
 * The configuration file: read, checked whole at start, every mistake named with its line and mend.
 */
@NullMarked
package ma.jisr.app.settings;

import org.jspecify.annotations.NullMarked;
