/** Shops and offices: what is kept of them, how they are found, changed and brought in by files. */
@NullMarked
package ma.jisr.service.shops;

import org.jspecify.annotations.NullMarked;
