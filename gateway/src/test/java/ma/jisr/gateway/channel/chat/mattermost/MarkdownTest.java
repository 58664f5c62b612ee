package ma.jisr.gateway.channel.chat.mattermost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ma.jisr.flow.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text is shown as it is: in the rows "/" is a new line, "^" the invisible joiner. */
class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          1 Wifi proche/2 Ticket      | 1 Wifi proche/2 Ticket
          3. Payer/4) Avis            | 3\\. Payer/4\\) Avis
          12.50 DH                    | 12.50 DH
          2.                          | 2\\.
          Dial *585#                  | Dial \\*585\\#
          *585*2*1042#                | \\*585\\*2\\*1042\\#
          # 1                         | \\# 1
          #ticket                     | \\#ticket
          - un/+ deux                 | \\- un/\\+ deux
          Wifi/---                    | Wifi/\\---
          Wifi/===                    | Wifi/^===
          > cité                      | \\> cité
          a > b                       | a > b
          06_12 ~~vu~~ `x`            | 06\\_12 \\~\\~vu\\~\\~ \\`x\\`
          [ici](https://x.ma)         | \\[ici\\](https://x.ma)
          voir https://x.ma/a_b*c#d   | voir https://x.ma/a_b*c#d
          www.jisr.ma/_a              | www.jisr.ma/_a
          @all viens @here            | @^all viens @^here
          :@all                       | :^@^all
          aide@jisr.ma                | aide@jisr.ma
          ~ville                      | \\~ville
          10:30:00 et 9:15            | 10:^30:00 et 9:15
          Code :p :) :-) ok: a        | Code :^p :^) :^-) ok: a
          a:b                         | a:^b
          ça <b>va</b> 1 < 2          | ça <^b>va<^/b> 1 < 2
          R&D &lt; & co               | R&^D &^lt; & co
          C:\\dossier                 | C:^\\\\dossier
          واش بغيتي؟/1 ويفي           | واش بغيتي؟/1 ويفي
          ⵡⵉⴼⵉ                        | ⵡⵉⴼⵉ
          """)
  void plainTextIsShownAsItIs(String text, String written) {
    String wanted = lines(written).replace('^', '\u2060');
    assertEquals(wanted, Markdown.plain(lines(text)));
  }

  /** Addresses and closing tags keep theirs. */
  private static String lines(String row) {
    return row.replaceAll("(?<![:/<^]|\\.ma)/(?!/)", "\n");
  }

  @Test
  void indentedLinesAreNoCode() {
    assertEquals("\u00a0\u00a0\u00a0\u00a0prix\n  a", Markdown.plain("    prix\n  a"));
    assertEquals("\u00a0prix", Markdown.plain("\tprix"));
    assertEquals("  1\\. a", Markdown.plain("  1. a"));
    assertEquals("", Markdown.plain(""));
    assertEquals("a\n\nb\n", Markdown.plain("a\n\nb\n"));
  }

  /** A server takes 16,383. */
  @ParameterizedTest
  @ValueSource(strings = {"*", ":*", "@a", "<!", "1. ", "\t\n"})
  void noTextOfOursGetsTooLong(String sign) {
    String longest = sign.repeat(Surface.CHAT.units() / sign.length());
    assertTrue(Markdown.plain(longest).length() <= 3 * Surface.CHAT.units());
  }
}
