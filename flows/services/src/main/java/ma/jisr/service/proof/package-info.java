/** That whoever writes an SMS has the phone that it seems to come from. */
@NullMarked
package ma.jisr.service.proof;

import org.jspecify.annotations.NullMarked;
