package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.text.PhoneticRuler;

/**
 * The names of areas by their sound, each sound once: fifty villages called Oulad Ali are measured
 * as one. Immutable.
 */
final class SoundIndex {
  /** Keys told at most that only begin alike: the rest of them is behind these anyway. */
  private static final int MOST_BEGUN = 400;

  private final List<Sound> sounds;
  private final NameIndex index;
  private final double farthest;

  /** One sound, whose it is, and how likely the likeliest of them is asked for. */
  private record Sound(String key, List<Area> areas, double prior) {}

  /** Takes what may be meant. */
  interface Finds {
    /**
     * @param sound 1 for the same sound, less for each difference
     */
    void found(Area area, double sound);
  }

  private SoundIndex(Map<String, List<Area>> byKey) {
    sounds = new ArrayList<>(byKey.size());
    double most = Likelihood.VILLAGE;
    for (Map.Entry<String, List<Area>> each : byKey.entrySet()) {
      double prior = Likelihood.VILLAGE;
      for (Area area : each.getValue()) prior = Math.max(prior, Likelihood.prior(area));
      sounds.add(new Sound(each.getKey(), List.copyOf(each.getValue()), prior));
      most = Math.max(most, prior);
    }
    index = new NameIndex(sounds.stream().map(Sound::key).toList());
    farthest = Likelihood.bound(most, 1);
  }

  /** Of the names and aliases of areas. */
  static SoundIndex of(Collection<? extends Area> areas) {
    Map<String, List<Area>> byKey = new LinkedHashMap<>();
    for (Area area : areas) {
      for (String name : area.name().byLanguage().values()) add(byKey, name, area);
      if (area instanceof Place place) for (String alias : place.aliases()) add(byKey, alias, area);
    }
    return new SoundIndex(byKey);
  }

  /** Of single spellings, each with its area. */
  static SoundIndex ofSpellings(Map<String, ? extends Area> spellings) {
    Map<String, List<Area>> byKey = new LinkedHashMap<>();
    spellings.forEach((spelling, area) -> add(byKey, spelling, area));
    return new SoundIndex(byKey);
  }

  private static void add(Map<String, List<Area>> byKey, String name, Area area) {
    String key = PlaceName.key(name);
    if (key.isEmpty()) return;
    List<Area> areas = byKey.computeIfAbsent(key, _ -> new ArrayList<>(1));
    // An area's names come one after the other.
    if (areas.isEmpty() || areas.getLast() != area) areas.add(area);
  }

  boolean isEmpty() {
    return sounds.isEmpty();
  }

  /** Finds all areas one of whose names sounds like the ruler's key, or begins with it. */
  void near(String key, PhoneticRuler ruler, Finds finds) {
    boolean begins = key.length() >= Likelihood.LEAST_BEGUN;
    for (int i : index.candidates(key, farthest, begins ? MOST_BEGUN : 0)) {
      Sound sound = sounds.get(i);
      double like = Likelihood.sound(ruler, key, sound.key(), sound.prior());
      if (like + sound.prior() >= PlaceSearch.LEAST_SCORE)
        for (Area area : sound.areas()) finds.found(area, like);
    }
  }
}
