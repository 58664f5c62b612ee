/** What is compared: two echoes, Kannel and Jisr, each as a process of its own. */
@NullMarked
package ma.jisr.bench.subject;

import org.jspecify.annotations.NullMarked;
