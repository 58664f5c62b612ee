/** The log as JSON, for whoever collects it: chosen by {@code JISR_LOG_FORMAT}. Decision 0138. */
@NullMarked
package ma.jisr.app.log;

import org.jspecify.annotations.NullMarked;
