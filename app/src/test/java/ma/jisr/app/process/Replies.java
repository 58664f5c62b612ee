package ma.jisr.app.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.sandbox.smpp.Submit;

/** What the SMSC was given for its people, held against what they are owed. */
final class Replies {
  /** The hotspot's code, as every answer about one has it. */
  private static final Pattern CODE = Pattern.compile("\\((\\d{4})\\)");

  /** Within which the marks of what was taken are written (docs/operations.md, "Being killed"). */
  private static final long MARKED_MILLIS = 20;

  private final Set<String> possible = new HashSet<>();
  private final Set<String> owed = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> missing = new HashSet<>();
  private final Map<String, Integer> lives = new HashMap<>();
  private final List<Life> past = new ArrayList<>();
  private Life life = new Life();
  private int ids;
  private int strange;

  /** What one process sent: the instant of each segment, and how many were sent again later. */
  private static final class Life {
    private final List<Long> instants = new ArrayList<>();
    private int repeated;

    long unmarked() {
      if (instants.isEmpty()) return 0;
      long from = instants.getLast() - MARKED_MILLIS;
      return instants.stream().filter(at -> at >= from).count();
    }
  }

  /** Somebody has asked for the hotspot: it may be told from now on. */
  void possible(String person, String code) {
    possible.add(person + code);
  }

  /** Who asked for it was acknowledged, so that it must be told. */
  void sure(String person, String code) {
    if (owed.add(person + code) && !told.contains(person + code)) missing.add(person + code);
  }

  /** A segment was submitted; its message id. */
  String add(Submit submit, String text, long now) {
    life.instants.add(now);
    Matcher code = CODE.matcher(text);
    if (code.find()) {
      String key = submit.to() + code.group(1);
      if (!possible.contains(key)) strange++;
      told.add(key);
      missing.remove(key);
    } else if (submit.esmClass() == 0 && submit.sar().total() == 1) {
      strange++;
    }
    // No two replies to one person are alike, nor are two parts of any.
    String segment = submit.to() + submit.sar() + submit.octets();
    Integer before = lives.putIfAbsent(segment, past.size());
    if (before != null) (before == past.size() ? life : past.get(before)).repeated++;
    return "%08X".formatted(++ids);
  }

  void nextLife() {
    past.add(life);
    life = new Life();
  }

  int missing() {
    return missing.size();
  }

  int owed() {
    return owed.size();
  }

  /** Segments that nobody had asked for. */
  int strange() {
    return strange;
  }

  /** Segments of the living process that came twice without any kill between. */
  int repeatedWithoutKill() {
    return life.repeated;
  }

  /** For each kill: what was sent again of what had been taken before it. */
  List<Integer> repeated() {
    return past.stream().map(one -> one.repeated).toList();
  }

  /** For each kill: the most that may be, the window and what was sent in the last 20 ms. */
  List<Long> gaps(int window) {
    return past.stream().map(one -> window + one.unmarked()).toList();
  }

  /** Segments taken in this life so far. */
  int taken() {
    return life.instants.size();
  }

  @Override
  public String toString() {
    return owed.size() + " replies owed, " + missing.size() + " missing, " + strange + " strange";
  }
}
