package ma.jisr.nlp.model;

/**
 * A maximum-entropy model: for each feature a weight for each outcome. Weights are bytes with a
 * scale for each feature, so that all of a feature lie in one or two cache lines. Immutable; safe
 * for use by several threads without locks.
 */
public final class LinearModel {
  private final View view;
  private final int outcomes;
  private final long[] keys;
  private final float[] scales;
  private final byte[] weights;
  private final LongIndex index;

  LinearModel(View view, int outcomes, long[] keys, float[] scales, byte[] weights) {
    this.view = view;
    this.outcomes = outcomes;
    this.keys = keys;
    this.scales = scales;
    this.weights = weights;
    this.index = new LongIndex(keys);
  }

  /**
   * Rounds trained weights.
   *
   * @param weights of the feature at i for outcome o at {@code i * outcomes + o}
   */
  public static LinearModel of(View view, int outcomes, long[] keys, float[] weights) {
    float[] scales = new float[keys.length];
    byte[] rounded = new byte[weights.length];
    for (int row = 0; row < keys.length; row++) {
      float most = 0;
      for (int o = 0; o < outcomes; o++)
        most = Math.max(most, Math.abs(weights[row * outcomes + o]));
      scales[row] = most / Byte.MAX_VALUE;
      if (scales[row] == 0) continue;
      for (int o = 0; o < outcomes; o++)
        rounded[row * outcomes + o] = (byte) Math.round(weights[row * outcomes + o] / scales[row]);
    }
    return new LinearModel(view, outcomes, keys.clone(), scales, rounded);
  }

  int outcomes() {
    return outcomes;
  }

  int features() {
    return keys.length;
  }

  long key(int row) {
    return keys[row];
  }

  float scale(int row) {
    return scales[row];
  }

  byte[] weights() {
    return weights;
  }

  /** The probability of each outcome. Features that training has not seen count nothing. */
  public float[] probabilities(FeatureSet set) {
    float[] scores = new float[outcomes];
    for (int group = 0; group < set.groupCount(); group++) {
      if (!view.sees(set.group(group))) continue;
      float value = set.value(group);
      for (int i = set.from(group); i < set.to(group); i++) {
        int row = index.of(set.key(i));
        if (row < 0) continue;
        float scale = value * scales[row];
        int from = row * outcomes;
        for (int o = 0; o < outcomes; o++) scores[o] += scale * weights[from + o];
      }
    }
    return normalized(scores);
  }

  private static float[] normalized(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) most = Math.max(most, score);
    double sum = 0;
    for (int o = 0; o < scores.length; o++) {
      scores[o] = (float) Math.exp(scores[o] - most);
      sum += scores[o];
    }
    for (int o = 0; o < scores.length; o++) scores[o] /= (float) sum;
    return scores;
  }
}
