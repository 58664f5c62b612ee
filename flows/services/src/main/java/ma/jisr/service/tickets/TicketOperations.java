package ma.jisr.service.tickets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;

/**
 * What people can ask about tickets, and do with theirs. Lengths are those of the longest text in
 * any language: names are cut to them at run time.
 */
final class TicketOperations {
  /** Longest label of a list: what a USSD line holds beside its digit (some 26 characters). */
  static final int LABEL = 24;

  /** Shops offered before any typing: they fit one screen with what else is on it. */
  static final int OFFERED = 4;

  /** Times offered at once. */
  static final int TIMES = 4;

  /** Services of a shop, as its record allows: one screen. */
  static final int SERVICES = 8;

  /** Digits of a ticket's number: a shop has fewer than ten thousand a day. */
  private static final int DIGITS = 4;

  private static final int COUNTED = 3;

  /** Longest id of a link that is kept. */
  private static final int LINK = 32;

  private static final FieldType SHOP = FieldType.item(LABEL, Map.of());
  private static final FieldType SERVICE = FieldType.item(LABEL, Map.of());
  private static final FieldType TICKET = FieldType.item(LABEL, Map.of());
  private static final FieldType NAME = FieldType.words(Kind.LOCAL, LABEL);
  private static final FieldType TEXT = FieldType.words(Kind.TEXT, 0);
  private static final FieldType MINUTES = FieldType.words(Kind.WHOLE, COUNTED);
  private static final FieldType NUMBER = FieldType.words(Kind.WHOLE, DIGITS);
  private static final FieldType AHEAD = FieldType.words(Kind.WHOLE, COUNTED).orAbsent();
  private static final FieldType WAIT = FieldType.words(Kind.LOCAL, WaitWords.LONGEST).orAbsent();
  private static final FieldType WHEN = FieldType.words(Kind.LOCAL, TimeWords.LONGEST).orAbsent();
  private static final FieldType COUNTER = FieldType.words(Kind.TEXT, 2).orAbsent();
  private static final FieldType MOMENT = FieldType.of(Kind.MOMENT);
  private static final FieldType FLAG = FieldType.of(Kind.FLAG).orAbsent();

  /** Shops of somebody's last tickets, then those near: nothing needs typing. */
  static final Operation SHOPS =
      query(
          "tickets.shops",
          Map.of("near", FieldType.item(LABEL, Map.of()).orAbsent()),
          Map.of("shops", FieldType.items(LABEL, OFFERED, Map.of())),
          "found",
          "none");

  /** A shop by its code, its name in any spelling, what it is and where. */
  static final Operation FIND =
      query(
          "tickets.find",
          Map.of(
              "text",
              FieldType.words(Kind.TEXT, 0),
              "near",
              FieldType.item(LABEL, Map.of()).orAbsent()),
          Map.of("shops", FieldType.items(LABEL, OFFERED, Map.of())),
          "sure",
          "several",
          "none");

  /** What a queue looks like before one takes a ticket. */
  static final Operation LOOK =
      query(
          "tickets.look",
          Map.of("shop", SHOP, "service", SERVICE.orAbsent(), "first", TEXT.orAbsent()),
          Map.ofEntries(
              Map.entry("name", NAME),
              Map.entry("service", SERVICE),
              Map.entry("services", FieldType.items(LABEL, SERVICES, Map.of())),
              Map.entry("ahead", AHEAD),
              Map.entry("wait", WAIT),
              Map.entry("opens", WHEN),
              Map.entry("slots", FLAG),
              Map.entry("first", FLAG),
              Map.entry("elderly", FLAG),
              Map.entry("disabled", FLAG),
              Map.entry("pregnant", FLAG)),
          "open",
          "slots",
          "several",
          "closed",
          "no_queue",
          "gone");

  /** The first free times. */
  static final Operation SLOTS =
      query(
          "tickets.slots",
          Map.of("shop", SHOP, "service", SERVICE),
          Map.of("times", FieldType.items(TimeWords.LONGEST, TIMES, Map.of())),
          "found",
          "none");

  /** Whether a time is free; else what is near it. {@code about}: from then on. */
  static final Operation FREE =
      query(
          "tickets.free",
          Map.of("shop", SHOP, "service", SERVICE, "at", MOMENT, "about", FLAG),
          Map.of("times", FieldType.items(TimeWords.LONGEST, TIMES, Map.of())),
          "sure",
          "near",
          "none");

  /**
   * {@code at}: the time that was chosen. {@code first}: who goes first. {@code whom}: the number
   * of who is to come, made known by {@code link} if need be.
   */
  static final Operation TAKE =
      command(
          "tickets.take",
          Map.of(
              "shop",
              SHOP,
              "service",
              SERVICE,
              "at",
              FieldType.item(TimeWords.LONGEST, Map.of()).orAbsent(),
              "first",
              TEXT.orAbsent(),
              "whom",
              FieldType.of(Kind.PHONE).orAbsent(),
              "link",
              FieldType.words(Kind.TEXT, LINK).orAbsent()),
          ticket(Map.of("opens", WHEN)),
          "taken",
          "booked",
          "has_one",
          "full",
          "closed",
          "too_many",
          "missed",
          "not_let",
          "gone");

  /** {@code ticket}: one of theirs; without it the only one, or a list. */
  static final Operation MINE =
      query(
          "tickets.mine",
          Map.of("ticket", TICKET.orAbsent()),
          ticket(
              Map.of(
                  "ticket",
                  TICKET,
                  "tickets",
                  FieldType.items(LABEL, TicketRules.OPEN, Map.of()),
                  "paused",
                  WHEN)),
          "one",
          "several",
          "none");

  static final Operation GIVE_BACK =
      command(
          "tickets.returned",
          Map.of("ticket", TICKET),
          Map.of("number", NUMBER, "shop", NAME),
          "done",
          "over");

  static final Operation DELAY =
      command(
          "tickets.delay",
          Map.of("ticket", TICKET, "minutes", MINUTES),
          ticket(Map.of()),
          "done",
          "refused",
          "over");

  static final Operation TRAVEL =
      command(
          "tickets.travel",
          Map.of("ticket", TICKET, "minutes", MINUTES),
          ticket(Map.of()),
          "done",
          "over");

  static final List<Operation> ALL =
      Stream.concat(
              Stream.of(SHOPS, FIND, LOOK, SLOTS, FREE, TAKE, MINE, GIVE_BACK, DELAY, TRAVEL),
              DeskOperations.ALL.stream())
          .toList();

  private TicketOperations() {}

  /** What is told of a ticket, and more. {@code code}: the shop's. */
  private static Map<String, FieldType> ticket(Map<String, FieldType> more) {
    Map<String, FieldType> fields = new java.util.HashMap<>(more);
    fields.put("number", NUMBER);
    fields.put("shop", NAME);
    fields.put("ahead", AHEAD);
    fields.put("wait", WAIT);
    fields.put("minutes", MINUTES.orAbsent());
    fields.put("when", WHEN);
    fields.put("counter", COUNTER);
    return fields;
  }

  static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }

  static Operation command(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.COMMAND, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
