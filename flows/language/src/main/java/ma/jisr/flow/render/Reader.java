package ma.jisr.flow.render;

import ma.jisr.base.Language;

/**
 * For whom a text is rendered.
 *
 * @param language that the person reads
 * @param latinOnly whether the phone has not proved another script
 */
public record Reader(Language language, boolean latinOnly) {}
