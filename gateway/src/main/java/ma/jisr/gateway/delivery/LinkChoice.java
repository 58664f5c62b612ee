package ma.jisr.gateway.delivery;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * By which link a message goes: the one that the person last used, as long as it carries messages
 * and is up; else, of those that are, the one whose prefix says most about the number (a hint:
 * numbers are portable), then the cheapest, then the first in the settings. What may have been
 * taken already stays with its SMSC: another one cannot know that it has. Decision 0123.
 *
 * @param candidates the links that carry messages, in the order of the settings
 */
public record LinkChoice(List<Candidate> candidates) {
  /** Of settings with no links: everything stays where it is. */
  public static final LinkChoice NONE = new LinkChoice(List.of());

  public LinkChoice {
    candidates = List.copyOf(candidates);
  }

  /**
   * A link that messages may go by.
   *
   * @param link its id
   * @param group the SMSC group that it leads to
   * @param prefixes of E.164 digits, such as {@code 21261}
   * @param cost of a segment, centimes
   */
  public record Candidate(String link, String group, List<String> prefixes, long cost) {
    public Candidate {
      prefixes = List.copyOf(prefixes);
    }

    boolean in(@Nullable String other) {
      return group.equals(other);
    }

    /** Digits of the longest prefix that fits; 0 when none does. */
    int fits(String number) {
      int longest = 0;
      for (String prefix : prefixes)
        if (number.startsWith(prefix)) longest = Math.max(longest, prefix.length());
      return longest;
    }
  }

  /**
   * The link to try next.
   *
   * @param last the link that the person last used, or that was tried last
   * @param bound whether it may have been taken, in whole or in part
   * @param number E.164 digits of the receiver
   * @param up whether a link can send now
   */
  public String choose(String last, boolean bound, String number, Predicate<String> up) {
    String group = group(last);
    boolean carries = group != null;
    if (candidates.isEmpty() || (carries && up.test(last)) || (bound && !carries)) return last;
    Candidate best = best(number, one -> up.test(one.link()) && (!bound || one.in(group)));
    if (best != null) return best.link();
    // What no link of its own carries waits for the one that would be best.
    Candidate later = carries ? null : best(number, one -> true);
    return later == null ? last : later.link();
  }

  private @Nullable Candidate best(String number, Predicate<Candidate> may) {
    Candidate best = null;
    for (Candidate candidate : candidates)
      if (may.test(candidate) && (best == null || better(candidate, best, number)))
        best = candidate;
    return best;
  }

  private static boolean better(Candidate one, Candidate other, String number) {
    int more = one.fits(number) - other.fits(number);
    return more > 0 || (more == 0 && one.cost() < other.cost());
  }

  private @Nullable String group(String link) {
    for (Candidate candidate : candidates)
      if (candidate.link().equals(link)) return candidate.group();
    return null;
  }
}
