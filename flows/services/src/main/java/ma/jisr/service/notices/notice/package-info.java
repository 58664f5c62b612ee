/** Official notices: what they say, to whom, who may send them, and what has become of each. */
@NullMarked
package ma.jisr.service.notices.notice;

import org.jspecify.annotations.NullMarked;
