package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Finds days and hours: "demain à 15h", "ghedda f l3chra", "m3a 3 d l3chiya", "jem3a". A day that
 * slots have no word for ("15 mai", "12/05", "après-demain") is used up without a value, so that it
 * is taken for nothing else.
 */
final class SlotReader {
  /** Words between day and hour: "ghedda m3a f l3chra". */
  private static final int MAX_BETWEEN = 2;

  private final Message message;
  private final ClockReader clocks;

  private @Nullable String day;
  private @Nullable String part;
  private @Nullable Clock clock;

  SlotReader(Message message, NumberReader numbers) {
    this.message = message;
    this.clocks = new ClockReader(message, numbers);
  }

  void read() {
    for (int i = 0; i < message.size(); i++) takeDate(i);
    for (int i = 0; i < message.size(); ) i = readAt(i);
  }

  private int readAt(int from) {
    day = null;
    part = null;
    clock = null;
    int next = value(from, false);
    int start = from;
    if (next < 0 && leads(from, "TIME")) {
      next = value(leadEnd(from), true);
      if (clock == null) next = -1;
      // "m3a 3": the hour alone
      start = leadEnd(from);
    }
    if (next < 0) {
      next = hourBeforeDay(from);
      if (next >= 0) start = leadEnd(from);
    }
    if (next < 0) return from + 1;
    next = more(next);
    String slot = slot();
    if (slot == null) message.take(start, next);
    else message.add(EntityType.SLOT, slot, start, next);
    return next;
  }

  /** "f 10 d sba7", "à 9 demain": a weak word, an hour, then a part or day. */
  private int hourBeforeDay(int from) {
    boolean led = leads(from, "NEAR");
    int at = led ? leadEnd(from) : from;
    Clock hour = message.free(at) ? clocks.led(at) : null;
    if (hour == null) return -1;
    int next = clocks.next();
    int after = skip(next);
    if (value(after, false) < 0 || clock != null) {
      day = null;
      part = null;
      clock = null;
      return -1;
    }
    day = null;
    part = null;
    clock = hour;
    return next;
  }

  private int more(int from) {
    int end = from;
    while (message.free(end)) {
      int next = value(end, false);
      for (int at = end; next < 0 && at <= end + MAX_BETWEEN && isBetween(at); at++)
        next = value(at + 1, true);
      if (next < 0) break;
      end = next;
    }
    return end;
  }

  /** Reads one day, part or hour here into its field when that is still empty; -1 for none. */
  private int value(int i, boolean led) {
    if (!message.free(i)) return -1;
    Hit named = day == null ? message.hit(Kind.DAY, i) : null;
    if (named != null) {
      day = named.value();
      return named.next();
    }
    Hit time = message.hit(Kind.PART, i);
    if (time != null) {
      if (part == null) take(time.value()); // else "sba7 bekri"
      return time.next();
    }
    if (clock != null) return -1;
    Clock read = led ? clocks.led(i) : clocks.clear(i);
    if (read == null || !read.isValid()) return -1;
    clock = read;
    return clocks.next();
  }

  private void take(String value) {
    if (value.equals("12:00")) clock = new Clock(12, 0, false);
    int blank = value.indexOf(' ');
    if (blank > 0 && day == null) day = value.substring(0, blank);
    part = value.substring(blank + 1);
  }

  private boolean isBetween(int i) {
    return leads(i, "TIME") || leads(i, "NEAR") || leads(i, "OF") || isArticle(i);
  }

  private boolean isArticle(int i) {
    if (!message.free(i)) return false;
    return switch (message.piece(i).folded()) {
      case "le", "la", "l", "the", "on", "in", "dans", "prochain", "jay", "ljay" -> true;
      default -> false;
    };
  }

  private int skip(int from) {
    int at = from;
    while (at < from + MAX_BETWEEN && isBetween(at)) at++;
    return at;
  }

  private boolean leads(int i, String cue) {
    return message.cue(i, cue);
  }

  private int leadEnd(int i) {
    Hit cue = message.exact(Kind.CUE, i);
    return cue == null ? i : cue.next();
  }

  private @Nullable String slot() {
    if ("-".equals(day) || "-".equals(part)) return null;
    String time = clock == null ? part : clock.at(part).text();
    if (day == null) return time;
    return time == null ? day : day + ' ' + time;
  }

  /** "12/05", "12/05/2026", "15 mai", "24/7": used up. */
  private void takeDate(int i) {
    if (!message.digits(i) || message.piece(i).folded().length() > 2) return;
    boolean slash = message.joint(i) == '/' && message.digits(i + 1);
    if (slash) {
      int to = i + 2;
      if (message.joint(i + 1) == '/' && message.digits(i + 2)) to++;
      message.take(i, to);
      return;
    }
    char sign = message.joint(i);
    boolean full =
        (sign == '-' || sign == '.') && message.joint(i + 1) == sign && message.digits(i + 2);
    if (full && message.piece(i + 2).folded().length() == 4) message.take(i, i + 3);
    else if (message.cue(i + 1, "MONTH")) message.take(i, i + 2);
  }
}
