/** Payees in and out of tables: judged row by row, brought in as batches, taken out whole. */
@NullMarked
package ma.jisr.service.wallet.payee.file;

import org.jspecify.annotations.NullMarked;
