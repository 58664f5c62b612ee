/** Shops in and out of tables: judged row by row, brought in as batches, taken out whole. */
@NullMarked
package ma.jisr.service.shops.file;

import org.jspecify.annotations.NullMarked;
