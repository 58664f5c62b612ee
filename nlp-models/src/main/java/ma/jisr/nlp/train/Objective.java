package ma.jisr.nlp.train;

import java.util.Arrays;
import opennlp.tools.ml.maxent.quasinewton.Function;

/**
 * The negative log-likelihood of a maximum-entropy model, as OpenNLP's quasi-Newton minimiser wants
 * it. Unlike the library's own, it takes weighted features, keeps the parameters of a feature side
 * by side and computes value and gradient in one pass.
 */
final class Objective implements Function {
  private final Samples samples;
  private final int outcomes;
  private final double[] gradient;
  private double[] at = {};
  private double value;

  Objective(Samples samples, int outcomes) {
    this.samples = samples;
    this.outcomes = outcomes;
    this.gradient = new double[samples.features() * outcomes];
  }

  @Override
  public int getDimension() {
    return gradient.length;
  }

  @Override
  public double valueAt(double[] x) {
    compute(x);
    return value;
  }

  /** The gradient; overwritten by the next call. */
  @Override
  public double[] gradientAt(double[] x) {
    compute(x);
    return gradient;
  }

  private void compute(double[] x) {
    if (Arrays.equals(at, x)) return;
    Arrays.fill(gradient, 0);
    value = 0;
    double[] scores = new double[outcomes];
    for (int i = 0; i < samples.size(); i++) value += add(i, x, scores);
    at = x.clone();
  }

  private double add(int sample, double[] x, double[] scores) {
    int[] rows = samples.rows(sample);
    float[] values = samples.values(sample);
    int wanted = samples.outcome(sample);
    Arrays.fill(scores, 0);
    for (int f = 0; f < rows.length; f++) {
      int row = rows[f] * outcomes;
      for (int o = 0; o < outcomes; o++) scores[o] += values[f] * x[row + o];
    }
    double most = Double.NEGATIVE_INFINITY;
    for (int o = 0; o < outcomes; o++) most = Math.max(most, scores[o]);
    double sum = 0;
    for (int o = 0; o < outcomes; o++) sum += StrictMath.exp(scores[o] - most);
    double logSum = most + StrictMath.log(sum);
    double loss = logSum - scores[wanted];
    for (int o = 0; o < outcomes; o++)
      scores[o] = StrictMath.exp(scores[o] - logSum) - (o == wanted ? 1 : 0);
    for (int f = 0; f < rows.length; f++) {
      int row = rows[f] * outcomes;
      for (int o = 0; o < outcomes; o++) gradient[row + o] += values[f] * scores[o];
    }
    return loss;
  }
}
