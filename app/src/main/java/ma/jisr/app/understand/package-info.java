/** What understanding needs of the services: places looked up in the gazetteer. */
@NullMarked
package ma.jisr.app.understand;

import org.jspecify.annotations.NullMarked;
