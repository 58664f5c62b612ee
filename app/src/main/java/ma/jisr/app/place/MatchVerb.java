package ma.jisr.app.place;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.admin.Words;
import ma.jisr.map.place.Gazetteer;

/** Who answers {@code jisr places match}. Words: {@code names|ids NAME…}. Changes nothing. */
public final class MatchVerb implements AdminSocket.Verb {
  private final Supplier<Gazetteer> places;

  /**
   * @param places the gazetteer in use
   */
  public MatchVerb(Supplier<Gazetteer> places) {
    this.places = places;
  }

  @Override
  public List<String> run(List<String> words) {
    boolean ids = Words.at(words, 0).equals("ids");
    Gazetteer now = places.get();
    return IntStream.range(1, words.size())
        .mapToObj(i -> MatchLine.answer(now.search(), Words.text(words, i), ids))
        .toList();
  }
}
