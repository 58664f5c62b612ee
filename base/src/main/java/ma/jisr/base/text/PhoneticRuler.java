package ma.jisr.base.text;

/**
 * Measures how far one {@link PhoneticKey} is from many others, by the weights of {@link
 * PhoneticDistance}. Keeps its rows between two measurements: for one thread.
 */
public final class PhoneticRuler {
  private final String key;
  private double[] above = new double[PhoneticKey.MAX_LENGTH + 1];
  private double[] row = new double[PhoneticKey.MAX_LENGTH + 1];

  /** What each letter of the other key costs that this one lacks. */
  private double[] gone = new double[PhoneticKey.MAX_LENGTH + 1];

  /** Which letter of the costs each letter of the other key is. */
  private int[] places = new int[PhoneticKey.MAX_LENGTH + 1];

  /** What each letter of this key costs that the other one lacks. */
  private final double[] lacked;

  /** Where the costs of each letter of this key begin. */
  private final int[] rows;

  public PhoneticRuler(String key) {
    this.key = key;
    lacked = new double[key.length()];
    rows = new int[key.length()];
    for (int i = 0; i < lacked.length; i++) {
      lacked[i] = PhoneticDistance.gone(key, i);
      rows[i] = PhoneticDistance.row(key.charAt(i));
    }
  }

  /**
   * The distance to another key, or {@link PhoneticDistance#FAR} as soon as it must exceed the
   * bound. Time grows with the product of the lengths.
   *
   * @param bound the greatest distance of interest
   */
  public double to(String other, double bound) {
    int columns = other.length();
    if (columns >= row.length) {
      above = new double[columns + 1];
      row = new double[columns + 1];
      gone = new double[columns + 1];
      places = new int[columns + 1];
    }
    double[] costs = PhoneticDistance.instead();
    above[0] = 0;
    for (int j = 1; j <= columns; j++) {
      gone[j] = PhoneticDistance.gone(other, j - 1);
      places[j] = PhoneticDistance.place(other.charAt(j - 1));
      above[j] = above[j - 1] + gone[j];
    }
    for (int i = 1; i <= key.length(); i++) {
      int costsOfIt = rows[i - 1];
      double deletion = lacked[i - 1];
      row[0] = above[0] + deletion;
      double least = row[0];
      for (int j = 1; j <= columns; j++) {
        double swap = above[j - 1] + costs[costsOfIt + places[j]];
        double shorter = Math.min(above[j] + deletion, row[j - 1] + gone[j]);
        row[j] = Math.min(swap, shorter);
        least = Math.min(least, row[j]);
      }
      if (least > bound) return PhoneticDistance.FAR;
      double[] spare = above;
      above = row;
      row = spare;
    }
    double distance = above[columns];
    return distance > bound ? PhoneticDistance.FAR : distance;
  }
}
