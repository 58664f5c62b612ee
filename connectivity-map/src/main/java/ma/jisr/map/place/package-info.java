/** The gazetteer: regions, provinces and places, and how people's spellings find them. */
@NullMarked
package ma.jisr.map.place;

import org.jspecify.annotations.NullMarked;
