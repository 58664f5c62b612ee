/** What every HTTP listener needs, whatever it serves: places, time, encryption, proxies. */
@NullMarked
package ma.jisr.gateway.web;

import org.jspecify.annotations.NullMarked;
