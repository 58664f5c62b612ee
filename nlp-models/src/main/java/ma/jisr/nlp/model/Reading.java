package ma.jisr.nlp.model;

/**
 * A message as Jisr understands it.
 *
 * @param verdict what to do
 * @param ranking what the verdict comes from
 */
public record Reading(Verdict verdict, Ranking ranking) {}
