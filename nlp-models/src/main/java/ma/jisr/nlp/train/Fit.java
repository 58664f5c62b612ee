package ma.jisr.nlp.train;

import java.util.List;
import ma.jisr.nlp.model.FeatureSet;
import ma.jisr.nlp.model.LinearModel;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * How a model is fitted: by OpenNLP's quasi-Newton minimiser.
 *
 * @param l2 cost of large weights
 * @param cutoff features of fewer messages are left out
 * @param iterations at most so many steps of the minimiser
 */
record Fit(double l2, int cutoff, int iterations) {
  /** Pairs of steps that the minimiser remembers; more want memory and gain nothing here. */
  private static final int MEMORY = 7;

  private static final int MOST_EVALUATIONS = 1_000;

  LinearModel model(List<FeatureSet> sets, int[] wanted, int outcomes) {
    Samples samples = new Samples(sets, wanted, cutoff);
    double[] weights =
        new QNMinimizer(0, l2, iterations, MEMORY, MOST_EVALUATIONS)
            .minimize(new Objective(samples, outcomes));
    return LinearModel.of(outcomes, samples.keys(), weights);
  }
}
