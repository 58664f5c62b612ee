package ma.jisr.sandbox.centre;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.jisr.sandbox.alphabet.Alphabet;

/** The parts of concatenated messages that a phone has got so far, whatever their order. */
final class Reassembly {
  /** The most incomplete messages that a phone keeps; the oldest is forgotten. */
  static final int INCOMPLETE = 32;

  private record Key(String from, int reference, int total) {}

  private final Map<Key, TreeMap<Integer, Segment>> incomplete = new LinkedHashMap<>();

  /** A message that is whole. */
  record Whole(String from, String text, int segments, Alphabet alphabet) {}

  /** Takes a part; the message, when this was the last that was missing. */
  Optional<Whole> add(Segment segment) {
    if (segment.total() == 1) {
      return Optional.of(
          new Whole(segment.from(), segment.text(), segment.carried(), segment.alphabet()));
    }
    var key = new Key(segment.from(), segment.reference(), segment.total());
    var parts = incomplete.computeIfAbsent(key, none -> new TreeMap<>());
    parts.put(segment.number(), segment);
    if (parts.size() < segment.total()) {
      if (incomplete.size() > INCOMPLETE) {
        incomplete.remove(incomplete.keySet().iterator().next());
      }
      return Optional.empty();
    }
    incomplete.remove(key);
    String text = parts.values().stream().map(Segment::text).collect(Collectors.joining());
    boolean wide = parts.values().stream().anyMatch(part -> part.alphabet() == Alphabet.UCS2);
    return Optional.of(
        new Whole(key.from(), text, key.total(), wide ? Alphabet.UCS2 : Alphabet.GSM7));
  }
}
