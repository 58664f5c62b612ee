package ma.jisr.flow.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;

/**
 * Makes screens fit. Tried in this order, the first that costs one page (by SMS: one segment) is
 * taken: the full text, its GSM-7 substitutions, the terser variants in turn, the sister script.
 * When none does, the fullest of those that cost least is paged.
 *
 * <p>Pure and deterministic: the same screen gives the same pages on every node, so only the page
 * number is kept between two turns. Safe for use by any number of threads.
 */
public final class Renderer {
  private final Map<Language, Words> words;

  /**
   * @param words of every language that readers may have; see {@link Words#from}
   */
  public Renderer(Map<Language, Words> words) {
    this.words = new EnumMap<>(words);
  }

  /**
   * One page of a screen.
   *
   * @param kind of channel: USSD screens have a foot with the fixed keys; SMS and chat do not
   * @param surface what one screen holds; by SMS what one segment does
   * @param page from 0; beyond the last it is the last
   * @throws IllegalArgumentException when a message has no text in any script that the phone shows,
   *     which the linter rules out
   */
  public Rendered render(
      Screen screen, Reader reader, ChannelKind kind, Surface surface, int page) {
    Attempt best = best(screen, reader, kind, surface);
    int shown = Math.clamp(page, 0, best.pages().size() - 1);
    Pager.Laid laid = best.pages().get(shown);
    List<Rendered.Key> keys = new ArrayList<>(laid.keys());
    keys.addAll(best.foot().keys(kind, laid.more()));
    return new Rendered(
        laid.text(),
        best.language(),
        PageFrame.isUcs2(laid.text()),
        best.frame().size(laid.text()),
        shown,
        best.pages().size(),
        keys);
  }

  /** One way of saying the screen, laid out. */
  private record Attempt(
      Language language, PageFrame frame, Foot foot, List<Pager.Laid> pages, int cost) {}

  private Attempt best(Screen screen, Reader reader, ChannelKind kind, Surface surface) {
    Attempt own = cheapest(screen, reader, kind, surface);
    // A menu stays in the letters that the person chose: paging a list loses nothing.
    if (own.cost() == 1 || !screen.options().isEmpty()) return own;
    Optional<Reader> sister = sister(reader.language());
    if (sister.isEmpty() || !new Wording(screen, sister.get(), words, false).complete()) return own;
    Attempt other = cheapest(screen, sister.get(), kind, surface);
    return other.cost() == 1 ? other : own;
  }

  /** The same language in letters that cost less; Latin ones need no proof. */
  private static Optional<Reader> sister(Language language) {
    return switch (language) {
      case ARY_ARAB -> Optional.of(new Reader(Language.ARY_LATN, true));
      case ZGH_TFNG -> Optional.of(new Reader(Language.SHI_LATN, true));
      default -> Optional.empty();
    };
  }

  private Attempt cheapest(Screen screen, Reader reader, ChannelKind kind, Surface surface) {
    // Basic phones may show the mark as a box; chat clients do not.
    Wording wording = new Wording(screen, reader, words, kind == ChannelKind.CHAT);
    Words said = Words.of(words, wording.language());
    Foot foot = new Foot(screen.footer(), said, moreDigits(screen));
    PageFrame frame = new PageFrame(kind, surface, foot, !screen.options().isEmpty());
    String hint = kind == ChannelKind.SMS && screen.byNumber() ? said.reply() : "";
    Attempt best = null;
    int variants = wording.variants();
    for (int terseness = 0; terseness < variants; terseness++) {
      for (boolean substituted : spellings(reader, kind)) {
        Worded worded = wording.at(terseness, substituted);
        List<Pager.Laid> pages = new Pager(frame, worded, hint, said.unclear()).pages();
        int cost = 0;
        for (Pager.Laid page : pages) cost += frame.cost(page.text());
        if (best == null || cost < best.cost())
          best = new Attempt(wording.language(), frame, foot, pages, cost);
        if (cost == 1) return best;
      }
    }
    return Objects.requireNonNull(best);
  }

  /** Whether to substitute: at once where only GSM-7 is proved, never on chat. */
  private static boolean[] spellings(Reader reader, ChannelKind kind) {
    if (kind == ChannelKind.CHAT) return new boolean[] {false};
    return reader.latinOnly() ? new boolean[] {true} : new boolean[] {false, true};
  }

  private static String moreDigits(Screen screen) {
    for (Screen.Option option : screen.options()) if (option.digit().equals("9")) return "98";
    return "9";
  }
}
