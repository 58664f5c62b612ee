/** Who hears official notices: subscribers, groups, relays, and how people become one. */
@NullMarked
package ma.jisr.service.audience;

import org.jspecify.annotations.NullMarked;
