/** What the owner of the data asks of shops. */
@NullMarked
package ma.jisr.app.shop;

import org.jspecify.annotations.NullMarked;
