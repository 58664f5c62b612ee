package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import ma.jisr.gateway.session.PersonDocument;

/** A day in which no process runs, and the morning after: what was to be forgotten is. */
final class Night {
  /** Longer than first contacts are kept; nothing happens meanwhile, so that it costs nothing. */
  private static final Duration DAY = Duration.ofHours(25);

  /** Sweeps come every minute at the most seldom. */
  private static final Duration MORNING = Duration.ofMinutes(5);

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world;

  Night(World world) {
    this.world = world;
  }

  void pass() {
    Set<String> before = new HashSet<>();
    for (PersonDocument person : world.people()) before.add(World.name(person));
    int parts = world.parts();
    world.sleep(DAY);
    for (Duration passed = Duration.ZERO;
        passed.compareTo(MORNING) < 0 && world.findings().clean();
        passed = passed.plus(SECOND)) world.timeline().advance(SECOND);
    if (world.parts() > 0 || world.counted("part.expired") != parts)
      world
          .findings()
          .violated(
              Invariant.PARTS_EXPIRE,
              Findings.WORLD,
              world.parts()
                  + " of "
                  + parts
                  + " left, "
                  + world.counted("part.expired")
                  + " counted");
    Set<String> after = new HashSet<>();
    for (PersonDocument person : world.people()) after.add(World.name(person));
    for (String name : before) {
      boolean once = world.turns().turns(name) == 1;
      if (after.contains(name) == once)
        world
            .findings()
            .violated(
                Invariant.STRANGERS_ARE_FORGOTTEN, name, once ? "is remembered" : "is forgotten");
    }
  }
}
