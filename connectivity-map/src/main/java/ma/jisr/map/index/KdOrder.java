package ma.jisr.map.index;

/** The order in which points lie in a {@link KdTree}: built once, by selection of medians. */
final class KdOrder {
  private static final int AXES = 3;

  private final double[] vectors;
  private final int[] order;
  private final byte[] axes;

  KdOrder(double[] vectors) {
    this.vectors = vectors;
    this.order = new int[vectors.length / AXES];
    this.axes = new byte[order.length];
    for (int i = 0; i < order.length; i++) order[i] = i;
    split(0, order.length);
  }

  /** Which of the given points lies at each place of the tree. */
  int[] order() {
    return order;
  }

  /** The axis that each node splits. */
  byte[] axes() {
    return axes;
  }

  /** The vectors in the order of the tree. */
  double[] ordered() {
    double[] out = new double[vectors.length];
    for (int i = 0; i < order.length; i++)
      System.arraycopy(vectors, order[i] * AXES, out, i * AXES, AXES);
    return out;
  }

  private void split(int low, int high) {
    if (high - low < 1) return;
    int middle = (low + high) >>> 1;
    byte axis = widest(low, high);
    select(low, high - 1, middle, axis);
    axes[middle] = axis;
    split(low, middle);
    split(middle + 1, high);
  }

  private byte widest(int low, int high) {
    byte widest = 0;
    double widestSpread = -1;
    for (byte axis = 0; axis < AXES; axis++) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int i = low; i < high; i++) {
        double v = value(i, axis);
        min = Math.min(min, v);
        max = Math.max(max, v);
      }
      if (max - min > widestSpread) {
        widestSpread = max - min;
        widest = axis;
      }
    }
    return widest;
  }

  /** Hoare's selection: afterwards nothing before {@code k} is greater, nothing behind it less. */
  private void select(int from, int to, int k, byte axis) {
    int low = from;
    int high = to;
    while (low < high) {
      double pivot = value((low + high) >>> 1, axis);
      int i = low;
      int j = high;
      while (i <= j) {
        while (value(i, axis) < pivot) i++;
        while (value(j, axis) > pivot) j--;
        if (i <= j) swap(i++, j--);
      }
      if (k <= j) high = j;
      else if (k >= i) low = i;
      else return;
    }
  }

  private double value(int i, byte axis) {
    return vectors[order[i] * AXES + axis];
  }

  private void swap(int a, int b) {
    int held = order[a];
    order[a] = order[b];
    order[b] = held;
  }
}
