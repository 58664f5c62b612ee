package ma.jisr.sandbox.radio;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ma.jisr.sandbox.phone.Account;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.TextMessage;
import org.jspecify.annotations.Nullable;

/** A line from the network to a phone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "heard")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Heard.Happened.class, name = "happened"),
  @JsonSubTypes.Type(value = Heard.Kept.class, name = "kept"),
  @JsonSubTypes.Type(value = Heard.Done.class, name = "done")
})
public sealed interface Heard {

  /** Something has happened on the display. */
  record Happened(PhoneEvent event, Account account) implements Heard {}

  /** A message that lies in the inbox. */
  record Kept(TextMessage message) implements Heard {}

  /**
   * A command has run its course: the screen has come, the SMS has been taken, or it failed.
   *
   * @param error why it failed, in words; null when it did not
   */
  record Done(int id, @Nullable String error, Account account) implements Heard {}
}
