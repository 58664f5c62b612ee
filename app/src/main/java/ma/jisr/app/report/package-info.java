/** What an operator asks of the field: what is reported, what is missing. */
@NullMarked
package ma.jisr.app.report;

import org.jspecify.annotations.NullMarked;
