package ma.jisr.flow.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow. {@code then} is always filled in by the parser: the next step of the file
 * unless the step names another.
 */
public sealed interface Step {
  String name();

  /** The line of the file, for messages. */
  int line();

  /** The step that follows; null after the last. */
  @Nullable String then();

  /** Asks the person for a value of a type. */
  record Ask(
      String name,
      int line,
      @Nullable String then,
      String message,
      Type type,
      @Nullable Source source,
      SequencedMap<String, Choice> options,
      List<Offer> offers,
      Bounds bounds,
      @Nullable Unknown unknown,
      @Nullable String refused,
      @Nullable String empty,
      @Nullable Assurance needs)
      implements Step {}

  /** Says something and goes on; texts of one turn are joined into one message. */
  record Say(String name, int line, @Nullable String then, String message) implements Step {}

  /** Calls an operation. */
  record Call(
      String name,
      int line,
      @Nullable String then,
      String operation,
      Map<String, Expression> with,
      boolean once,
      @Nullable Duration within,
      @Nullable Late late,
      boolean afterEnd,
      Map<String, String> outcomes,
      @Nullable Assurance needs)
      implements Step {}

  /**
   * Branches on a value: the first case that equals it, else {@code otherwise}, else {@code then}.
   */
  record When(
      String name,
      int line,
      @Nullable String then,
      Expression value,
      SequencedMap<String, String> is,
      @Nullable String otherwise)
      implements Step {}

  /** Runs another flow in the same dialogue, then goes on. */
  record Go(String name, int line, @Nullable String then, String flow, Map<String, Expression> with)
      implements Step {}

  /** Waits for a time or a named event; {@code late} is where to go when the time passes first. */
  record Wait(
      String name,
      int line,
      @Nullable String then,
      @Nullable Duration time,
      @Nullable String event,
      @Nullable String late)
      implements Step {}

  /** Sends a message to the person by another channel, to another person or to a topic. */
  record Notify(
      String name,
      int line,
      @Nullable String then,
      Expression to,
      String message,
      @Nullable String by)
      implements Step {}

  /** Says the last words and ends the conversation; {@code copy} sends them by SMS as well. */
  record End(String name, int line, @Nullable String message, boolean copySms) implements Step {
    @Override
    public @Nullable String then() {
      return null;
    }
  }

  /** The input types. */
  enum Type {
    CHOICE,
    YESNO,
    NUMBER,
    CODE,
    AMOUNT,
    MSISDN,
    PLACE,
    DATE,
    SLOT,
    TEXT
  }

  /**
   * The operation that gives the choices of an ask ({@code from}) or looks a place up ({@code
   * among}).
   */
  record Source(String operation, Map<String, Expression> with) {}

  /** A fixed option of an ask: its label is the message of that name. */
  record Choice(
      String value, String message, @Nullable String then, Map<Language, List<String>> words) {}

  /** What a place ask offers by digit before any typing. */
  enum Offer {
    LAST,
    HOME
  }

  /** What is accepted: numbers and amounts by value, text and codes by length. */
  record Bounds(long least, long most) {
    public static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * What happens when nothing is found: what to say, what to count, how often to try, where to go
   * then.
   */
  record Unknown(
      @Nullable String message, @Nullable String record, int tries, @Nullable String then) {}

  /**
   * What happens when a call has not answered {@code within}: say so, and where the answer goes
   * when it comes.
   */
  record Late(@Nullable String message, boolean moveToSms) {}
}
