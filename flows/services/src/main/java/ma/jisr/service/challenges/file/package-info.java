/** Challenges in and out of files: judged row by row, brought in as batches, taken out whole. */
@NullMarked
package ma.jisr.service.challenges.file;

import org.jspecify.annotations.NullMarked;
