/** The services that Jisr offers, one package each, and the list of them. */
@NullMarked
package ma.jisr.service;

import org.jspecify.annotations.NullMarked;
