package ma.jisr.nlp.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ma.jisr.nlp.model.FeatureSet;
import ma.jisr.nlp.model.LinearModel;
import ma.jisr.nlp.model.View;

/**
 * How a maximum-entropy model is fitted: by stochastic gradient with a rate of its own for each
 * feature (AdaGrad, Duchi et al. 2011). At each step some kinds of features are left out, as if the
 * message had none of them: a model that may rely on words alone does, and fails on those of others
 * (weight undertraining: Sutton, Sindelar and McCallum 2006). Deterministic: the order of messages,
 * and what is left out, come from a hash.
 *
 * @param view what the model looks at
 * @param l2 cost of large weights, on the sum of squares
 * @param cutoff features of fewer messages are left out
 */
record Fit(View view, double l2, int cutoff) {
  /** More gain nothing in validation. */
  private static final int EPOCHS = 12;

  /** Of the many that one message alone has, most weigh nothing; 36 bytes each. */
  private static final int MOST_FEATURES = 200_000;

  private static final double RATE = 0.15;

  /** The share of steps in which a kind is left out; chosen by validation (decision 0215). */
  private static final double LEFT_OUT = 0.2;

  /** What the others count instead, so that a message weighs the same. */
  private static final float MADE_UP = (float) (1 / (1 - LEFT_OUT));

  /** Kinds are told by bits of an int; there are fewer. */
  private static final int MOST_KINDS = 16;

  /** Below this a feature's own rate would explode at its first message. */
  private static final float LEAST_SQUARES = 1e-3f;

  /** At most so much of a weight is taken back at once. */
  private static final float MOST_DECAY = 0.5f;

  LinearModel model(List<FeatureSet> sets, int[] wanted, int outcomes) {
    Samples samples = new Samples(view, sets, wanted, cutoff);
    Descent descent = new Descent(samples, outcomes, l2);
    for (int epoch = 0; epoch < EPOCHS; epoch++)
      for (int sample : order(samples.size(), epoch)) descent.step(sample, epoch);
    return strongest(samples, descent.weights, outcomes);
  }

  /** The model of those features that weigh most where they occur. */
  private LinearModel strongest(Samples samples, float[] weights, int outcomes) {
    float[] values = new float[samples.features()];
    for (int i = 0; i < samples.size(); i++) {
      int[] rows = samples.rows(i);
      for (int f = 0; f < rows.length; f++)
        values[rows[f]] = Math.max(values[rows[f]], samples.values(i)[f]);
    }
    float[] strengths = new float[samples.features()];
    for (int row = 0; row < strengths.length; row++)
      for (int o = 0; o < outcomes; o++)
        strengths[row] =
            Math.max(strengths[row], values[row] * Math.abs(weights[row * outcomes + o]));
    int[] kept =
        IntStream.range(0, strengths.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -strengths[row]))
            .limit(MOST_FEATURES)
            .sorted()
            .mapToInt(Integer::intValue)
            .toArray();
    long[] keys = new long[kept.length];
    float[] keptWeights = new float[kept.length * outcomes];
    for (int i = 0; i < kept.length; i++) {
      keys[i] = samples.key(kept[i]);
      System.arraycopy(weights, kept[i] * outcomes, keptWeights, i * outcomes, outcomes);
    }
    return LinearModel.of(view, outcomes, keys, keptWeights);
  }

  /** Large steps first, small ones to settle. */
  private static float rate(int epoch) {
    double share = (double) epoch / EPOCHS;
    if (share < 0.6) return (float) RATE;
    return (float) (share < 0.85 ? RATE * 0.4 : RATE * 0.15);
  }

  private static int[] order(int size, int epoch) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingLong(i -> scrambled(i, epoch)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long scrambled(int sample, int epoch) {
    return mixed((sample * 0x9e3779b97f4a7c15L) ^ ((epoch + 1) * 0xbf58476d1ce4e5b9L));
  }

  /** The kinds that a step leaves out, as bits. */
  private static int leftOut(int sample, int epoch) {
    long seed = scrambled(sample, EPOCHS + epoch);
    int kinds = 0;
    for (int kind = 1; kind < MOST_KINDS; kind++)
      if ((mixed(seed + kind) >>> 40) < LEFT_OUT * (1 << 24)) kinds |= 1 << kind;
    return kinds;
  }

  private static long mixed(long seed) {
    long z = seed;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The weights on their way down. */
  private static final class Descent {
    private final Samples samples;
    private final int outcomes;
    private final float[] weights;
    private final float[] squares;
    private final float[] decay;
    private final float[] scores;

    /** The values of a step; 0 for what is left out of it. */
    private float[] counted = {};

    Descent(Samples samples, int outcomes, double l2) {
      this.samples = samples;
      this.outcomes = outcomes;
      weights = new float[samples.features() * outcomes];
      squares = new float[samples.features()];
      Arrays.fill(squares, LEAST_SQUARES);
      decay = new float[samples.features()];
      // A feature pays its cost in parts, at each of its messages.
      for (int i = 0; i < samples.size(); i++) for (int row : samples.rows(i)) decay[row]++;
      for (int row = 0; row < decay.length; row++) decay[row] = (float) (2 * l2 / decay[row]);
      scores = new float[outcomes];
    }

    void step(int sample, int epoch) {
      int[] rows = samples.rows(sample);
      float[] values = counted(sample, leftOut(sample, epoch));
      float rate = rate(epoch);
      float error = errors(rows, values, samples.outcome(sample));
      for (int f = 0; f < rows.length; f++) {
        float value = values[f];
        if (value == 0) continue;
        int row = rows[f];
        squares[row] += value * value * error;
        float step = rate / (float) Math.sqrt(squares[row]);
        float kept = 1 - Math.min(MOST_DECAY, step * decay[row]);
        int from = row * outcomes;
        float by = step * value;
        for (int o = 0; o < outcomes; o++)
          weights[from + o] = kept * weights[from + o] - by * scores[o];
      }
    }

    private float[] counted(int sample, int leftOut) {
      float[] values = samples.values(sample);
      byte[] kinds = samples.kinds(sample);
      if (counted.length < values.length) counted = new float[values.length];
      for (int f = 0; f < values.length; f++) {
        boolean out = (leftOut >> kinds[f] & 1) != 0;
        counted[f] = out ? 0 : kinds[f] == 0 ? values[f] : MADE_UP * values[f];
      }
      return counted;
    }

    /** Leaves in scores each outcome's probability less what it should be; the sum of squares. */
    private float errors(int[] rows, float[] values, int wanted) {
      Arrays.fill(scores, 0);
      for (int f = 0; f < rows.length; f++) {
        float value = values[f];
        if (value == 0) continue;
        int from = rows[f] * outcomes;
        for (int o = 0; o < outcomes; o++) scores[o] += value * weights[from + o];
      }
      float most = Float.NEGATIVE_INFINITY;
      for (float score : scores) most = Math.max(most, score);
      float sum = 0;
      for (int o = 0; o < outcomes; o++) {
        scores[o] = (float) StrictMath.exp(scores[o] - most);
        sum += scores[o];
      }
      float squared = 0;
      for (int o = 0; o < outcomes; o++) {
        scores[o] = scores[o] / sum - (o == wanted ? 1 : 0);
        squared += scores[o] * scores[o];
      }
      return squared;
    }
  }
}
