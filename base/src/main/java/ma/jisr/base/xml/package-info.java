/** XML from anybody: the one place where its parsers are made. */
@NullMarked
package ma.jisr.base.xml;

import org.jspecify.annotations.NullMarked;
