package ma.jisr.sandbox.radio;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that the owner of a phone does. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Command.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = Command.Dial.class, name = "dial"),
  @JsonSubTypes.Type(value = Command.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = Command.Sms.class, name = "sms"),
  @JsonSubTypes.Type(value = Command.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = Command.Drop.class, name = "drop"),
  @JsonSubTypes.Type(value = Command.Away.class, name = "away"),
  @JsonSubTypes.Type(value = Command.Back.class, name = "back"),
  @JsonSubTypes.Type(value = Command.Cell.class, name = "cell"),
  @JsonSubTypes.Type(value = Command.Inbox.class, name = "inbox")
})
public sealed interface Command {

  /** Switches the phone of the number on; the first command of a connection. */
  record Hello(int version, String token, String msisdn) implements Command {
    @Override
    public String toString() {
      return "Hello[version " + version + "]";
    }
  }

  /** Dials a USSD code. */
  record Dial(String code) implements Command {}

  /** Answers the open screen. */
  record Answer(String text) implements Command {
    @Override
    public String toString() {
      return "Answer[hidden]";
    }
  }

  /** Texts a code. */
  record Sms(String to, String text) implements Command {}

  /** Presses the red key. */
  record Cancel() implements Command {}

  /** Loses the network for a moment. */
  record Drop() implements Command {}

  /** Leaves coverage. */
  record Away() implements Command {}

  /** Is back in coverage. */
  record Back() implements Command {}

  /** Goes to a cell of the network; "" to one without a name. */
  record Cell(String name) implements Command {}

  /** Opens the inbox: its newest messages come again, oldest first. */
  record Inbox() implements Command {}
}
