/** Official notices as programs and commands write and read them. */
@NullMarked
package ma.jisr.app.notice;

import org.jspecify.annotations.NullMarked;
