/** Where somebody is: by coordinates, or by the cell that their phone is in. */
@NullMarked
package ma.jisr.map.position;

import org.jspecify.annotations.NullMarked;
