/** Where a notice is meant for: named places, drawn shapes, and which places lie in them. */
@NullMarked
package ma.jisr.service.notices.area;

import org.jspecify.annotations.NullMarked;
