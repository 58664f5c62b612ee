package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.Bounds;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import org.jspecify.annotations.Nullable;

/**
 * What an official says in a notice: everything but what becomes of it.
 *
 * @param kind what it does
 * @param status whether it is meant
 * @param topic what it is about, as people know it
 * @param category what it is about, as CAP has it
 * @param gravity how bad, how soon, how sure
 * @param response what people are to do
 * @param template a hazard's; null for own words alone
 * @param words own ones by language; they win over the template's, and are never translated
 * @param area whom it is for; an update or a cancellation reaches those who got what it refers to,
 *     and its area is only told
 * @param from when it goes; before now: at once
 * @param until when it is no longer true: what has not gone by then is not sent
 * @param references ids of the notices that it changes or takes back, at most {@link
 *     #MOST_REFERENCES}; none of an alert
 * @param sender who says it, as people read it
 * @param origin what it is elsewhere; null for one of ours
 */
public record NoticeFacts(
    Kind kind,
    Status status,
    Topic topic,
    Category category,
    Gravity gravity,
    Response response,
    @Nullable Template template,
    Map<Language, Words> words,
    Area area,
    Instant from,
    Instant until,
    List<String> references,
    LocalText sender,
    @Nullable Origin origin) {
  /** Most notices that one refers to. */
  public static final int MOST_REFERENCES = 20;

  /** Longest name of a sender, characters: "Commune de Souk Sebt Oulad Nemma" has 32. */
  public static final int MAX_SENDER = 33;

  /** How long a notice may be true: a season. */
  public static final Duration MOST_VALID = Duration.ofDays(92);

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public NoticeFacts {
    words = Map.copyOf(words);
    references = List.copyOf(references);
    if (template == null && words.isEmpty())
      throw new IllegalArgumentException("words: neither a template nor own words");
    if (!until.isAfter(from)) throw new IllegalArgumentException("until: is not after from");
    if (until.isAfter(from.plus(MOST_VALID)))
      throw new IllegalArgumentException("until: is over " + MOST_VALID.toDays() + " days away");
    Bounds.within("references", references.size(), 0, MOST_REFERENCES);
    if (new HashSet<>(references).size() < references.size())
      throw new IllegalArgumentException("references: one of them twice");
    if ((kind == Kind.ALERT) != references.isEmpty())
      throw new IllegalArgumentException(
          kind == Kind.ALERT
              ? "references: an alert refers to none"
              : "references: an update or a cancellation refers to at least one");
    Bounds.each("sender", sender, MAX_SENDER);
  }

  /**
   * Whether it passes quiet hours, mutes and STOP: extreme by its gravity, and meant or practised.
   */
  public boolean extreme() {
    return status != Status.TEST && gravity.extreme();
  }

  /** The same under another kind, about these, for other hours. */
  NoticeFacts about(Kind next, List<String> these, Instant begins, Instant ends) {
    return new NoticeFacts(
        next, status, topic, category, gravity, response, template, words, area, begins, ends,
        these, sender, null);
  }

  /** The same taken back by who said it elsewhere, for other hours. */
  public NoticeFacts takenBack(List<String> these, Instant begins, Instant ends, Origin by) {
    return new NoticeFacts(
        Kind.CANCEL,
        status,
        topic,
        category,
        gravity,
        response,
        template,
        words,
        area,
        begins,
        ends,
        these,
        sender,
        by);
  }
}
