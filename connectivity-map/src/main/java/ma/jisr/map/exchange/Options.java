package ma.jisr.map.exchange;

/**
 * How a file is to be taken.
 *
 * @param anywhere whether what lies outside the country is taken too: for trying out a file
 * @param duplicates whether rows are taken that seem to be on the map already
 */
public record Options(boolean anywhere, boolean duplicates) {
  public static final Options USUAL = new Options(false, false);
}
