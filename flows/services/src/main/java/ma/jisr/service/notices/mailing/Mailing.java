package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ma.jisr.base.Language;

/**
 * What is sent to whom. Never changes once begun.
 *
 * @param id unique for ever: at most {@link #LONGEST_ID} capitals, digits and lower-case letters
 * @param aim to whom
 * @param topic that people can mute; "" when it has none
 * @param grade how far it goes
 * @param feature whose ceiling of segments a day it counts for ({@code limits.feature-day})
 * @param from when the first may go
 * @param until when none goes any more: the rest is dropped, not sent late
 * @param texts final SMS texts, opt-out included; at least one
 * @param own the language of the one for who reads none of the others
 * @param quiet the hours in which an ordinary one waits
 */
public record Mailing(
    String id,
    Aim aim,
    String topic,
    Grade grade,
    String feature,
    Instant from,
    Instant until,
    Map<Language, String> texts,
    Language own,
    Optional<Quiet> quiet) {
  /** With chunk and place it makes the id of a parcel. */
  public static final int LONGEST_ID = 32;

  public Mailing {
    if (!named(id)) throw new IllegalArgumentException("no id of a mailing");
    if (!texts.containsKey(own)) throw new IllegalArgumentException("no text in its own language");
    if (!from.isBefore(until)) throw new IllegalArgumentException("it ends before it begins");
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  private static boolean named(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID) return false;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!plain) return false;
    }
    return true;
  }

  boolean extreme() {
    return grade == Grade.EXTREME;
  }

  @Override
  public String toString() {
    return "Mailing[" + id + "]";
  }
}
