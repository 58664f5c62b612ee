/** Names found by how they sound, whatever their spelling and script. */
@NullMarked
package ma.jisr.service.sound;

import org.jspecify.annotations.NullMarked;
