package ma.jisr.service.audience;

import java.util.List;
import java.util.Set;

/**
 * What somebody hears about.
 *
 * @param places ids, in the order in which they were chosen
 * @param groups ids of the groups that they are in
 * @param muted ids of {@link Topic}s that they do not want
 * @param stopped whether they have said STOP
 */
public record Followed(
    List<String> places, List<String> groups, Set<String> muted, boolean stopped) {
  /** Of somebody who hears nothing. */
  public static final Followed NOTHING = new Followed(List.of(), List.of(), Set.of(), false);

  public Followed {
    places = List.copyOf(places);
    groups = List.copyOf(groups);
    muted = Set.copyOf(muted);
  }
}
