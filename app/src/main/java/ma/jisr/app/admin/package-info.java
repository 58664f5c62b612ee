/** The local socket by which commands reach the running process. */
@NullMarked
package ma.jisr.app.admin;

import org.jspecify.annotations.NullMarked;
