package ma.jisr.gateway.session;

import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * The persons of one lane that are in memory, at most so many as long as any can leave: who has
 * something under way stays. The longest unheard leave first. Confined to the lane's loop.
 */
final class Residents {
  /** How many of the longest unheard are looked at to make room. */
  private static final int LOOKS = 16;

  private final int most;
  private final Function<String, Resident> make;
  private final LinkedHashMap<String, Resident> all = new LinkedHashMap<>(1024, 0.75f, true);

  /**
   * @param make a person with a postman, by id
   */
  Residents(int most, Function<String, Resident> make) {
    this.most = most;
    this.make = make;
  }

  /** The person, brought in if need be. */
  Resident of(String id) {
    Resident known = all.get(id);
    if (known != null) return known;
    if (all.size() >= most) makeRoom(); // before: who comes has nothing under way yet
    Resident person = make.apply(id);
    all.put(id, person);
    return person;
  }

  boolean has(String id) {
    return all.containsKey(id);
  }

  /** Asked from other threads, and then about right. */
  int size() {
    return all.size();
  }

  /** Who cannot leave is not asked again soon. */
  private void makeRoom() {
    for (int i = 0; i < LOOKS && all.size() >= most; i++) {
      Resident eldest = all.firstEntry().getValue();
      if (eldest.idle()) leave(eldest);
      else all.putLast(eldest.id, eldest);
    }
  }

  /** Whom nothing keeps here; the store's sweeps find them when something is due. */
  void leave(Resident person) {
    if (person.alarm != null) person.alarm.cancel();
    person.alarm = null;
    person.post().dismiss();
    all.remove(person.id);
  }
}
