package ma.jisr.service.tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.service.proof.Codes;

/** What staff of a shop can see and do, by USSD and by SMS. */
final class DeskOperations {
  /** Shops that one person works for, offered at once. */
  static final int SHOPS = 4;

  /** Numbers of those who could not be told, as they are shown: three of them. */
  static final int UNREACHED = 16;

  private static final int DIGITS = 4;

  private static final FieldType SHOP = FieldType.item(TicketOperations.LABEL, Map.of());
  private static final FieldType COUNTER = FieldType.words(Kind.TEXT, 2);
  private static final FieldType NUMBER = FieldType.words(Kind.WHOLE, DIGITS).orAbsent();
  private static final FieldType TEXT = FieldType.words(Kind.TEXT, 0);
  private static final FieldType MINUTES = FieldType.words(Kind.WHOLE, 3).orAbsent();

  /**
   * What the desk of somebody who works in a shop shows now. {@code several}: which shop; {@code
   * counters}: which counter.
   */
  static final Operation DESK =
      TicketOperations.query(
          "tickets.desk",
          Map.of("shop", SHOP.orAbsent(), "counter", COUNTER.orAbsent()),
          desk(Map.of("shops", FieldType.items(TicketOperations.LABEL, SHOPS, Map.of()))),
          "open",
          "paused",
          "closed",
          "several",
          "counters",
          "stranger");

  /** {@code act}: next, absent, recall, arrived, served, undo, pause, open, close. */
  static final Operation WORK =
      new Operation(
          "tickets.work",
          Operation.Kind.COMMAND,
          Map.of("shop", SHOP, "counter", COUNTER, "act", TEXT, "minutes", MINUTES),
          desk(Map.of()),
          List.of("done", "nobody", "too_late", "closed", "not_owner", "stranger"),
          Set.of(),
          Assurance.NETWORK);

  /** {@code text}: an SMS of somebody who works in a shop, its first word included. */
  static final Operation COMMAND =
      TicketOperations.command(
          "tickets.command",
          Map.of("text", TEXT),
          desk(Map.of("code", FieldType.words(Kind.TEXT, Codes.LENGTH).orAbsent())),
          "status",
          "called",
          "absent",
          "recalled",
          "served",
          "undone",
          "paused",
          "opened",
          "prove",
          "not_owner",
          "nobody",
          "too_late",
          "closed",
          "which",
          "locked",
          "unclear",
          "stranger");

  /** The code that proves who closes. */
  static final Operation PROVE =
      TicketOperations.command(
          "tickets.prove",
          Map.of("code", FieldType.words(Kind.TEXT, Codes.LENGTH)),
          desk(Map.of()),
          "done",
          "wrong",
          "late",
          "locked",
          "stranger");

  static final List<Operation> ALL = List.of(DESK, WORK, COMMAND, PROVE);

  private DeskOperations() {}

  /** {@code number}: who is at the counter. {@code unreached}: who could not be told. */
  private static Map<String, FieldType> desk(Map<String, FieldType> more) {
    Map<String, FieldType> fields = new HashMap<>(more);
    fields.put("this", SHOP);
    fields.put("shop", FieldType.words(Kind.LOCAL, TicketOperations.LABEL));
    fields.put("counter", COUNTER.orAbsent());
    fields.put("number", NUMBER);
    fields.put("waiting", FieldType.words(Kind.WHOLE, 3));
    fields.put("told", FieldType.words(Kind.WHOLE, 3).orAbsent());
    fields.put("until", FieldType.words(Kind.LOCAL, TimeWords.LONGEST).orAbsent());
    fields.put("unreached", FieldType.words(Kind.TEXT, UNREACHED).orAbsent());
    return fields;
  }
}
