/** The server's side of SMPP 3.4: links, binds, PDUs in and out. */
@NullMarked
package ma.jisr.sandbox.smpp;

import org.jspecify.annotations.NullMarked;
