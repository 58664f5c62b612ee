package ma.jisr.app.talk;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.flow.render.Handset;

/** What a kind of phone makes of a transcript. */
public record HandsetView(Handset handset) {
  public static HandsetView of(String name) {
    return new HandsetView(Handset.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  /** Prints every screen and SMS as the phone shows it. */
  public void print(TalkFile file, PrintWriter out) throws IOException {
    out.println(file.name());
    for (TalkPlayer.Seen seen : file.seen()) {
      String sign = seen.expected() instanceof TalkLine.Receives ? "sms < " : "< ";
      handset.leftToRight(seen.text()).lines().forEach(line -> out.println("  " + sign + line));
    }
  }

  /** What such a phone would show wrong of the transcript, in a plain run. */
  public List<String> wrong(TalkFile file) throws IOException {
    return wrong(file, file.seen());
  }

  /**
   * What such a phone would show wrong: glyphs that it does not have, numbers and codes out of
   * order. A phone without Arabic letters is not asked about transcripts whose phone shows them;
   * the one line that asks about squares may be seen as such.
   */
  List<String> wrong(TalkFile file, List<TalkPlayer.Seen> screens) {
    boolean latin = handset == Handset.LATIN_ONLY;
    Talk.Letters letters = file.talk().user().letters();
    if (latin && letters == Talk.Letters.SHOWN) return List.of();
    List<String> wrong = new ArrayList<>();
    for (TalkPlayer.Seen seen : screens) {
      if (!handset.readsInOrder(seen.text())) {
        wrong.add(
            file.name()
                + ":"
                + seen.expected().line()
                + " on "
                + handset
                + ": "
                + handset.shows(seen.text()));
      }
    }
    if (latin && letters == Talk.Letters.SQUARES && wrong.size() == 1) return List.of();
    return wrong;
  }
}
