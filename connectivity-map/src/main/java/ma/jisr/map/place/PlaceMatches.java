package ma.jisr.map.place;

import java.util.List;

/**
 * What a text may mean.
 *
 * @param matches best first; empty when nothing sounds alike
 * @param sure whether the first is meant beyond doubt and need not be asked back
 */
public record PlaceMatches(List<PlaceMatch> matches, boolean sure) {
  public static final PlaceMatches NONE = new PlaceMatches(List.of(), false);

  public PlaceMatches {
    matches = List.copyOf(matches);
  }
}
