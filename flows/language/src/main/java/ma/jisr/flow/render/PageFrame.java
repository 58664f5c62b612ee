package ma.jisr.flow.render;

import ma.jisr.base.text.Gsm7;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;

/**
 * What one page may hold and what stands at its foot. The foot is reserved before anything else is
 * laid out.
 */
final class PageFrame {
  /**
   * Segments of one SMS page: what basic phones join again dependably and a person can be asked to
   * pay for; longer answers are paged.
   */
  static final int MAX_SEGMENTS = 3;

  /**
   * Segments of a page of a list: what is beyond is one short answer away, and often not wanted.
   */
  static final int MAX_LIST_SEGMENTS = 2;

  /** Octets that a segment loses to the concatenation header with 16-bit references: 7. */
  private static final int HEADER_SEPTETS = 8;

  private static final int HEADER_UNITS = 4;

  private final ChannelKind kind;
  private final int septets;
  private final int units;
  private final Foot foot;

  /**
   * @param list whether the screen has options
   */
  PageFrame(ChannelKind kind, Surface surface, Foot foot, boolean list) {
    int segments = list ? MAX_LIST_SEGMENTS : MAX_SEGMENTS;
    this.kind = kind;
    switch (kind) {
      case USSD -> {
        this.septets = surface.septets();
        this.units = surface.units();
      }
      case SMS -> {
        this.septets = segments * (surface.septets() - HEADER_SEPTETS);
        this.units = segments * (surface.units() - HEADER_UNITS);
      }
      case CHAT -> {
        // A chat platform counts characters, whatever they are.
        this.septets = surface.units();
        this.units = surface.units();
      }
      default -> throw new IllegalStateException(kind.name());
    }
    this.foot = foot;
  }

  ChannelKind kind() {
    return kind;
  }

  /** The content with the foot that its encoding leaves room for. */
  String closed(String content, boolean more) {
    String line = foot.line(kind, more, isUcs2(content));
    if (line.isEmpty()) return content;
    return content.isEmpty() ? line : content + "\n" + line;
  }

  boolean fits(String content, boolean more) {
    return within(closed(content, more));
  }

  private boolean within(String text) {
    if (isUcs2(text)) return text.length() <= units;
    return size(text) <= septets;
  }

  /** Septets or UCS-2 units; characters on chat. */
  int size(String text) {
    return kind == ChannelKind.CHAT || isUcs2(text) ? text.length() : Gsm7.septets(text);
  }

  static boolean isUcs2(String text) {
    return !Gsm7.fits(text);
  }

  /** What pages cost the person: key presses by USSD and chat, segments by SMS. */
  int cost(String text) {
    return kind == ChannelKind.SMS ? Segments.of(text).count() : 1;
  }

  /** The longest beginning of a text, in characters, that fits on a page with "more". */
  int longestPrefix(String text) {
    int most = Math.min(text.length(), Math.max(septets, units));
    int at = 0;
    boolean ucs2 = false;
    int count = 0;
    int room = septets - footSize(false);
    int wideRoom = units - footSize(true);
    while (at < most) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      int cost = Gsm7.septets(c);
      ucs2 |= cost == 0;
      count += kind == ChannelKind.CHAT ? 1 : cost;
      if (ucs2 ? next > wideRoom : count > room) break;
      at = next;
    }
    return at;
  }

  private int footSize(boolean ucs2) {
    String line = foot.line(kind, true, ucs2);
    return line.isEmpty() ? 0 : 1 + (ucs2 ? line.length() : size(line));
  }
}
