package ma.jisr.flow.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow. {@code then} is always filled in by the parser: the next step of the file
 * unless the step names another.
 */
public sealed interface Step {
  /** The step name that every flow has without writing it: the main menu. */
  String HOME = "home";

  /** Another that every flow has: it is over, without last words. */
  String OVER = "end";

  String name();

  /** The line of the file, for messages. */
  int line();

  /** The step that follows; null after the last. */
  @Nullable String then();

  /**
   * Asks the person for a value of a type.
   *
   * @param message what is said; an option's label is the message {@code <message>.<value>}
   * @param as the name under which the value is kept: the step's own unless it says another
   * @param source where the choices come from, or in which operation a place is looked up
   * @param offers what a place ask offers by digit before any typing
   * @param offering the operation whose list it offers so; null for none
   * @param refused where "no" goes; for yes/no only
   * @param empty where to go when the source has nothing to choose from
   */
  record Ask(
      String name,
      int line,
      @Nullable String then,
      String message,
      Type type,
      String as,
      @Nullable Source source,
      SequencedMap<String, Choice> options,
      List<Offer> offers,
      Source.@Nullable Asked offering,
      Bounds bounds,
      @Nullable Unknown unknown,
      @Nullable String refused,
      @Nullable String empty,
      @Nullable Assurance needs)
      implements Step {
    /**
     * Whether what is typed is looked up by an operation: a name of a place or a shop, a time that
     * must be free.
     */
    public boolean looksUp() {
      return type == Type.PLACE || (type == Type.SLOT && source instanceof Source.Asked);
    }
  }

  /** Says something and goes on; texts of one turn are joined into one message. */
  record Say(String name, int line, @Nullable String then, String message) implements Step {}

  /**
   * Calls an operation.
   *
   * @param afterEnd whether an open USSD dialogue ends before the call is made
   * @param last the words with which it ends; where none has to end they are said when the call has
   *     come out well. Null for the engine's own
   */
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
      @Nullable String last,
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

  /**
   * Waits for a time or a named event; {@code late} is where to go when the time passes first.
   *
   * @param of the thing whose event it is; null for any
   */
  record Wait(
      String name,
      int line,
      @Nullable String then,
      @Nullable Duration time,
      @Nullable String event,
      @Nullable Expression of,
      @Nullable String late)
      implements Step {}

  /**
   * Sends a message beside the dialogue: to the person, or to somebody else.
   *
   * @param to {@code $user}, a number, or the id of a person
   * @param by "sms" or "chat", where the person has such a link; null for the one last used
   * @param owed whether it also goes to somebody else who has said STOP
   */
  record Notify(
      String name,
      int line,
      @Nullable String then,
      Expression to,
      String message,
      @Nullable ChannelKind by,
      boolean owed)
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

  /** Where the choices of an ask come from. */
  sealed interface Source {
    /** An operation that lists them ({@code from}) or looks a place up ({@code among}). */
    record Asked(String operation, Map<String, Expression> with) implements Source {
      public Asked {
        with = Map.copyOf(with);
      }
    }

    /** Items that the conversation already holds: {@code from: $near.hotspots}. */
    record Held(Expression.Path path) implements Source {}
  }

  /**
   * A fixed option of an ask: its label is the message of that name.
   *
   * @param words that are accepted for it besides its label
   * @param channels on which it is offered; empty for all
   * @param only the value that must be there, and not be false, for it to be offered; null for
   *     always. Its digit is its own either way
   */
  record Choice(
      String value,
      String message,
      @Nullable String then,
      Map<Language, List<String>> words,
      Set<ChannelKind> channels,
      Expression.@Nullable Path only) {
    public Choice {
      words = Map.copyOf(words);
      channels = Set.copyOf(channels);
    }

    /** Whether it is offered on this kind of channel. */
    public boolean on(ChannelKind kind) {
      return channels.isEmpty() || channels.contains(kind);
    }
  }

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
