/** CSV files read with errors that name the row. */
@NullMarked
package ma.jisr.map.table;

import org.jspecify.annotations.NullMarked;
