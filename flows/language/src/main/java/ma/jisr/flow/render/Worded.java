package ma.jisr.flow.render;

import java.util.List;

/**
 * A screen in words, before it is laid out: one way of saying it among several.
 *
 * @param body the texts of the turn, joined by a line break
 * @param labels of its options, in order
 * @param tail what stands behind the options; may be empty
 */
record Worded(String body, List<Label> labels, String tail) {}
