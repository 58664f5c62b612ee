/** Documents kept durably: one small port, two engines, judged by one contract suite. */
@NullMarked
package ma.jisr.store;

import org.jspecify.annotations.NullMarked;
