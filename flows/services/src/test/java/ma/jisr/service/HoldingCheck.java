package ma.jisr.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jisr.service.account.KeptWords;

/** What every room owes those of whom it keeps something. */
public final class HoldingCheck {
  private static final Whose NOBODY = new Whose("nobody", List.of("212600000000"));

  private HoldingCheck() {}

  /**
   * It tells somebody what it keeps in words that are known, of whom it keeps nothing nothing, and
   * takes it out, asked twice as a crash asks it, without what stands beside it.
   *
   * @param other of whom it keeps the same
   * @param kinds what it keeps of both
   */
  public static void erases(Holding room, Whose who, Whose other, Instant now, String... kinds) {
    assertEquals(List.of(kinds), kinds(room, who));
    assertEquals(List.of(kinds), kinds(room, other));
    for (Held held : room.held(who).join()) {
      assertTrue(held.count() > 0, held.what());
      assertTrue(KeptWords.read(Duration.ofDays(90)).time(held).isPresent(), held.keptFor());
    }
    assertEquals(List.of(), room.held(NOBODY).join());
    assertEquals(List.of(), room.copy(NOBODY).join());
    room.erase(NOBODY, now).join();
    List<?> copy = room.copy(other).join();
    for (int i = 0; i < 2; i++) room.erase(who, now).join();
    assertEquals(List.of(), room.held(who).join(), room.name());
    assertEquals(List.of(), room.copy(who).join(), room.name());
    assertEquals(List.of(kinds), kinds(room, other), "it stands beside");
    assertEquals(copy, room.copy(other).join());
  }

  private static List<String> kinds(Holding room, Whose who) {
    return room.held(who).join().stream().map(Held::what).toList();
  }
}
