/** What whoever runs Jisr may ask of the erasing of people. */
@NullMarked
package ma.jisr.app.erasure;

import org.jspecify.annotations.NullMarked;
