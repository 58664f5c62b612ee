package ma.jisr.app.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.service.tickets.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkParserTest {
  private static final String HEAD =
      "A title.\n\nuser +212661000001, ary-Latn\nat 2026-03-02 10:15\n";

  @Test
  void aWholeTranscriptIsRead() {
    Talk talk =
        TalkParser.parse(
            "x.talk",
            HEAD
                + """
                given shops.search "hamid" = ag12 "Kiosk Hamid, Agdal" | sl3 "Kiosk Hamid, Sale"
                given queue.take = number A17, ahead 4, after 9s
                # a comment
                > *585*2#
                < Ina 7anout?
                < 0 rje3  00 menu                        (43 of 182)
                > hamid
                < ...
                ~ network drops, 12m pass, deploy next.yaml
                > 1
                < Njawbok b SMS.                         (end)
                sms < Nouba A17,
                sms < Agdal.   (1 segment)
                = queue.take done once with shop ag12
                = spent 1 segment
                """);
    assertEquals("A title.", talk.title());
    assertEquals(Optional.of(Language.ARY_LATN), talk.user().language());
    assertEquals(Instant.parse("2026-03-02T10:15:00Z"), talk.at(), "Ramadan: Morocco is on GMT");
    assertEquals(Map.of("number", "A17", "ahead", "4"), talk.givens().get(1).values());
    assertEquals(9_000, talk.givens().get(1).afterMillis());
    assertEquals("Kiosk Hamid, Sale", talk.givens().getFirst().items().get(1).label());
    assertEquals(
        List.of(
            new TalkLine.Types(8, "*585*2#"),
            new TalkLine.Shows(
                9,
                10,
                List.of("Ina 7anout?", "0 rje3  00 menu"),
                Optional.of(new TalkLine.Size(43, 182)),
                false),
            new TalkLine.Types(11, "hamid"),
            new TalkLine.Shows(12, 12, List.of("..."), Optional.empty(), false),
            new TalkLine.Happens(13, TalkLine.World.NETWORK_DROPS, Duration.ZERO),
            new TalkLine.Happens(13, TalkLine.World.TIME_PASSES, Duration.ofMinutes(12)),
            new TalkLine.Deploys(13, "next.yaml"),
            new TalkLine.Types(14, "1"),
            new TalkLine.Shows(15, 15, List.of("Njawbok b SMS."), Optional.empty(), true),
            new TalkLine.Receives(16, 17, List.of("Nouba A17,", "Agdal."), Optional.of(1)),
            new TalkLine.Done(18, "queue.take", 1, Map.of("shop", "ag12")),
            new TalkLine.Spent(19, 1)),
        talk.lines());
  }

  @Test
  void whatServicesDoOfTheirOwnAccord() {
    Talk talk =
        TalkParser.parse(
            "x.talk",
            HEAD
                + """
                ~ service raises queue.called of A17 with desk 4 and hall B
                ~ service raises queue.closed
                ~ service tells queue.take soon with ahead 3
                = +212661000002 got Un cadeau : K7.
                """);
    assertEquals(
        List.of(
            new TalkLine.Raises(5, "queue.called", "A17", Map.of("desk", "4", "hall", "B")),
            new TalkLine.Raises(6, "queue.closed", "", Map.of()),
            new TalkLine.Tells(7, "queue.take", "soon", Map.of("ahead", "3")),
            new TalkLine.Got(8, new Msisdn("212661000002"), "Un cadeau : K7.")),
        talk.lines());
  }

  @Test
  void whatHappensInShops() {
    Talk talk =
        TalkParser.parse(
            "x.talk",
            HEAD.replace("ary-Latn", "ary-Latn, keeps 2019")
                + """
                ~ 3 wait at 2019 for caisse
                ~ shop 2019 calls at 2, shop 2019 pauses 20m
                """);
    assertEquals(Optional.of("2019"), talk.user().shop());
    assertEquals(
        List.of(
            new TalkLine.Queued(5, "2019", "caisse", 3),
            new TalkLine.AtShop(6, "2019", Act.NEXT, "2", 0),
            new TalkLine.AtShop(6, "2019", Act.PAUSE, "1", 20)),
        talk.lines());
  }

  @Test
  void readsWhatAWalletDoes() {
    Talk talk =
        TalkParser.parse(
            "x.talk",
            HEAD
                + """
                ~ wallet is poor, wallet declines
                = wallet was asked once
                = wallet was asked 12 times
                = wallet paid 120,50 DH
                = wallet paid nothing
                """);
    assertEquals(
        List.of(
            new TalkLine.Wallet(5, TalkWallet.Mood.POOR),
            new TalkLine.Prompted(5, false),
            new TalkLine.Asked(6, 1),
            new TalkLine.Asked(7, 12),
            new TalkLine.Paid(8, new Money(120_50)),
            new TalkLine.Paid(9, new Money(0))),
        talk.lines());
  }

  @Test
  void aFirstContactHasNoLanguage() {
    Talk talk =
        TalkParser.parse("x.talk", "T\nuser +212661000001\nat 2026-03-02 10:15\nsms > wifi\n");
    assertEquals(Optional.empty(), talk.user().language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ? what                     | x.talk:5: is neither >, <, sms, ~, = nor a comment (#)
          ~ it rains                 | x.talk:5: the world cannot do "it rains": it can: network drops, 12m pass, that arrives twice, receipt says failed, restart, deploy FILE, service raises EVENT, service tells FLOW MESSAGE, shop CODE calls, 3 wait at CODE, wallet approves, official of PLACE sends flood high for 3h, NUMBER owns 2.4 as NAME, NUMBER texts WORDS
          ~ wallet sings             | x.talk:5: "wallet sings" is nothing that a wallet does: it approves, declines, is poor, is silent, answers late, is down, works
          ~ shop 2019 sings          | x.talk:5: "sings" is nothing that a shop does: it calls, misses, recalls, serves, undoes, pauses 20m, opens, closes
          ~ service raises x.y with desk | x.talk:5: "desk" is not a name and a value
          = perhaps                  | x.talk:5: is no fact: write "queue.take done once with shop ag12", "spent 1 segment" or "+212661000002 got TEXT"
          = queue.take done once with shop | x.talk:5: "shop" is not a name and a value
          given queue.take           | x.talk:5: is no answer: write for example: given queue.take = number A17, after 9s
          given shops.search = "A"   | x.talk:5: ""A"" is not an id and a label in quotes
          user 12                    | x.talk:5: "12" is no number: write for example +212661000001
          user +212661000001, xx     | x.talk:5: "xx" is no language: write fr, ar, ary-Arab, ary-Latn, shi-Latn or en, and shows arabic or shows squares
          at noon                    | x.talk:5: "noon" is no time: write for example 2026-03-02 10:15
          # nothing                  | x.talk:5: says nothing
          """)
  void whatCannotBeReadNamesItsLine(String line, String expected) {
    TalkException refused =
        assertThrows(TalkException.class, () -> TalkParser.parse("x.talk", HEAD + line));
    assertEquals(expected, refused.getMessage());
  }

  @Test
  void aTranscriptWithoutAUserIsRefused() {
    TalkException refused =
        assertThrows(TalkException.class, () -> TalkParser.parse("x.talk", "only a title"));
    assertTrue(String.valueOf(refused.getMessage()).contains("names no user"));
  }
}
