package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.gateway.session.Keys;
import org.jspecify.annotations.Nullable;

/** Everybody who has a phone in a world, and who has none and writes all the same. */
final class Cast {
  /** Abroad, a landline, a short code and a name that both begin as mobiles do. */
  private static final List<String> FOREIGN =
      List.of("33612344001", "212524004002", "2126", "21266PROMO");

  /** How fast a crowd comes. */
  private static final Duration RUSH = Duration.ofMillis(30);

  private static final Duration LULL = Duration.ofSeconds(20);
  private static final int MOST_AT_ONCE = 100;

  private final Air air;
  private final Chance chance;
  private final Keys keys;
  private final Network network;
  private final Map<String, Phone> phones = new TreeMap<>();

  Cast(Air air, Chance chance, Keys keys, Network network) {
    this.air = air;
    this.chance = chance;
    this.keys = keys;
    this.network = network;
  }

  /** Those who use the service as it is meant. */
  void subscribers(Dialogues dialogues, PartNetwork parts, Instant until) {
    for (int i = 0; i < 2 + chance.below(4); i++) {
      Subscriber one =
          new Subscriber(
              handset(212661000010L + i), air, chance.child(), network, parts, dialogues, keys);
      phones.put(one.name(), one);
      one.live(until);
    }
  }

  /** Those who always say the same. */
  void repeaters(PlainNetwork plain, Instant until) {
    for (int i = 0; i < 1 + chance.below(3); i++) {
      Repeater one = new Repeater(handset(212661006000L + i), air, chance.child(), plain, keys);
      phones.put(one.name(), one);
      one.live(until);
    }
  }

  private Handset handset(long number) {
    return new Handset(Long.toString(number), air, keys);
  }

  /** Those who do not. */
  void attackers(Siege siege, Instant until) {
    for (int i = 0; i < siege.foreigners(); i++)
      attacker(Attacker.Kind.FOREIGN, new Handset(FOREIGN.get(i), air, keys), until);
    for (int i = 0; i < siege.machines(); i++)
      attacker(Attacker.Kind.MACHINE, handset(212662001000L + i), until);
    for (int i = 0; i < siege.talkers(); i++)
      attacker(Attacker.Kind.TALKER, handset(212662002000L + i), until);
    for (int i = 0; i < siege.chatterers(); i++)
      attacker(Attacker.Kind.CHATTERER, handset(212662003000L + i), until);
    if (siege.strangers() > 0) crowd(siege.strangers());
  }

  private void attacker(Attacker.Kind kind, Handset handset, Instant until) {
    Attacker one = new Attacker(kind, handset, air, chance.child(), network);
    phones.put(one.name(), one);
    one.live(until);
  }

  /** Strangers, some at a time, each of whom writes once. */
  private void crowd(int left) {
    air.later(
        chance.between(RUSH, LULL),
        () -> {
          int now = Math.min(left, 1 + chance.below(MOST_AT_ONCE));
          for (int i = 0; i < now; i++) {
            Handset stranger = handset(212663005000L + left - i);
            air.later(
                chance.between(Duration.ZERO, RUSH),
                () -> network.send(stranger.message("voir " + stranger.name())));
          }
          if (left > now) crowd(left - now);
        });
  }

  /** Whoever is called so: strangers have phones that nobody looks at. */
  Phone phone(String name) {
    return phones.getOrDefault(name, new Unread(name));
  }

  /** What somebody does who is no subscriber; null for those who are, and for strangers. */
  Attacker.@Nullable Kind kind(String name) {
    return phones.get(name) instanceof Attacker one ? one.kind() : null;
  }

  /** Whether nobody need hear what they say. */
  boolean unheard(String name) {
    return kind(name) == Attacker.Kind.FOREIGN || kind(name) == Attacker.Kind.MACHINE;
  }

  private record Unread(String name) implements Phone {
    @Override
    public void reads(String text) {
      // nobody does
    }
  }
}
