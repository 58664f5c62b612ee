package ma.jisr.app.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rewrites what a transcript expects with what was shown; lines that skip ("...") are left alone
 * when they match.
 */
final class Promotion {
  private Promotion() {}

  static String promote(String text, List<TalkPlayer.Seen> seen) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<TalkPlayer.Seen> fromTheEnd = new ArrayList<>(seen);
    fromTheEnd.sort(Comparator.comparingInt((TalkPlayer.Seen s) -> s.expected().line()).reversed());
    for (TalkPlayer.Seen block : fromTheEnd) {
      boolean sms = block.expected() instanceof TalkLine.Receives;
      int last =
          block.expected() instanceof TalkLine.Shows shows
              ? shows.lastLine()
              : ((TalkLine.Receives) block.expected()).lastLine();
      if (skips(block)) continue;
      List<String> old = lines.subList(block.expected().line() - 1, last);
      old.clear();
      old.addAll(block.lines().stream().map(line -> (sms ? "sms < " : "< ") + line).toList());
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean skips(TalkPlayer.Seen block) {
    List<String> pattern =
        switch (block.expected()) {
          case TalkLine.Shows shows -> shows.screen();
          case TalkLine.Receives receives -> receives.text();
          default -> List.of();
        };
    return pattern.contains(Match.SKIP) && Match.lines(pattern, block.text().lines().toList());
  }
}
