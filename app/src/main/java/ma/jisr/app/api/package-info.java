/** The connectivity map by HTTP: what the API's operations ask of the rooms below. */
@NullMarked
package ma.jisr.app.api;

import org.jspecify.annotations.NullMarked;
