/** Who hears notices, for those who keep groups and relays from the command line. */
@NullMarked
package ma.jisr.app.audience;

import org.jspecify.annotations.NullMarked;
